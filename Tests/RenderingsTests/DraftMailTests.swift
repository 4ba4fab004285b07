import Foundation
import LedgerModel
import Testing

@testable import Renderings

@Suite("A draft mail that is not sent")
struct DraftMailTests {
    private func mail(
        _ address: String = "dana@example.com", name: String = "Dana", subject: String = "Weekly review",
        text: String = "Hello\n", html: String = "<p>Hello</p>\n"
    ) -> DraftMail? {
        let time = Zone.fixed(3600).civil(Instant(1_774_015_265))
        return DraftMail(address: address, name: name, subject: subject, date: time, text: text, html: html)
    }

    @Test(
        "No other address than one of a plain form is taken",
        arguments: [
            "", "dana", "@example.com", "dana@", "a b@example.com", "dana@example.com, boss@example.com",
            "dana@example.com\r\nBcc: boss@example.com", "<dana@example.com>", "dana@@example.com",
            "d\u{E4}na@example.com",
            ".dana@example.com", "dana@example..com", "dana@example.com;boss@example.com", "\"x\"@example.com",
        ])
    func refused(address: String) { #expect(mail(address) == nil) }

    @Test("Words from outside never end a header, and no line is longer than 76 characters")
    func headers() throws {
        let hostile = "Dana\r\nBcc: boss@example.com\r\n\r\n<script> " + String(repeating: "é漢👩‍👩‍👧‍👦", count: 40)
        let message = try #require(mail(name: hostile, subject: hostile)).message
        let lines = message.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { (32...126).contains($0) } })
        let head = lines.prefix { !$0.isEmpty }
        let names = head.filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
        #expect(names == ["X-Unsent", "MIME-Version", "Date", "From", "To", "Subject", "Content-Type"])
        #expect(message.contains("Date: Fri, 20 Mar 2026 15:01:05 +0100\r\n"))
    }

    private static let python = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test("A strict parser finds nothing wrong, and reads back what was written", .enabled(if: python != nil))
    func parsed() throws {
        let text = "Grüße\nline two\n" + String(repeating: "x", count: 500) + "\n--limelight-\n."
        let html = "<p>“<b>a</b>”</p>\n"
        let message = try #require(
            mail(name: "Dana \"D\" Ortíz", subject: "Über, 9 to 15 March", text: text, html: html))
        let file = NSTemporaryDirectory() + "limelight-draft-\(UUID().uuidString).eml"
        try message.message.write(toFile: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: file) }
        let script = """
            from email import message_from_bytes, policy
            from sys import argv
            m = message_from_bytes(open(argv[1], "rb").read(), policy=policy.strict)
            assert not m.defects and all(not p.defects for p in m.walk())
            assert m["X-Unsent"] == "1" and m.get_content_type() == "multipart/alternative"
            assert [a.addr_spec for a in m["To"].addresses] == ["dana@example.com"]
            assert m["To"].addresses[0].display_name == argv[2], m["To"]
            assert m["Subject"] == argv[3] and not m["Cc"] and not m["Bcc"]
            assert m["Date"].datetime.isoformat() == "2026-03-20T15:01:05+01:00"
            plain, html = m.iter_parts()
            assert plain.get_content_type() == "text/plain" and html.get_content_type() == "text/html"
            assert plain.get_content().replace("\\r\\n", "\\n").rstrip("\\n") == argv[4].rstrip("\\n"), plain.get_content()
            assert html.get_content().replace("\\r\\n", "\\n").rstrip("\\n") == argv[5].rstrip("\\n")
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.python))
        process.arguments = ["-c", script, file, "Dana \"D\" Ortíz", "Über, 9 to 15 March", text, html]
        process.environment = ["PYTHONUTF8": "1"]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
