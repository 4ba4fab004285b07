import LedgerModel
import Questions
import TestSupport
import Testing

@testable import Renderings

struct TerminalTextTests {
    @Test func aRichDocumentReadsWell() throws {
        try Golden.check(TerminalText.render(Sample.document), "terminal.txt")
        try Golden.check(TerminalText.render(Sample.document, width: 50), "terminal-50.txt")
        try Golden.check(TerminalText.render(Sample.document, colour: true), "terminal-colour.txt")
        try Golden.check(TerminalText.render(Sample.document, unicode: false), "terminal-ascii.txt")
    }

    @Test(arguments: [40, 50, 64, 80, 100, 120, 200])
    func noLineIsWiderThanAsked(width: Int) {
        for document in [Sample.document, Sample.wide, Hostile.document] {
            for unicode in [true, false] {
                for line in TerminalText.render(document, width: width, unicode: unicode).split(separator: "\n") {
                    #expect(CellWidth.of(line) <= width, "\(line)")
                }
            }
        }
    }

    @Test func randomDocumentsKeepTheWidth() {
        for seed in UInt64(1)...60 {
            let document = Hostile.random(seed: seed)
            for line in TerminalText.render(document).split(separator: "\n") {
                #expect(CellWidth.of(line) <= 80, "seed \(seed): \(line)")
            }
        }
    }

    @Test func asciiIsASCII() {
        let text =
            TerminalText.render(Hostile.document, unicode: false) + TerminalText.render(Sample.document, unicode: false)
        #expect(text.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
    }

    @Test func escapeSequencesAppearOnlyWhenColourIsWanted() {
        #expect(!TerminalText.render(Sample.document).contains("\u{1B}"))
        #expect(TerminalText.render(Sample.document, colour: true).contains("\u{1B}[1m"))
    }

    @Test func hostileTextMovesNothing() {
        let text = TerminalText.render(Hostile.document, colour: false)
        for scalar in text.unicodeScalars {
            let value = scalar.value
            #expect(value == 0x0A || (value >= 0x20 && !(0x7F...0x9F).contains(value)), "U+\(String(value, radix: 16))")
            #expect(!(0x202A...0x202E).contains(value) && !(0x2066...0x2069).contains(value))
        }
        // With colour, each escape sequence is one of ours: ESC [ digits m.
        let coloured = Array(TerminalText.render(Hostile.document, colour: true).unicodeScalars)
        for (index, scalar) in coloured.enumerated() where scalar == "\u{1B}" {
            let rest = coloured[(index + 1)...].prefix(4).map(String.init).joined()
            #expect(
                ["[0m", "[1m", "[2m", "[31", "[36", "[90", "[32", "[33", "[34", "[35"].contains { rest.hasPrefix($0) })
        }
    }

    @Test func wideAndCombiningCharactersAreCounted() {
        #expect(CellWidth.of("abc") == 3)
        #expect(CellWidth.of("日本語") == 6)
        #expect(CellWidth.of("e\u{301}") == 1)
        #expect(CellWidth.of("한국") == 4)
        #expect(CellWidth.of("👩‍👩‍👧") == 2)
        #expect(CellWidth.of("✔︎") == 1)
        #expect(CellWidth.of("Größe") == 5)
    }

    @Test func numbersAlignAtTheirRight() {
        let table = Document.Table(
            columns: ["Name", .number("Hours")], rows: [[["日本語"], ["9"]], [["Reliability"], ["127.5"]]])
        let text = TerminalText.render(Document(title: "", headline: [], sections: [.init("", [.table(table)])]))
        let lines = text.split(separator: "\n")
        #expect(
            lines == [
                "  Name         Hours", "  ───────────  ─────", "  日本語           9", "  Reliability  127.5",
            ])
    }

    @Test("A day in a table and a command that fits on a line are not broken over two")
    func daysAndCommandsStayWhole() {
        let long = "Something that takes more room than a window of forty cells has for it"
        let table = Document.Table(columns: [.day, "What"], rows: [[["27 September 2026"], [.text(long)]]])
        let document = Document(
            title: "T", headline: [],
            sections: [
                .init("S", [.table(table), .paragraph(["It is written down with ", .offer(.note(minutes: 50)), "."])])
            ])
        let text = TerminalText.render(document, width: 48)
        #expect(text.contains("27 September 2026  Something"), "\(text)")
        #expect(text.contains("`limelight log \"…\" --for 50m`."), "\(text)")
    }

    @Test func aTableTooWideForItsColumnsBecomesRecords() {
        let columns = (1...12).map { Document.Table.Column("Column \($0)") }
        let row = (1...12).map { [Document.Span.text("a fairly long value \($0)")] }
        let text = TerminalText.render(
            Document(title: "", headline: [], sections: [.init("", [.table(.init(columns: columns, rows: [row]))])]))
        #expect(text.contains("  Column 12: a fairly long value 12\n"))
    }

    @Test func onlyForYouIsSaid() {
        #expect(TerminalText.render(Sample.document).contains("What happened to the blocks · only for you\n"))
    }
}
