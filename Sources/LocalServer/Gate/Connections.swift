import Hummingbird
import NIOCore
import Synchronization

/// The open connections. Beyond a number of them, the one that has waited longest for a request is closed, so that
/// neither half a request nor a browser that connects ahead of time can block a page.
final class Connections: Sendable {
    /// More stay open only while all of them are being answered.
    static let most = 64
    /// Beyond this number new connections are refused.
    static let limit = 128

    private struct Open {
        let channel: any Channel
        /// When it began to wait, as a running number; `nil` while a request is being answered.
        var waiting: Int?
    }

    private struct State {
        var open: [ObjectIdentifier: Open] = [:]
        var number = 0

        mutating func next() -> Int {
            number += 1
            return number
        }
    }

    private let state = Mutex(State())

    func opened(_ channel: any Channel) {
        let id = ObjectIdentifier(channel)
        let longest: (any Channel)? = state.withLock { state in
            let number = state.next()
            state.open[id] = Open(channel: channel, waiting: number)
            guard state.open.count > Self.most else { return nil }
            let waiting = state.open.filter { $0.key != id && $0.value.waiting != nil }
            guard let longest = waiting.min(by: { ($0.value.waiting ?? 0) < ($1.value.waiting ?? 0) }) else {
                return nil
            }
            state.open[longest.key] = nil
            return longest.value.channel
        }
        longest?.close(promise: nil)
        channel.closeFuture.whenComplete { _ in self.state.withLock { $0.open[id] = nil } }
    }

    /// Call when the head of a request has arrived, and when it has been answered.
    func answering(_ id: ObjectIdentifier, _ isAnswering: Bool) {
        state.withLock { state in
            let waiting = isAnswering ? nil : state.next()
            state.open[id]?.waiting = waiting
        }
    }

    /// Registers each connection when it opens.
    final class Watch: ChannelInboundHandler, RemovableChannelHandler {
        typealias InboundIn = NIOAny
        private let connections: Connections

        init(_ connections: Connections) { self.connections = connections }

        func handlerAdded(context: ChannelHandlerContext) { connections.opened(context.channel) }
    }

    /// Marks a connection while its request is being answered.
    struct Answering: RouterMiddleware {
        typealias Context = SessionContext
        let connections: Connections

        func handle(
            _ request: Request, context: SessionContext, next: (Request, SessionContext) async throws -> Response
        ) async throws -> Response {
            connections.answering(context.connection, true)
            defer { connections.answering(context.connection, false) }
            return try await next(request, context)
        }
    }
}
