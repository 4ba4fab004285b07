import Dispatch
import HTTPTypes
package import Hummingbird
package import LedgerModel
package import LedgerOperations
import LocalFiles
import Renderings
import Synchronization

/// The pages of one ledger, and the sessions that may see them.
package final class Site: Sendable {
    let ledger: Ledger
    let links: OneTimeLinks
    let sessions = Sessions()
    let tasks: BackgroundTasks
    let connections = Connections()
    /// Seconds since 1970 by the clock of the machine, whatever `--now` says.
    let clock: @Sendable () -> Int64
    /// The made-up year that empty pages lead to; `nil` if there is none.
    let demo: DemoDoor?
    private let isDemo: Bool
    /// The background tasks of the made-up year.
    private let heldDemoJobs = Mutex<BackgroundTasks?>(nil)

    /// Pages use the one connection of the ledger, so one queue serves them.
    private let pages = LedgerQueue("limelight.pages")
    /// Forms may wait for another program that writes. They have a connection of their own, so that no page waits too.
    let forms = LedgerQueue("limelight.forms")
    private let heldWriter = Mutex<Ledger?>(nil)

    /// Throws an error from reading the ledger.
    ///
    /// - Parameter openDemo: Opens the made-up year, and makes it first if there is none.
    package init(
        ledger: Ledger, secret: String, clock: @escaping @Sendable () -> Int64 = { SystemClock.seconds },
        openDemo: (@Sendable () async throws -> Ledger)? = nil
    ) throws(LedgerError) {
        self.ledger = ledger
        tasks = BackgroundTasks(ledger)
        self.clock = clock
        links = OneTimeLinks(secret: secret)
        isDemo = try ledger.asking.holdings().demoSeed != nil
        demo = isDemo ? nil : openDemo.map(DemoDoor.init)
    }

    package func responder() -> some HTTPResponder<SessionContext> {
        let router = Router(context: SessionContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: Connections.Answering(connections: connections))
        router.add(middleware: SessionMiddleware(site: self))
        router.add(middleware: ResponseMiddleware(site: self))
        router.add(middleware: HostGate())
        AssetRoute.add(to: router)
        EnterRoute(site: self).add(to: router)
        DemoRoute(site: self).add(to: router)
        for page in Page.all {
            router.get(RouterPath(page.path)) { request, visitor in
                try await self.show(page, request, visitor)
            }
        }
        for form in Form.all {
            router.post(RouterPath(form.path)) { request, visitor in
                try await self.act(form, request, visitor)
            }
        }
        return router.buildResponder()
    }

    private func show(_ page: Page, _ request: Request, _ visitor: SessionContext) async throws -> Response {
        let session = try visitor.admitted()
        let visit = visit(request, visitor, session)
        let html = try await pages.ask { try page.show(visit) }
        var response = Response.page(html)
        if let seconds = page.reload(visit), let refresh = HTTPField.Name("Refresh") {
            response.headers[refresh] = "\(seconds)"
        }
        return response
    }

    private func act(_ form: Form, _ request: Request, _ visitor: SessionContext) async throws -> Response {
        let session = try visitor.admitted()
        var received: ReceivedFiles?
        let sent: (fields: Fields, inDemo: Bool)
        if form.takesFiles {
            (sent, received) = try await UploadGate.receive(request, visitor, session, ledger)
        } else {
            sent = try await FormGate.fields(
                of: request, visitor, session, upTo: form.longest, most: form.fieldLimit)
        }
        defer { received?.discard() }
        let fields = sent.fields
        sessions.set(inDemo: sent.inDemo, for: session)
        var visit = visit(request, visitor, session)
        visit.received = received
        let (reply, isUndoable) = try await forms.ask { [visit] in
            let visit = visit.ledger.path == self.ledger.path ? visit.on(try self.writer()) : visit
            let before = try visit.ledger.asking.revision()
            let reply = try form.act(visit, fields)
            // A form that changed nothing offers no undo.
            return (reply, try form.isUndoable && visit.ledger.asking.revision() != before)
        }
        switch reply {
        case .said(let text, let path):
            sessions.leave(
                Notice(
                    text, undo: isUndoable ? PagePath.undo : nil, redo: form.isRedoable ? PagePath.redo : nil),
                for: session)
            return .redirect(to: LocalPath.safe(path ?? fields["here"]))
        case .again(let html, let status): return .page(html, status)
        }
    }

    func visit(_ request: Request, _ visitor: SessionContext, _ session: Session) -> Visit {
        let shown = sessions.isInDemo(session) ? demo?.ledger : nil
        return Visit(
            ledger: shown ?? ledger, here: LocalPath.safe(request.uri.string), query: Fields(request.uri.query ?? ""),
            id: visitor.parameters.get("id") ?? "", csrf: session.token(inDemo: shown != nil),
            demo: isDemo ? .only : shown != nil ? .visited : demo != nil ? .offered : .none,
            tasks: shown.map(demoJobs) ?? tasks,
            takeNotice: { self.sessions.takeNotice(of: session) })
    }

    /// The ledger through the connection of forms, opened with the first form.
    private func writer() throws(LedgerError) -> Ledger {
        try heldWriter.withLock { (held) throws(LedgerError) in
            let writer = if let held { held } else { try ledger.beside() }
            held = writer
            return writer
        }
    }

    private func demoJobs(_ ledger: Ledger) -> BackgroundTasks {
        heldDemoJobs.withLock { held in
            let tasks = held ?? BackgroundTasks(ledger)
            held = tasks
            return tasks
        }
    }
}

/// Runs work on one connection to a ledger, one thing after the other, off the event loop, since it waits for the
/// disk.
final class LedgerQueue: Sendable {
    private let queue: DispatchQueue

    init(_ label: String) { queue = DispatchQueue(label: label) }

    func ask<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work() }) }
        }
    }
}
