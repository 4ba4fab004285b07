import HTTPTypes
import LedgerModel
import Renderings

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
