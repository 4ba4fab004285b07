import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOEmbedded

@testable import LocalServer

/// Sends one request and gives what came back.
protocol PageClient: Sendable {
    func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, _ body: String?
    ) async throws -> Browser.Answer
}

/// Asks a site's responder itself, without a socket: its port is none, its name plain `localhost`.
struct ResponderClient<Responder: HTTPResponder>: PageClient where Responder.Context == SessionContext {
    private let responder: Responder
    private let logger: Logger

    init(_ responder: Responder, logger: Logger = Logger(label: "test")) {
        (self.responder, self.logger) = (responder, logger)
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, _ body: String?
    ) async throws -> Browser.Answer {
        var headers = headers
        if let body { headers[.contentLength] = "\(body.utf8.count)" }
        let head = HTTPRequest(
            method: method, scheme: "http", authority: "localhost", path: path, headerFields: headers)
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body ?? "")))
        let source = ApplicationRequestContextSource(
            channel: NIOAsyncTestingChannel(), logger: logger)
        let response = try await responder.respond(to: request, context: SessionContext(source: source))
        let written = Written()
        try await response.body.write(written)
        return Browser.Answer(
            status: response.status.code, headers: response.headers, text: String(buffer: written.buffer))
    }

    /// The body of one answer.
    private final class Written: ResponseBodyWriter {
        var buffer = ByteBuffer()

        func write(_ buffer: ByteBuffer) async throws { self.buffer.writeImmutableBuffer(buffer) }
        func finish(_ trailers: HTTPFields?) async throws {}
    }
}
