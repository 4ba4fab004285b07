import Hummingbird
import HummingbirdCore
package import LedgerModel
package import LedgerOperations
import LocalFiles
import Logging
import NIOCore

/// The local web server: pages of one ledger, for one person, on this machine only.
package enum LocalServer {
    package static let usualPort = 7007

    /// Where a ledger is served, and a link that lets one browser in.
    package struct Place: Sendable, Hashable {
        package let address: LoopbackAddress
        package let port: Int
        package let link: String
        /// The address of the ledger's own that this machine does not let it listen on, so that it shares 127.0.0.1 with
        /// other programs; `nil` usually.
        package var unusable: LoopbackAddress?

        init(_ running: ServeFile.Content, now: Int64) {
            (address, port) = (running.address, running.port)
            let token = OneTimeLinks.token(secret: running.secret, now: now)
            link = "http://\(address):\(port)" + EnterRoute.link(token: token)
        }
    }

    /// Serves `ledger` until the process is told to end (SIGINT, SIGTERM).
    ///
    /// Throws `.ledgerServed` when another process serves it, `.portInUse`, `.unwritable`, `.diskFull`.
    ///
    /// - Parameters:
    ///   - address: where to listen; `nil` for the address of the ledger's own, or 127.0.0.1 if this machine does not
    ///     have that.
    ///   - port: 0 takes any free port.
    ///   - demo: where the made-up year is, or will be once it is asked for; `nil` if there is no place for it.
    ///   - announce: called once, when the server is ready.
    package static func run(
        _ ledger: Ledger, address: LoopbackAddress? = nil, port: Int, demo: String?,
        announce: @escaping @Sendable (Place) -> Void
    ) async throws(LedgerError) {
        let file = try ServeFile(beside: ledger.path)
        defer { file.end() }
        let secret = Secret.make()
        let own = address ?? .own(of: ledger.path)
        try file.write(.init(address: own, port: max(1, port), pid: ThisProgram.processID, secret: secret))
        let world = ledger.world
        var openDemo: (@Sendable () async throws -> Ledger)?
        if let demo, demo != ledger.path { openDemo = { try await Ledger.openDemo(demo, world: world) } }
        let site = try Site(ledger: ledger, secret: secret, openDemo: openDemo)
        // Files that were received before the last server ended are read now.
        for form in ledger.importing.waitingDrops() { try? site.tasks.add(.readDropped(form, nil)) }
        let listen = { @Sendable (place: LoopbackAddress, unusable: LoopbackAddress?) async throws in
            try await application(site, address: place, port: port) { bound in
                let running = ServeFile.Content(
                    address: place, port: bound, pid: ThisProgram.processID, secret: secret)
                try? file.write(running)
                var announced = Place(running, now: now)
                announced.unusable = unusable
                announce(announced)
            }.runService()
        }
        do {
            do {
                try await listen(own, nil)
            } catch let error as IOError
                where address == nil && PortRefusal(errorNumber: error.errnoCode) == .noAddress
            {
                try await listen(.shared, own)
            }
        } catch {
            throw explained(error, address ?? own, port: port)
        }
    }

    /// A new link for the server that serves the ledger at `path`. Throws `.notFound` if none does.
    package static func newLink(ledger path: String) throws(LedgerError) -> Place {
        guard let running = ServeFile.running(path) else {
            throw LedgerError(
                .notFound, "this ledger is not being served", location: path, hint: "Start it with \(offer: .serve).")
        }
        return Place(running, now: now)
    }

    static func application(
        _ site: Site, address: LoopbackAddress = .shared, port: Int, listening: @escaping @Sendable (Int) -> Void
    ) -> some ApplicationProtocol {
        var logger = Logger(label: "limelight.serve")
        logger.logLevel = .warning
        let connections = site.connections
        let channel = HTTP1Channel.Configuration(
            additionalChannelHandlers: [Connections.Watch(connections)], idleTimeout: .seconds(75),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 16_384, maxHeaderListSize: 32_768, maxHeaderFieldCount: 100))
        return Application(
            responder: site.responder(), server: .http1(configuration: channel),
            configuration: .init(
                address: .hostname(address.description, port: port),
                availableConnectionsDelegate: MaximumAvailableConnections(Connections.limit, logger: logger)),
            onServerRunning: { channel in listening(channel.localAddress?.port ?? port) }, logger: logger)
    }

    private static var now: Int64 { SystemClock.seconds }

    private static func explained(_ error: any Error, _ address: LoopbackAddress, port: Int) -> LedgerError {
        if let error = error as? LedgerError { return error }
        guard let failure = error as? IOError else {
            return LedgerError(.storeFailed, "the local server stopped unexpectedly", hint: "Start it again.")
        }
        switch PortRefusal(errorNumber: failure.errnoCode) {
        case .taken:
            return LedgerError(
                .portInUse, "port \(port) is in use by another program",
                hint: "Choose another with --port, or any free one with --port 0.")
        case .forbidden:
            return LedgerError(
                .portInUse, "you are not allowed to use port \(port)", hint: "Choose one from 1024 up with --port.")
        case .noAddress:
            return LedgerError(
                .portInUse, "this machine does not have the address \(address)",
                hint: "Leave --address out, or give 127.0.0.1.")
        case nil:
            return LedgerError(
                .portInUse, "port \(port) cannot be used (error \(failure.errnoCode))",
                hint: "Choose another with --port.")
        }
    }
}
