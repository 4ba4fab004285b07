import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder that is gone with its owner.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() {
        var template = Array("/tmp/limelight-test-XXXXXX".utf8CString)
        path =
            mkdtemp(&template) != nil
            ? String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self) : "/tmp"
    }

    deinit {
        guard path != "/tmp" else { return }
        try? FileManager.default.removeItem(atPath: path)
    }

    package func file(_ name: String) -> String { path + "/" + name }

    /// Writes a text file and returns its path.
    @discardableResult
    package func write(_ name: String, _ text: String) -> String {
        let file = file(name)
        if let stream = fopen(file, "w") {
            fputs(text, stream)
            fclose(stream)
        }
        return file
    }

    package func makeFolder(_ name: String) { mkdir(file(name), 0o700) }

    package func removeFile(_ name: String) { unlink(file(name)) }

    /// Writes bytes and returns the path of the file.
    @discardableResult
    package func write(_ name: String, bytes: [UInt8]) -> String {
        let file = file(name)
        if let stream = fopen(file, "w") {
            _ = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, stream) }
            fclose(stream)
        }
        return file
    }
}
