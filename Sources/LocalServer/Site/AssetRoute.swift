import HTTPTypes
import Hummingbird
import LedgerModel
import NIOCore
import Renderings

/// Serves style sheet, script and icon from memory. No path ever leads to a file.
enum AssetRoute {
    static func add(to router: Router<SessionContext>) {
        router.get("/assets/:name") { request, visitor in
            guard let asset = Assets.all.first(where: { $0.name == visitor.parameters.get("name") }) else {
                throw Refusal.noSuchPage
            }
            // New content has a new address, so the browser need not ask again.
            let isCurrent = Fields(request.uri.query ?? "")["v"] == asset.hash
            return Response(
                status: .ok,
                headers: [
                    .contentType: asset.contentType,
                    .cacheControl: isCurrent ? "private, max-age=31536000, immutable" : "no-cache",
                ], body: .init(byteBuffer: ByteBuffer(bytes: asset.bytes)))
        }
    }
}
