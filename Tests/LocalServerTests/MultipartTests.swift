import LedgerModel
import TestSupport
import Testing

@testable import LocalServer

@Suite("Upload: a form with files is taken apart as it comes in")
struct MultipartTests {
    static let type = "multipart/form-data; boundary=XyZ"

    /// What came of it, with the bytes of a part joined.
    struct Seen: Equatable {
        var name: String
        var fileName: String?
        var text: String
        var isWhole = false
    }

    static func read(_ text: String, type: String = type, pieces: Int = .max) throws -> (seen: [Seen], isOver: Bool) {
        var reader = try #require(MultipartReader(contentType: type))
        var seen: [Seen] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            for event in try reader.feed(rest.prefix(pieces)) {
                switch event {
                case .begin(let part): seen.append(Seen(name: part.name, fileName: part.fileName, text: ""))
                case .bytes(let bytes): seen[seen.count - 1].text += String(decoding: bytes, as: UTF8.self)
                case .end: seen[seen.count - 1].isWhole = true
                }
            }
            rest = rest.dropFirst(pieces)
        }
        return (seen, reader.isOver)
    }

    static let whole =
        "--XyZ\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\ntoken\r\n"
        + "--XyZ\r\nContent-Disposition: form-data; name=\"files\"; filename=\"work.ics\"\r\nContent-Type: text/calendar\r\n\r\n"
        + "BEGIN\r\n--XyY\r\n\r\n-- not the end\r\n" + "\r\n--XyZ\r\n"
        + "Content-Disposition: form-data; name=\"empty\"; filename=\"\"\r\n\r\n\r\n--XyZ--\r\nafterwards"

    @Test("Whatever pieces it comes in, the parts are the same", arguments: [1, 2, 3, 5, 7, 64, 4096])
    func pieces(size: Int) throws {
        let (seen, isOver) = try Self.read(Self.whole, pieces: size)
        #expect(
            seen == [
                Seen(name: "csrf", fileName: nil, text: "token", isWhole: true),
                Seen(
                    name: "files", fileName: "work.ics", text: "BEGIN\r\n--XyY\r\n\r\n-- not the end\r\n", isWhole: true
                ),
                Seen(name: "empty", fileName: "", text: "", isWhole: true),
            ])
        #expect(isOver)
    }

    @Test("A form that is cut off is never over", arguments: [20, 60, 120, 200])
    func cut(at: Int) throws {
        #expect(try !Self.read(String(Self.whole.prefix(at))).isOver)
    }

    @Test(
        "Without a boundary, or with one that cannot be, it is no such form",
        arguments: [
            "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=XyZ",
            "multipart/form-data; boundary=\(String(repeating: "b", count: 71))", "text/plain", "",
            "multipart/form-data; boundary=a\u{1}b",
        ])
    func types(type: String) { #expect(MultipartReader(contentType: type) == nil) }

    @Test(
        "What is malformed is refused, and soon",
        arguments: [
            String(repeating: "x", count: 2_000),
            "--XyZ\r\nX-Long: " + String(repeating: "x", count: 9_000),
            "--XyZ\r\nContent-Type: text/plain\r\n\r\nx\r\n--XyZ--",
            "--XyZ\r\nContent-Disposition: form-data\r\n\r\nx\r\n--XyZ--",
            "--XyZ\r\nContent-Disposition: form-data; name=\"\(String(repeating: "n", count: 200))\"\r\n\r\nx",
            "--XyZjunk\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
            String(
                repeating: "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n", count: 101) + "--XyZ--",
        ])
    func malformed(text: String) {
        #expect(throws: MultipartReader.Malformed.self) { try Self.read(text) }
    }

    @Test("A head without an end is not held for ever")
    func endlessHead() throws {
        var reader = try #require(MultipartReader(contentType: Self.type))
        _ = try reader.feed("--XyZ\r\n".utf8)
        #expect(throws: MultipartReader.Malformed.self) {
            for _ in 0..<100 { _ = try reader.feed(String(repeating: "a: b\r\n", count: 50).utf8) }
        }
    }

    @Test(
        "A file’s name is a name, whatever it claims to be",
        arguments: [
            ("work.ics", "work.ics"), ("../../etc/passwd", "passwd"), ("C:\\\\Users\\\\dana\\\\work.ics", "work.ics"),
            ("a%22b.ics", "a\"b.ics"), ("a\\\"; filename=\\\"b.ics", "a\"; filename=\"b.ics"),
            (String(repeating: "n", count: 500) + ".ics", String(repeating: "n", count: 200)), ("/", ""),
        ])
    func fileNames(sent: String, read: String) throws {
        let text = "--XyZ\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\(sent)\"\r\n\r\nx\r\n--XyZ--"
        #expect(try Self.read(text).seen.first?.fileName == read)
    }

    @Test("A part inside a part is only bytes")
    func nested() throws {
        let inner = "--In\r\nContent-Disposition: file; filename=\"/etc/passwd\"\r\n\r\nroot\r\n--In--"
        let text =
            "--XyZ\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\nContent-Type: multipart/mixed; boundary=In\r\n\r\n\(inner)\r\n--XyZ--"
        let seen = try Self.read(text).seen
        #expect(seen == [Seen(name: "f", fileName: "a", text: inner, isWhole: true)])
    }

    @Test("Any bytes at all end or are refused, the same whatever pieces they come in", arguments: 0..<40)
    func noise(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let scraps = [
            "--XyZ", "\r\n", "--", "Content-Disposition: form-data; name=\"a\"", "; filename=\"", "\"", "\r\n\r\n", "x",
            ";", "=",
        ]
        let text = (0..<200).map { _ in scraps.randomElement(using: &random) ?? "" }.joined()
        let whole = try? Self.read(text)
        let cut = try? Self.read(text, pieces: Int.random(in: 1...50, using: &random))
        #expect(whole?.seen == cut?.seen && whole?.isOver == cut?.isOver, "seed \(seed)")
        #expect((whole?.seen ?? []).reduce(0) { $0 + $1.text.utf8.count } <= text.utf8.count, "seed \(seed)")
    }
}
