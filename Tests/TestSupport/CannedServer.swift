import Foundation

/// A web server on this machine that answers each path with fixed bytes, and remembers what it was asked.
package final class CannedServer: @unchecked Sendable {
    package let port: Int
    private let socketNumber: Int32
    private let lock = NSLock()
    private let answers: @Sendable (_ path: String, _ request: String) -> String
    private var seen: [String] = []

    package init(_ answers: @escaping @Sendable (_ path: String, _ request: String) -> String) throws {
        self.answers = answers
        #if canImport(Darwin)
            socketNumber = socket(AF_INET, SOCK_STREAM, 0)
        #else
            socketNumber = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let number = socketNumber
        let isOpen = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(number, $0, length) == 0 && listen(number, 8) == 0 && getsockname(number, $0, &length) == 0
            }
        }
        guard isOpen else { throw CocoaError(.fileNoSuchFile) }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { self.serve() }
    }

    deinit { close(socketNumber) }

    package func stop() { shutdown(socketNumber, Int32(2)) }

    package var requests: [String] { lock.withLock { seen } }

    /// Calls again what a signal interrupted, as when a process that another test started has ended.
    private static func again<Result: SignedInteger>(_ call: () -> Result) -> Result {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }

    private func serve() {
        while true {
            let client = Self.again { accept(socketNumber, nil, nil) }
            if client < 0 { return }
            var request = ""
            var buffer = [UInt8](repeating: 0, count: 4096)
            while !request.contains("\r\n\r\n") {
                let count = Self.again { read(client, &buffer, buffer.count) }
                if count <= 0 { break }
                request += String(decoding: buffer[..<count], as: UTF8.self)
            }
            lock.withLock { seen.append(request) }
            let words = request.split(separator: " ")
            let answer = Array(answers(words.count > 1 ? String(words[1]) : "", request).utf8)
            var sent = 0
            while sent < answer.count {
                let count = Self.again {
                    answer[sent...].withUnsafeBytes { send(client, $0.baseAddress, $0.count, Int32(0x4000)) }
                }
                if count <= 0 { break }
                sent += count
            }
            close(client)
        }
    }
}

extension CannedServer {
    /// One answer of HTTP/1.1, as `200 OK`.
    package static func reply(_ status: String, _ headers: [String] = [], _ body: String = "") -> String {
        (["HTTP/1.1 \(status)", "Connection: close", "Content-Length: \(body.utf8.count)"] + headers)
            .joined(separator: "\r\n") + "\r\n\r\n" + body
    }
}
