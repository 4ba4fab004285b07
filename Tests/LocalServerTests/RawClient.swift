import Dispatch

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Bytes to a port of this machine and back, so that tests can send what no client library would.
enum RawClient {
    /// Sends `text` and reads until the server closes, at most half a minute.
    static func ask(_ text: String, port: Int, host: String = "127.0.0.1") async -> String {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: exchange(text, port, host)) }
        }
    }

    /// Sends `text`, waits until `isSeen`, at most a minute, and goes away in the middle. Returns whether it was seen.
    static func breakOff(after text: String, port: Int, _ isSeen: () -> Bool) async throws -> Bool {
        guard let descriptor = connected("127.0.0.1", port) else { return false }
        defer { close(descriptor) }
        guard send(Array(text.utf8), to: descriptor) else { return false }
        for _ in 0..<6_000 where !isSeen() { try await Task.sleep(for: .milliseconds(10)) }
        return isSeen()
    }

    /// Whether anything listens at that address.
    static func canConnect(_ host: String, port: Int) -> Bool {
        guard let descriptor = connected(host, port) else { return false }
        close(descriptor)
        return true
    }

    /// Connections that have sent `text` and stay open until `end`.
    final class Held: Sendable {
        private let descriptors: [Int32]

        fileprivate init(_ descriptors: [Int32]) { self.descriptors = descriptors }

        var count: Int { descriptors.count }

        func end() { for descriptor in descriptors { close(descriptor) } }
    }

    /// Opens `count` connections that send `text` and, where it is a whole request, read the beginning of the answer.
    static func hold(_ count: Int, _ text: String, isWhole: Bool, port: Int) async -> Held {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                let descriptors = (0..<count).compactMap { _ -> Int32? in
                    guard let descriptor = connected("127.0.0.1", port) else { return nil }
                    var buffer = [UInt8](repeating: 0, count: 64)
                    guard send(Array(text.utf8), to: descriptor),
                        !isWhole || recv(descriptor, &buffer, buffer.count, 0) > 0
                    else {
                        close(descriptor)
                        return nil
                    }
                    return descriptor
                }
                continuation.resume(returning: Held(descriptors))
            }
        }
    }

    private static func connected(_ host: String, _ port: Int) -> Int32? {
        #if canImport(Glibc)
            let kind = Int32(SOCK_STREAM.rawValue)
        #else
            let kind = SOCK_STREAM
        #endif
        let descriptor = socket(AF_INET, kind, 0)
        guard descriptor >= 0 else { return nil }
        var wait = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr(host)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            close(descriptor)
            return nil
        }
        return descriptor
    }

    #if canImport(Glibc)
        private static let quietly = Int32(MSG_NOSIGNAL)
    #else
        private static let quietly: Int32 = 0
    #endif

    private static func send(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemSend(descriptor, $0.baseAddress, $0.count, quietly) }
            if count <= 0 { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    private static func exchange(_ text: String, _ port: Int, _ host: String) -> String {
        guard let descriptor = connected(host, port) else { return "" }
        defer { close(descriptor) }
        _ = send(Array(text.utf8), to: descriptor)
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count <= 0 { break }
            answer += buffer.prefix(count)
        }
        return String(decoding: answer, as: UTF8.self)
    }
}

private func systemSend(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: Int32) -> Int {
    send(descriptor, bytes, count, flags)
}
