import HTTPTypes
import LedgerModel
import Renderings

extension LedgerError {
    var notice: NoticeView {
        let title = message.prefix(1).uppercased() + message.dropFirst()
        return NoticeView(
            title: title.last.map { ".!?”".contains($0) } == true ? title : title + ".", message: hint,
            link: PageLink("Today", "/"))
    }

    var status: HTTPResponse.Status {
        switch code {
        case .notFound: .notFound
        case .usage, .unreadable, .unwritable, .ambiguousID, .badTime, .badPeriod, .badZone, .jobInvalid,
            .exportInvalid,
            .fetchFailed,
            .noCalendar:
            .badRequest
        case .changedMeanwhile, .leftOut, .nothingToUndo, .notByHand, .timerRunning, .noTimer, .ledgerNotEmpty,
            .ledgerServed, .portInUse:
            .conflict
        case .tooLarge: .contentTooLarge
        case .ledgerLocked, .ledgerNewer, .ledgerReadOnly, .ledgerInUse: .serviceUnavailable
        case .diskFull: .init(code: 507, reasonPhrase: "Insufficient Storage")
        default: .internalServerError
        }
    }
}
