import LedgerModel
import Testing

@testable import TraceFormats

@Suite("The output of git diff-tree")
struct GitChangesParserTests {
    private static let first = String(repeating: "a1", count: 20)
    private static let second = String(repeating: "b2", count: 32)

    private func read(
        _ style: GitChangesParser.Style, _ tokens: [String], tail: String = "=\n", by size: Int
    ) -> (GitChangesParser, [GitChanges]) {
        let bytes = tokens.flatMap { Array($0.utf8) + [0] } + Array(tail.utf8)
        var parser = GitChangesParser(style)
        for start in stride(from: 0, to: bytes.count, by: size) {
            let part = Array(bytes[start..<min(bytes.count, start + size)])
            _ = part.withUnsafeBytes { parser.feed($0) }
        }
        return (parser, parser.finished)
    }

    @Test("lines and names, whatever the chunks", arguments: [1, 2, 5, 41, 10_000])
    func counts(size: Int) {
        let (parser, all) = read(
            .lineCounts,
            [Self.first, "3\t1\ta\nb", "-\t-\t\tlogo.png", "0\t12\t=\n", Self.second], by: size)
        #expect(parser.isAtMark)
        #expect(all.map(\.sha) == [Self.first, Self.second])
        #expect(all[0].added == 3 && all[0].deleted == 13 && all[0].files == 3)
        #expect(all[0].paths == ["a\nb", "\tlogo.png", "=\n"])
        #expect(all[1].files == 0)
    }

    @Test("a file that is named like a commit is a file", arguments: [1, 3, 10_000])
    func names(size: Int) {
        let (parser, all) = read(.names, [Self.first, "M", Self.second, "T", "=\n", Self.second, "A", "x"], by: size)
        #expect(parser.isAtMark)
        #expect(all.map(\.paths) == [[Self.second, "=\n"], ["x"]])
    }

    @Test("the last commit is not finished before the mark")
    func unfinished() {
        let (parser, all) = read(.names, [Self.first, "M", "x", Self.second, "M", "y"], tail: "", by: 6)
        #expect(!parser.isAtMark)
        #expect(all.map(\.sha) == [Self.first])
    }

    @Test("anything else is refused", arguments: [["hello"], ["1\t2\tx"], [first, "12"], [first, "1\t2"]])
    func refused(tokens: [String]) {
        #expect(read(.lineCounts, tokens, by: 3).0.isBroken)
    }

    @Test("paths beyond the limit are counted, and names that are not UTF-8 repaired")
    func limits() {
        let many = (0..<(GitChanges.pathLimit + 7)).map { "1\t0\tfile\($0)" }
        let all = read(.lineCounts, [Self.first] + many, by: 4096).1
        #expect(all[0].files == GitChanges.pathLimit + 7)
        #expect(all[0].paths.count == GitChanges.pathLimit)
        #expect(all[0].isCut)
        #expect(all[0].added == Int64(GitChanges.pathLimit + 7))

        var parser = GitChangesParser(.names)
        let bytes = Array(Self.first.utf8) + [0, 0x4D, 0, 0x66, 0xFC, 0] + GitChangesParser.mark
        #expect(bytes.withUnsafeBytes { parser.feed($0) })
        #expect(parser.finished.first?.paths == ["f\u{FFFD}"])
        #expect(parser.finished.first?.hasRepairedPath == true)
    }

    @Test("random bytes never trap", arguments: [UInt64(17), 42, 2026])
    func random(seed: UInt64) {
        var state = seed
        func next() -> UInt8 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let pick = UInt8(truncatingIfNeeded: state >> 33)
            return pick < 100 ? [0, 9, 10, 61, 48, 97, 45, 77][Int(pick) % 8] : pick
        }
        for _ in 0..<2_000 {
            let bytes = (0..<200).map { _ in next() }
            for style in [GitChangesParser.Style.lineCounts, .names] {
                var parser = GitChangesParser(style)
                let head = Array(Self.first.utf8) + [0]
                _ = (head + bytes).withUnsafeBytes { parser.feed($0) }
                _ = bytes.withUnsafeBytes { parser.feed($0) }
            }
            var log = GitLogParser()
            _ = bytes.withUnsafeBytes { log.feed($0) { _ = $0.authorDate } }
            var objects = GitObjectParser()
            bytes.withUnsafeBytes { objects.feed($0) }
            _ = GitTrailers.people(in: bytes[...])
            _ = GitMessage.split(bytes[...], isCut: true)
            _ = GitBlobNames.parse(bytes)
        }
    }
}
