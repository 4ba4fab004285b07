import HTTPTypes
import LedgerModel
import Renderings

/// Why a request is refused before it reaches the ledger.
enum Refusal: Error, Sendable {
    /// It has no session.
    case notIn
    /// It uses a name that is not ours.
    case wrongHost
    /// A form that none of our pages sent.
    case foreignForm
    /// A form without the token of its session.
    case staleForm
    case notAForm
    case tooLarge
    /// A link that was used before, is too old, or was never valid.
    case deadLink
    case noSuchPage

    /// What `look` finds. An error with one of the codes `absent` means that there is no such page; any other
    /// error is passed on.
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
                title: "Limelight does not answer to this address.",
                message: "Use 127.0.0.1 or localhost, with the port that Limelight listens on. "
                    + "Over ssh, use the same port on both sides.")
        case .foreignForm:
            NoticeView(
                title: "This form was not sent by Limelight.",
                message: "Nothing was saved. Only pages of this ledger can write to it.", link: PageLink("Today", "/"))
        case .staleForm:
            NoticeView(
                title: "This page was open for too long.",
                message: "Nothing was saved. Load the page again, then send the form again.",
                link: PageLink("Today", "/"))
        case .notAForm:
            NoticeView(title: "This is not a form.", message: "Nothing was saved.", link: PageLink("Today", "/"))
        case .tooLarge:
            NoticeView(
                title: "This is too long.", message: "Nothing was saved. A form can hold at most 64 KB.",
                link: PageLink("Today", "/"))
        case .deadLink:
            NoticeView(
                title: "This link no longer works.",
                message: "Each link works once, within an hour. Get a new one in your terminal:",
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
        case .changedMeanwhile, .leftOut, .nothingToUndo, .nothingToRedo, .notByHand, .timerRunning, .noTimer,
            .ledgerNotEmpty,
            .ledgerServed, .portInUse:
            .conflict
        case .tooLarge: .contentTooLarge
        case .ledgerLocked, .ledgerNewer, .ledgerReadOnly, .ledgerInUse: .serviceUnavailable
        case .diskFull: .init(code: 507, reasonPhrase: "Insufficient Storage")
        default: .internalServerError
        }
    }
}
