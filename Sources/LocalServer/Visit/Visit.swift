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
    /// The path and query to come back to.
    let here: String
    let query: Fields
    /// The id in the path, of a piece of evidence, a person or a source.
    let id: String
    let csrf: String
    let demo: DemoView
    /// The tasks in the background.
    let tasks: BackgroundTasks
    /// Files that came with a form; deleted after it unless they are taken.
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

    /// The person's own sources are not read into the made-up year.
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

    /// After a form: the browser loads a new page, so that a reload does not send the form again.
    static func redirect(to path: String) -> Response { Response(status: .seeOther, headers: [.location: path]) }
}

/// What is known about a request before it is answered.
package struct SessionContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The port that it came in on; `nil` if there is no socket.
    let port: Int?
    /// The address of this machine that it came in on; `nil` if there is no socket.
    let address: String?
    /// The connection that it came in on.
    let connection: ObjectIdentifier
    /// The session, once the cookie has been checked.
    var session: Session?

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        connection = ObjectIdentifier(source.channel)
        let local = source.channel.localAddress
        port = local?.port
        address = local?.ipAddress
    }

    /// Longest form, in bytes.
    package var maxUploadSize: Int { 65_536 }
}
