import Foundation
import TestSupport
import Testing

/// A network namespace without any network but its own loopback, which is down.
enum NetworkCut {
    /// What starts a command in one, with a space after it; nil where that is not allowed.
    static let launcher: String? = ["unshare -n -- ", "unshare -rn -- "].first { launcher in
        shell("PATH=/usr/bin:/bin:/usr/sbin:/sbin; \(launcher)true") == ""
    }

    static let why: Comment = "this machine does not let us make a network namespace (unshare -n)"

    /// What a command printed; nil when it failed.
    static func shell(_ command: String) -> String? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let printed = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: printed, as: UTF8.self) : nil
    }
}

@Suite("The network that is cut", .enabled(if: NetworkCut.launcher != nil, NetworkCut.why))
struct NetworkCutTests {
    @Test("There is no interface but the loopback, and no way out of it")
    func isCut() throws {
        let launcher = try #require(NetworkCut.launcher)
        let interfaces = try #require(NetworkCut.shell("\(launcher)cat /proc/self/net/dev"))
        #expect(interfaces.split(separator: "\n").dropFirst(2).allSatisfy { $0.contains("lo:") })
        let routes = try #require(NetworkCut.shell("\(launcher)cat /proc/self/net/route"))
        #expect(routes.split(separator: "\n").count <= 1)
    }

    @Test("A command that needs it fails there, so a command that fetched in secret would be noticed")
    func isNoticed() throws {
        let launcher = try #require(NetworkCut.launcher)
        let binary = try #require(TranscriptTests.binary).path
        let folder = TemporaryFolder()
        let body = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"
        let server = try CannedServer { _, _ in
            "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)"
        }
        defer { server.stop() }
        let command =
            "\"\(binary)\" import calendar http://127.0.0.1:\(server.port)/a.ics --ledger \(folder.file("l.sqlite"))"
        #expect(NetworkCut.shell(command) != nil, "with the network it is read")
        #expect(NetworkCut.shell(launcher + command) == nil)
    }
}
