package import Hummingbird
import NIOCore

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
