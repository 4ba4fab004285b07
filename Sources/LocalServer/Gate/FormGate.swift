import HTTPTypes
import Hummingbird
import LedgerModel
import NIOCore

/// Admits only forms that one of our pages sent for this session.
enum FormGate {
    /// Throws a `Refusal` if none of our pages sent it.
    static func admit(_ request: Request, _ visitor: SessionContext) throws(Refusal) {
        let site = HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }
        guard HostRule(visitor).admits(origin: request.headers[.origin], site: site, host: request.head.authority)
        else {
            throw .foreignForm
        }
    }

    /// The fields that were sent, and whether a page of the demo sent them.
    ///
    /// - Parameters:
    ///   - longest: The longest body, in bytes.
    ///   - most: The most fields.
    static func fields(
        of request: Request, _ visitor: SessionContext, _ session: Session, upTo longest: Int = 65_536,
        most: Int = Fields.most
    ) async throws -> (fields: Fields, inDemo: Bool) {
        try admit(request, visitor)
        let type = request.headers[.contentType]?.lowercased().prefix { $0 != ";" }
        guard type == "application/x-www-form-urlencoded" else { throw Refusal.notAForm }
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: longest)
        } catch is NIOTooManyBytesError {
            throw Refusal.tooLarge
        }
        let fields = Fields(String(buffer: body), most: most)
        let token = fields["csrf"] ?? ""
        let inDemo = Secret.matches(token, session.demoToken)
        guard inDemo || Secret.matches(token, session.token) else { throw Refusal.staleForm }
        return (fields, inDemo)
    }
}
