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
            // The shell looks for git and presses Ctrl-C, since a busy test may come too late: after a minute
            // limelight ends a git that is silent.
            let script = """
                (until for child in $(cat /proc/$$/task/*/children); do
                  tr '\\0' ' ' < /proc/$child/cmdline | grep -q ' log ' && echo $child
                done 2>/dev/null | grep .; do sleep 0.05; done
                kill -INT $$) & exec "$LIMELIGHT" import git "$0"
                """
            let ran = try await shell().collect(["-c", script, fixture.path], limits: ProgramLimits())
            let line = String(decoding: ran.bytes, as: UTF8.self).split(separator: "\n").first
            let git = try #require(line.flatMap { Int32($0) })
            #expect(ran.end.exitCode == nil)
            while Self.isRunning(git) { try await Task.sleep(for: .milliseconds(20)) }
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
        let edit = ["-c", "\"$LIMELIGHT\" job edit"]
        let kept = try await shell.collect(
            edit, environment: ["EDITOR": "sh \(editor) --wait"], limits: ProgramLimits())
        #expect(kept.end.isSuccess)
        #expect(String(decoding: kept.bytes, as: UTF8.self) == "Nothing changed.\n")
        let seen = try String(contentsOfFile: folder.file("seen"), encoding: .utf8)
        #expect(!seen.isEmpty)
        let name = try String(contentsOfFile: folder.file("name"), encoding: .utf8)
        #expect(name.hasSuffix("/job.yaml") && !FileManager.default.fileExists(atPath: name))
        let refused = try await shell.collect(
            edit, environment: ["EDITOR": "sh \(editor)"], limits: ProgramLimits())
        #expect(refused.end.exitCode == 2)
    }
}
