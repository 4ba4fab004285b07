import LedgerModel
import Testing

@testable import TraceFormats

@Suite("The output of git log")
struct GitLogParserTests {
    private static let sha = String(repeating: "a1", count: 20)
    private static let other = String(repeating: "b2", count: 20)

    private static func record(
        _ sha: String, parents: String = "", date: String = "1773738000 +0100", message: String
    ) -> [UInt8] {
        [sha, parents, "Mina", "MINA@example.org", "Mina Weber", "mina@example.org", date, "1773738060", message]
            .flatMap { Array($0.utf8) + [0] }
    }

    /// What was read, and whether the bytes were a log.
    private static func read(_ bytes: [UInt8], by size: Int) -> (records: [GitLogRecord], isLog: Bool) {
        var parser = GitLogParser()
        var records: [GitLogRecord] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            let part = Array(bytes[start..<min(bytes.count, start + size)])
            guard part.withUnsafeBytes({ parser.feed($0) { records.append($0) } }) else { return (records, false) }
        }
        return (records, true)
    }

    @Test("commits are the same whatever the chunks", arguments: [1, 2, 3, 7, 64, 100_000])
    func chunks(size: Int) {
        let bytes =
            Self.record(Self.sha, parents: "\(Self.other) \(Self.sha)", message: "One\n\nwith\n\u{1}=\nodd lines\n")
            + Self.record(Self.other, message: "")
        let (records, isLog) = Self.read(bytes, by: size)
        #expect(isLog)
        #expect(records.map(\.sha) == [Self.sha, Self.other])
        #expect(records.map(\.parentCount) == [2, 0])
        #expect(records.first?.authorDate?.at == Instant(1_773_738_000))
        #expect(records.first?.authorDate?.offset == 3600)
        #expect(records.first?.committedAt == Instant(1_773_738_060))
        #expect(
            records.first.map { String(decoding: $0[.message], as: UTF8.self) } == "One\n\nwith\n\u{1}=\nodd lines\n")
        #expect(records.last?[.message].isEmpty == true)
    }

    @Test("what is no log is refused at its first field")
    func refused() {
        #expect(!Self.read(Array("fatal: nothing\u{0}here".utf8), by: 4).isLog)
        #expect(!Self.read([0, 0, 0], by: 3).isLog)
    }

    @Test("a message without end takes no memory without end")
    func longMessage() throws {
        let long = String(repeating: "ü", count: GitLogFormat.messageLimit)
        let (records, isLog) = Self.read(Self.record(Self.sha, message: long), by: 1000)
        #expect(isLog)
        let record = try #require(records.first)
        #expect(record.isCut)
        #expect(record[.message].count == GitLogFormat.messageLimit)
        let (subject, _, isRepaired) = GitMessage.split(record[.message], isCut: true)
        #expect(!isRepaired)
        #expect(subject == String(repeating: "ü", count: 1_000))
    }

    @Test(
        "offsets and dates that cannot be",
        arguments: [
            ("1773738000 +0530", 1_773_738_000, 19_800), ("1773738000 -0330", 1_773_738_000, -12_600),
            ("1773738000 +9999", 1_773_738_000, 0), ("-5 +0000", -5, 0), ("1773738000", 1_773_738_000, 0),
        ])
    func dates(text: String, at: Int64, offset: Int32) throws {
        let record = try #require(Self.read(Self.record(Self.sha, date: text, message: "x"), by: 9).records.first)
        let date = try #require(record.authorDate)
        #expect(date.at == Instant(at) && date.offset == offset)
    }

    @Test("no date is no date", arguments: ["", "tomorrow", "99999999999999999999 +0000", "999999999999 +0000"])
    func noDates(text: String) throws {
        let record = try #require(Self.read(Self.record(Self.sha, date: text, message: "x"), by: 9).records.first)
        #expect(record.authorDate == nil)
    }

    @Test(
        "a subject is the first paragraph in one line",
        arguments: [
            ("One\n", "One", ""), ("One\ntwo\n\nBody\n\nMore\n", "One two", "Body\n\nMore"),
            ("\n\n  One  \r\n\r\n  indented\r\n", "One", "  indented"), ("", "(no message)", ""),
            ("\n \n", "(no message)", ""),
        ])
    func messages(text: String, subject: String, body: String) {
        let parts = GitMessage.split(Array(text.utf8)[...], isCut: false)
        #expect(parts.subject == subject)
        #expect(parts.body == body)
    }
}
