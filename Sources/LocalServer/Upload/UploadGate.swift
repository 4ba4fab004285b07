import HTTPTypes
import Hummingbird
import LedgerModel
import LedgerOperations
import NIOCore

/// Admits only forms with files that one of our pages sent for this session.
enum UploadGate {
    /// A refused upload is read to its end up to this many bytes, so that the browser can show why.
    private static let fetchTimeout = 512 << 20

    static func receive(
        _ request: Request, _ visitor: SessionContext, _ session: Session, _ ledger: Ledger
    ) async throws -> (sent: (fields: Fields, inDemo: Bool), received: ReceivedFiles?) {
        try FormGate.admit(request, visitor)
        guard let reader = MultipartReader(contentType: request.headers[.contentType] ?? "") else {
            return (try await FormGate.fields(of: request, visitor, session), nil)
        }
        var upload = Upload(reader, session, ledger)
        var refusal: (any Error)?
        var count = 0
        for try await chunk in request.body {
            count += chunk.readableBytes
            if let refusal {
                guard count <= fetchTimeout else { throw refusal }
                continue
            }
            do {
                try upload.take(chunk.readableBytesView)
            } catch {
                upload.discard()
                refusal = error
            }
        }
        if let refusal { throw refusal }
        let (fields, received) = try upload.finish()
        return ((fields, false), received)
    }
}
