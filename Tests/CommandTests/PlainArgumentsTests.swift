import ArgumentParser
import LedgerModel
import TestSupport
import Testing

@testable import limelight

/// The short way past the parser has to read what the parser reads, or leave it to the parser.
@Suite struct PlainArgumentsTests {
    private static let words = [
        "restore", "drill done", "", "-20m", "--for", "90m", "--with", "Maria", "--tag", "growth", "--worth", "keep",
        "grow", "--arena", "job", "side", "--at", "9:30", "--from", "yesterday 17:45", "--json", "--ledger", "a.sqlite",
        "--zone", "Europe/Berlin", "--now", "2026-03-17T12:00:00Z", "--", "-", "--help", "--for=90m", "-h", "--nothing",
        "--short", "--worth", "build", "help", "a=b",
    ]

    @Test(arguments: Seeds.or(1...3)) func notesAreReadAsTheParserReadsThem(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var read = 0
        for _ in 0..<1_000 {
            let arguments = (0..<Int.random(in: 0...7, using: &generator)).map { _ in
                Self.words.randomElement(using: &generator)!
            }
            guard let plain = NoteWords(plain: arguments[...]) else { continue }
            read += 1
            let parsed = try #require(try Log.parseAsRoot(arguments) as? Log, "\(arguments), seed \(seed)")
            #expect(plain == parsed.words, "\(arguments), seed \(seed)")
        }
        #expect(read > 30, "the short way was hardly taken, seed \(seed)")
    }

    @Test func statusIsReadAsTheParserReadsIt() throws {
        let lists: [[String]] = [
            [], ["--short"], ["--json", "--ledger", "x"], ["--short", "--now", "n", "--zone", "z"],
        ]
        for arguments in lists {
            let parsed = try #require(try Status.parseAsRoot(arguments) as? Status)
            let plain = try #require(StatusWords(plain: arguments[...]))
            #expect(plain.place == parsed.globals.place)
            #expect(plain.json == parsed.output.json && plain.short == parsed.short)
        }
        #expect(StatusWords(plain: ["now"]) == nil)
    }

    @Test func mistakesAreLeftToTheParser() {
        for arguments in [["x", "--worth", "gold"], ["x", "--for"], ["x", "--at"], ["--for", "90m"], ["x", "-v"]] {
            #expect(NoteWords(plain: arguments[...]) == nil, "\(arguments)")
        }
    }
}
