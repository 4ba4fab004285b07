import Foundation
import LocalFiles
import Testing

@Suite("Bounded files")
struct FileReaderTests {
    @Test("a file is read whole, and not beyond its limit")
    func limits() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("file-" + UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        #expect(try FileReader.read(path, limit: 700_000) == bytes)
        #expect { try FileReader.read(path, limit: 699_999) } throws: { ($0 as? FileError)?.kind == .tooLarge }
    }

    @Test("what is no file is refused at once", arguments: ["/nowhere/at/all", "/", "/dev/zero"])
    func refused(path: String) {
        #expect { try FileReader.read(path, limit: 100) } throws: { ($0 as? FileError)?.kind == .unreadable }
    }

    @Test("a named pipe does not hold the reader up")
    func pipe() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("pipe-" + UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(mkfifo(path, 0o600) == 0)
        #expect { try FileReader.read(path, limit: 100) } throws: { ($0 as? FileError)?.kind == .unreadable }
    }
}
