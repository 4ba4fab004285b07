import Foundation
import Programs

/// A web server on this machine that speaks TLS, with a certificate of its own, and misbehaves as its paths say.
package struct SecureServer: Sendable {
    package let port: Int
    private let folder: TemporaryFolder

    /// The certificate, to be trusted.
    package var certificate: String { folder.file("certificate.pem") }

    /// Runs one as long as `body` does.
    ///
    /// - Parameter plain: The port of a server without encryption, to which `/plain` redirects.
    package static func run(plain: Int = 9, _ body: (SecureServer) async throws -> Void) async throws {
        let folder = TemporaryFolder()
        _ = try await Program(named: "python3").converse(
            [script, folder.path, "\(plain)"], limits: ProgramLimits()
        ) { python in
            var line: [UInt8] = []
            while line.last != 10, let chunk = try await python.next() {
                chunk.withUnsafeBytes { line.append(contentsOf: $0) }
            }
            guard let port = Int(String(decoding: line.dropLast(), as: UTF8.self)) else {
                throw CocoaError(.fileReadCorruptFile)
            }
            try await body(SecureServer(port: port, folder: folder))
        }
    }

    /// The heads of the requests so far, and `gone` for each client that left in the middle of an answer.
    package var requests: [String] {
        guard let text = try? String(contentsOfFile: folder.file("requests"), encoding: .utf8) else { return [] }
        return text.components(separatedBy: "\0").filter { !$0.isEmpty }
    }

    private static let script = #filePath.replacing("SecureServer.swift", with: "secure-server.py")
}
