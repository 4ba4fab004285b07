import HTTPTypes
import LedgerModel
import Renderings

/// Why a request is turned away before it reaches the ledger.
enum Refusal: Error, Sendable {
    /// Without a session.
    case notIn
    /// By a name that is not ours.
    case wrongHost
    /// A form that no page of ours sent.
    case foreignForm
    /// A form without the token of its session.
    case staleForm
    case notAForm
    case tooLarge
    /// A link that was used, is too old, or was never made.
    case deadLink
    case noSuchPage

    /// What `look` finds; there is no such page where the ledger holds nothing of the kind, or what it holds cannot be
    /// meant. What else goes wrong keeps its name.
    static func finding<Value>(
        absent: Set<LedgerError.Code> = [.notFound], _ look: () throws(LedgerError) -> Value
    ) throws -> Value {
        do throws(LedgerError) { return try look() } catch {
            throw absent.contains(error.code) ? noSuchPage : error as any Error
        }
    }
}

extension Refusal {
    var status: HTTPResponse.Status {
        switch self {
        case .notIn: .unauthorized
        case .wrongHost: .misdirectedRequest
        case .foreignForm, .staleForm, .deadLink: .forbidden
        case .notAForm: .unsupportedMediaType
        case .tooLarge: .contentTooLarge
        case .noSuchPage: .notFound
        }
    }

    var notice: NoticeView {
        switch self {
        case .notIn: .loginNeeded
        case .wrongHost:
            NoticeView(
                title: "This is not the name of this page.",
                message: "Limelight answers to 127.0.0.1 and localhost, at the port it listens on. "
                    + "Over ssh, use the same port on both sides.")
        case .foreignForm:
            NoticeView(
                title: "This form was not sent by Limelight.",
                message: "Nothing was kept. Only pages of this ledger may write into it.", link: PageLink("Today", "/"))
        case .staleForm:
            NoticeView(
                title: "This page was open for too long.",
                message: "Nothing was kept. Load the page again and send the form once more.",
                link: PageLink("Today", "/"))
        case .notAForm:
            NoticeView(title: "This is not a form.", message: "Nothing was kept.", link: PageLink("Today", "/"))
        case .tooLarge:
            NoticeView(
                title: "This is too long.", message: "Nothing was kept. A form holds at most 64 KB.",
                link: PageLink("Today", "/"))
        case .deadLink:
            NoticeView(
                title: "This link does not work any more.",
                message: "Each link works once, and within an hour. A new one comes from your terminal.",
                offer: .open)
        case .noSuchPage: .notFound
        }
    }
}

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
