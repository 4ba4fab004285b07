import Foundation
import TestSupport
import Testing

/// Commands in a terminal of a given width, by `script` of util-linux.
@Suite("A window breaks no word")
struct WindowTests {
    private static let script = "/usr/bin/script"

    @Test(
        "Bare limelight, setup, import auto and the routine wrap at the window’s width",
        .enabled(if: FileManager.default.isExecutableFile(atPath: script), "`script` is not installed"),
        arguments: [60, 80, 120])
    func wraps(columns: Int) throws {
        let folder = TemporaryFolder()
        for command in [
            "", "setup --dry-run --judged-on 'Restores that work: minutes of the quarterly drill, under 60 in each'",
            "routine status", "me", "import auto .", "scope", "--help", "log --help",
        ] {
            let lines = try run(command, columns: columns, in: folder.path)
            #expect(!lines.isEmpty)
            for line in lines where line.contains(" ") {
                // A path alone is as long as it is.
                let isPath = line.split(separator: " ").contains { $0.contains("/") }
                // Help takes the whole window.
                let most = command.hasSuffix("--help") ? columns : min(columns, 100)
                #expect(isPath || line.count <= most, "\(command): \(line)")
            }
        }
    }

    private func run(_ command: String, columns: Int, in folder: String) throws -> [String] {
        let binary = try #require(TranscriptTests.binary)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.script)
        process.arguments = ["-qec", "stty cols \(columns); '\(binary.path)' \(command)", "/dev/null"]
        process.environment = [
            "HOME": folder, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "dumb", "SHELL": "/bin/sh",
            "LIMELIGHT_LEDGER": folder + "/l.sqlite",
        ]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardInput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let out = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return out.replacingOccurrences(of: "\r", with: "").split(separator: "\n").map(String.init)
    }
}
