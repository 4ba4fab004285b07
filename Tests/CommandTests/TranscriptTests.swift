import Foundation
import LedgerModel
import TestSupport
import Testing

/// Runs the transcripts against the built binary: each reads like a page of a manual.
///
/// `$ command` is run in a folder of its own at noon on 17 March 2026 in Berlin; what follows is what it
/// prints, `! ` before what goes to stderr, and `? N` its exit code when that is not 0. Ids are shown as
/// `ID`. `UPDATE=1` records; CI never does.
@Suite("Command transcripts")
struct TranscriptTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "Transcripts")

    static let names: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".transcript") }.sorted()

    @Test("A transcript prints what it says", arguments: names)
    func transcript(name: String) throws {
        let file = Self.folder.appendingPathComponent(name)
        let wanted = try String(contentsOf: file, encoding: .utf8)
        let binary = try #require(Self.binary, "the limelight binary is built with the tests")
        let actual = try Transcript(binary: binary).run(wanted)
        let environment = ProcessInfo.processInfo.environment
        if environment["UPDATE"] == "1", environment["CI"] == nil {
            try actual.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(actual == wanted, "\(Self.firstDifference(wanted, actual))")
    }

    @Test(
        "With the network cut, every command prints the same", .enabled(if: NetworkCut.launcher != nil, NetworkCut.why),
        arguments: names)
    func cutOff(name: String) throws {
        let wanted = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
        let binary = try #require(Self.binary)
        let actual = try Transcript(binary: binary, launcher: NetworkCut.launcher ?? "false").run(wanted)
        #expect(actual == wanted, "\(Self.firstDifference(wanted, actual))")
    }

    @Test("There are transcripts, and one that is wrong is noticed")
    func canFail() throws {
        #expect(!Self.names.isEmpty)
        let binary = try #require(Self.binary)
        #expect(
            try Transcript(binary: binary).run("$ limelight --version\nnot this\n")
                != "$ limelight --version\nnot this\n")
    }

    static let binary = BuiltProgram.url

    static func firstDifference(_ wanted: String, _ actual: String) -> String {
        let a = wanted.split(separator: "\n", omittingEmptySubsequences: false)
        let b = actual.split(separator: "\n", omittingEmptySubsequences: false)
        for index in 0..<max(a.count, b.count) {
            let x = index < a.count ? a[index] : "(end)"
            let y = index < b.count ? b[index] : "(end)"
            if x != y { return "line \(index + 1):\n- \(x)\n+ \(y)" }
        }
        return ""
    }
}

private struct Transcript {
    let binary: URL
    /// What starts every command, with a space after it.
    var launcher = ""

    func run(_ text: String) throws -> String {
        let world = TemporaryFolder()
        var output = ""
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        if lines.last == "" { lines = lines.dropLast() }
        while let line = lines.popFirst() {
            if line.hasPrefix("$ ") {
                var command = String(line.dropFirst(2))
                while command.hasSuffix("\\"), let next = lines.popFirst() { command += "\n" + next }
                if command.contains("<<'YAML'") {
                    while let next = lines.popFirst() {
                        command += "\n" + next
                        if next == "YAML" { break }
                    }
                }
                output += "$ \(command)\n" + (try execute(command, in: world.path))
                while let next = lines.first, !next.hasPrefix("$ ") {
                    _ = next
                    lines = lines.dropFirst()
                }
                if lines.first != nil { output += "\n" }
            } else {
                output += line + "\n"
            }
        }
        return output
    }

    private func execute(_ command: String, in folder: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let prelude = """
            limelight() { \(launcher)"\(binary.path)" "$@" --now "${NOW:-2026-03-17T12:00:00Z}" --zone Europe/Berlin; }
            raw() { \(launcher)"\(binary.path)" "$@"; }

            """
        process.arguments = ["-c", prelude + command]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = [
            "HOME": folder, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "LIMELIGHT_LEDGER": folder + "/ledger.sqlite",
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "EDITOR": "true",
        ]
        process.standardInput = FileHandle.nullDevice
        let out = folder + "/.out"
        let err = folder + "/.err"
        _ = FileManager.default.createFile(atPath: out, contents: nil)
        _ = FileManager.default.createFile(atPath: err, contents: nil)
        process.standardOutput = FileHandle(forWritingAtPath: out)
        process.standardError = FileHandle(forWritingAtPath: err)
        try process.run()
        process.waitUntilExit()
        let printed = try masked(String(contentsOfFile: out, encoding: .utf8), folder)
        let complained = try masked(String(contentsOfFile: err, encoding: .utf8), folder)
        var result = printed
        for line in complained.split(separator: "\n") { result += "! \(line)\n" }
        if process.terminationStatus != 0 { result += "? \(process.terminationStatus)\n" }
        return result
    }

    private func masked(_ text: String, _ folder: String) throws -> String {
        let id = try Regex("\\b[centpsk][0-9a-hjkmnp-tv-z]{16}\\b")
        let short = try Regex("  [centpsk][0-9a-hjkmnp-tv-z]{5,7}(?=\\n|$)")
        return text.replacing(folder, with: "HOME").replacing(id, with: "ID").replacing(short, with: "  ID")
    }
}
