import Foundation
import Programs
import TestSupport
import Testing

@Suite("Programs that limelight runs")
struct RunningProgramsTests {
    private let folder = TemporaryFolder()

    /// A shell whose child or successor `$LIMELIGHT` is.
    private func shell() async throws -> Program {
        let binary = try #require(TranscriptTests.binary).path
        return try await Program(
            named: "sh",
            environment: [
                "LIMELIGHT": binary, "LIMELIGHT_LEDGER": folder.file("l.sqlite"), "HOME": folder.path,
                "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "VISUAL": nil,
            ])
    }

    #if os(Linux)
        @Test("Ctrl-C ends what hangs together with limelight")
        func interrupted() async throws {
            let fixture = try GitFixture()
            try fixture.commit("Caught")
            #expect(mkfifo(fixture.path + "/.mailmap", 0o600) == 0)
            let (git, end) = try await shell().converse(
                ["-c", "echo $$; exec \"$LIMELIGHT\" import git \"$0\"", fixture.path], limits: ProgramLimits()
            ) { limelight in
                var line: [UInt8] = []
                try await limelight.next()?.withUnsafeBytes { line.append(contentsOf: $0) }
                let number = try #require(Int32(String(decoding: line.dropLast(), as: UTF8.self)))
                var git: Int32?
                while git == nil {
                    try await Task.sleep(for: .milliseconds(20))
                    git = Self.child(of: number, running: "log")
                }
                kill(number, SIGINT)
                while try await limelight.next() != nil {}
                return try #require(git)
            }
            #expect(end.exitCode == nil)
            while Self.isRunning(git) { try await Task.sleep(for: .milliseconds(20)) }
        }

        private static func child(of parent: Int32, running command: String) -> Int32? {
            let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
            return all.compactMap { Int32($0) }.first { number in
                status(number).contains("\nPPid:\t\(parent)\n")
                    && read("/proc/\(number)/cmdline").contains("\0\(command)\0")
            }
        }

        private static func isRunning(_ number: Int32) -> Bool {
            let status = status(number)
            return !status.isEmpty && !status.contains("\nState:\tZ")
        }

        private static func status(_ number: Int32) -> String { read("/proc/\(number)/status") }

        private static func read(_ path: String) -> String {
            (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        }
    #endif

    @Test("The editor gets its own options and the file, and may refuse")
    func editor() async throws {
        let shell = try await shell()
        let editor = folder.write(
            "editor.sh",
            "[ \"$1\" = --wait ] || exit 9\ncp \"$2\" \"$HOME/seen\"\nprintf '%s' \"$2\" > \"$HOME/name\"\n")
        let edit = ["-c", "\"$LIMELIGHT\" frame edit"]
        let kept = try await shell.collect(
            edit, environment: ["EDITOR": "sh \(editor) --wait"], limits: ProgramLimits())
        #expect(kept.end.isSuccess)
        #expect(String(decoding: kept.bytes, as: UTF8.self) == "Nothing changed.\n")
        let seen = try String(contentsOfFile: folder.file("seen"), encoding: .utf8)
        #expect(!seen.isEmpty)
        let name = try String(contentsOfFile: folder.file("name"), encoding: .utf8)
        #expect(name.hasSuffix("/frame.yaml") && !FileManager.default.fileExists(atPath: name))
        let refused = try await shell.collect(
            edit, environment: ["EDITOR": "sh \(editor)"], limits: ProgramLimits())
        #expect(refused.end.exitCode == 2)
    }
}
