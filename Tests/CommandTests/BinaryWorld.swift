import Foundation
import TestSupport
import Testing

/// The built program in a folder of its own, started by a shell, so that its descriptors and limits can be anything.
struct BinaryWorld {
    struct End: Equatable {
        var code: Int32
        var complaint: String
    }

    let folder = TemporaryFolder()
    let binary: String

    init() throws { binary = try #require(TranscriptTests.binary).path }

    var environment: [String: String] {
        [
            "HOME": folder.path, "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "C.UTF-8", "LIMELIGHT": binary,
            "LIMELIGHT_LEDGER": folder.file("ledger.sqlite"), "TZ": "Europe/Berlin",
        ]
    }

    /// Runs a line of shell in which `limelight` is the program, and gives how it ended and what stood on stderr.
    func run(_ line: String, environment: [String: String]? = nil) throws -> End {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "limelight() { \"$LIMELIGHT\" \"$@\"; }\n" + line]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.environment = environment ?? self.environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardError = pipe
        try process.run()
        let said = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return End(code: process.terminationStatus, complaint: String(decoding: said, as: UTF8.self))
    }

    func text(_ name: String) -> String? { try? String(contentsOfFile: folder.file(name), encoding: .utf8) }

    /// What is in a folder, hidden names too.
    func names(_ name: String = ".") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.file(name))) ?? []).sorted()
    }

    /// A ledger of many notes: its export fills any pipe many times.
    func fill(notes: Int = 1_500) throws {
        let lines = (0..<notes).map { number in
            let (day, minute) = (1 + number % 15, number % 60)
            return "2026-03-\(day < 10 ? "0" : "")\(day) 09:\(minute < 10 ? "0" : "")\(minute) restore drill \(number)"
        }
        folder.write("inbox.txt", lines.joined(separator: "\n") + "\n")
        #expect(try run("limelight import inbox inbox.txt") == End(code: 0, complaint: ""))
    }
}
