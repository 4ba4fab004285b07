import HTTPTypes
package import Hummingbird
import LedgerModel
import LedgerOperations
import NIOCore
import Questions
import Renderings

/// One request as a page sees it.
struct Visit: Sendable {
    let ledger: Ledger
    /// Its path and query, to come back to.
    let here: String
    let query: Fields
    /// The part of the path that names a piece of evidence or a person.
    let id: String
    let csrf: String
    let demo: DemoView
    /// What goes on in the background.
    let tasks: BackgroundTasks
    /// Files that came with a form; gone with it unless they are taken.
    var received: ReceivedFiles?
    let takeNotice: @Sendable () -> Notice?

    /// The same visit, to come back to another page.
    func elsewhere(_ path: String) -> Visit {
        Visit(
            ledger: ledger, here: path, query: query, id: id, csrf: csrf, demo: demo, tasks: tasks,
            takeNotice: takeNotice)
    }

    /// The same visit through another connection to its ledger.
    func on(_ ledger: Ledger) -> Visit {
        Visit(
            ledger: ledger, here: here, query: query, id: id, csrf: csrf, demo: demo, tasks: tasks, received: received,
            takeNotice: takeNotice)
    }

    /// One's own sources belong into one's own ledger, not into the made-up year.
    var takesSources: Bool { demo != .visited && demo != .only }

    /// The path without its query.
    var path: String { String(here.prefix { $0 != "?" }) }

    func layout(_ title: String, _ entry: PageEntry?, period: PeriodLinks? = nil) -> PageLayout {
        PageLayout(
            title: title, entry: entry, period: period, csrf: csrf, here: here, query: query["q"] ?? "",
            demo: demo, notice: takeNotice())
    }

    func page(_ document: Document, _ entry: PageEntry, period: PeriodLinks? = nil) -> String {
        HTMLPage.render(document, in: layout(document.title, entry, period: period))
    }

    func page(_ body: Fragment, _ title: String, _ entry: PageEntry?) -> String {
        HTMLPage.render(body, in: layout(title, entry))
    }
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

/// What is known of a request on its way in.
package struct SessionContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The port it came in by; nil where there is no socket.
    let port: Int?
    /// The connection it came in by.
    let connection: ObjectIdentifier
    /// Who sends it, once the cookie is known.
    var session: Session?

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        connection = ObjectIdentifier(source.channel)
        port = source.channel.localAddress?.port
    }

    /// Longest form, in bytes.
    package var maxUploadSize: Int { 65_536 }
}
