import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    static func page(_ html: String, _ status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: html)))
    }

    /// After a form: the page is got anew, so that a reload does not send the form once more.
    static func redirect(to path: String) -> Response { Response(status: .seeOther, headers: [.location: path]) }
}
