import HTTPTypes
import Hummingbird
import NIOCore
import Renderings

/// A page of the local web: where it lives and what makes it.
struct Page: Sendable {
    /// As the router takes it: `/people/:id`.
    let path: String
    /// Makes the whole page; throws a `LedgerError`.
    let show: @Sendable (Visit) throws -> String
    /// Seconds after which it loads itself again; nil for a page that stays.
    var reload: @Sendable (Visit) -> Int? = { _ in nil }

    /// Every page; tests visit each.
    static let all: [Page] = [
        Page(path: "/", show: TodayPage.show),
        Page(path: "/review", show: ReviewPage.show),
        Page(path: "/quarter", show: QuarterPage.show),
        Page(path: "/scope", show: AnswerPages.scope),
        Page(path: "/guard", show: AnswerPages.time),
        Page(path: "/picture", show: PicturePage.show),
        Page(path: "/backstage", show: AnswerPages.backstage),
        Page(path: "/value", show: ValuePage.show),
        Page(path: "/ledger", show: LedgerPage.show),
        Page(path: "/timeline", show: TimelinePage.show),
        Page(path: "/sources", show: SourcesPage.show),
        Page(path: "/sources/work", show: WorkPage.show, reload: { $0.jobs.isActive ? 2 : nil }),
        Page(path: "/sources/:id", show: SourcePage.show),
        Page(path: "/sources/:id/remove", show: SourceConfirmation.remove),
        Page(path: "/sources/:id/private", show: SourceConfirmation.makePrivate),
        Page(path: "/sort", show: SortPage.show),
        Page(path: "/frame", show: FramePage.show),
        Page(path: PagePath.jobText, show: FrameTextForm.show),
        Page(path: FiveLinesPage.path, show: FiveLinesPage.show),
        Page(path: PageEntry.oneOnOnes.path, show: AnswerPages.oneOnOnes),
        Page(path: NotesPage.path, show: NotesPage.show),
        Page(path: "/report", show: ReportPage.show),
        Page(path: SetupPage.path, show: SetupPage.show),
        Page(path: "/people", show: PeoplePage.list),
        Page(path: "/people/:id", show: PeoplePage.one),
        Page(path: "/people/:id/forget", show: PeoplePage.forget),
        Page(path: "/search", show: SearchPages.search),
        Page(path: "/evidence", show: SearchPages.evidence),
        Page(path: "/show/:id", show: EvidencePage.show),
    ]
}

extension Response {
    static func page(_ html: String, _ status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: html)))
    }

    /// After a form: the page is got anew, so that a reload does not send the form once more.
    static func redirect(to path: String) -> Response { Response(status: .seeOther, headers: [.location: path]) }
}
