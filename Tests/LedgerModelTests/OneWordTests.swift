import Foundation
import Testing

/// One word for one thing: what no surface says, since it says another word for it. The list is the right column of
/// the project’s table of words; *evidence* in reports is held by their golden files.
@Suite("One word for one thing")
struct OneWordTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// What stands for each, and what nobody reads any more.
    private static let avoided: [(instead: String, pattern: String)] = [
        (
            "What you did, what it changed, and who has not heard",
            #"ledger of your working life|accounts? for (your |the )?time"#
        ),
        ("calendars, repositories and notes; on record", #"\btraces\b|\btraced\b|\bleft no trace\b|\bwith a trace\b"#),
        ("from 107 of 273 working hours with a record", #"\bseen of\b"#),
        ("My job", #"\bframes?\b(?!-)"#),
        ("result", #"\bclaims?\b"#),
        ("Not told yet", #"\bin the dark\b"#),
        ("serves an objective; other results", #"\b(moved|beside) the plan\b"#),
        ("Ran as expected", #"\bexpected, and met\b|\bquiet days\b"#),
        (
            "what I am judged on, my other work, someone else’s, not placed",
            #"\bmine, not measured\b|\bmine, in no\b|\bnot mine: "#
        ),
        ("someone else’s, on my desk", #"\bnot my job\b"#),
        (
            "for me, gave it, taken, not known",
            #"\b(minutes|hours|blocks?|time) (kept|lost|promised)\b|\bsurviv(al|es?)\b|\bminutes promised\b"#
        ),
        ("holds: eight of eight", #"\bchance of\b|% chance"#),
        (
            "people you work with; not spoken with since May",
            #"\bwho the ledger knows\b|\bmost evidence first\b|\bdrifting\b|\bcontacts \d"#
        ),
        ("my hours with", #"\bhours by person\b"#),
        ("someone else could run it", #"\boutsourc"#),
        ("what speaks against it", #"\bresistance\b"#),
        ("kinds of work", #"(^|[^-:,\"\w] )baseline(?![\"\w])(?!.*\bworth)"#),
        ("is not a date", #"\bI can (read|understand)\b"#),
    ]

    @Test("No sentence of the program says it another way")
    func program() throws {
        let sentences = try Self.literals() + Self.templates()
        #expect(sentences.count > 1_500)
        expectNone(in: sentences)
    }

    @Test("Nothing that is printed says it another way")
    func printed() throws {
        var lines: [(String, String)] = []
        for file in try Self.files("Tests/CommandTests/Transcripts", ".transcript") {
            // What is typed may be old words of the person’s own.
            lines += file.text.split(separator: "\n").filter { !$0.hasPrefix("$") && !$0.hasPrefix("#") }.map {
                (file.name, String($0))
            }
        }
        for folder in ["Tests/RenderingsTests/Golden", "Tests/GoldenTests/Golden"] {
            for file in try Self.files(folder, ".txt") + Self.files(folder, ".md") {
                lines += file.text.split(separator: "\n").map { (file.name, String($0)) }
            }
            for file in try Self.files(folder, ".html") {
                lines.append((file.name, file.text.replacing(/<[^>]*>/, with: " ")))
            }
        }
        #expect(lines.count > 1_000)
        expectNone(in: lines)
    }

    @Test("The README says it no other way")
    func readme() throws {
        expectNone(in: [("README.md", try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8))])
    }

    @Test("What is planted is found")
    func canFail() throws {
        for (text, count) in [
            ("3 h seen of 12.", 1), ("One result moved the plan.", 1), ("Reads the traces that work leaves", 1),
            ("Two people, most evidence first.", 1), ("“x” is no day I can read", 1), ("60 minutes lost", 1),
            ("Nothing was saved.", 0), ("Take it away without a trace.", 0), ("limelight totals --by worth", 0),
        ] {
            #expect(try Self.found(in: [("planted", text)]).count == count, "\(text)")
        }
    }

    private func expectNone(in sentences: [(file: String, text: String)]) {
        do {
            for line in try Self.found(in: sentences) { Issue.record("\(line)") }
        } catch {
            Issue.record(error)
        }
    }

    private static func found(in sentences: [(file: String, text: String)]) throws -> [String] {
        let patterns = try avoided.map { (instead: $0.instead, regex: try Regex($0.pattern).ignoresCase()) }
        return sentences.flatMap { sentence in
            patterns.compactMap { pattern in
                sentence.text.firstMatch(of: pattern.regex).map {
                    "\(sentence.file): “\(sentence.text[$0.range])”, say: \(pattern.instead)"
                }
            }
        }
    }

    /// Literals with more than one word that a person may read: no SQL, and no code of the made-up year.
    private static func literals() throws -> [(String, String)] {
        try files("Sources", ".swift").filter { !$0.path.contains(/DemoYear|benchmark-ledger/) }.flatMap { file in
            file.text.split(separator: "\n").flatMap { line -> [(String, String)] in
                guard line.firstMatch(of: /^\s*\/\//) == nil,
                    !line.contains(/\b(?:SELECT|FROM|UPDATE|DELETE|INSERT|sql:)/)
                else { return [] }
                return line.matches(of: /"((?:[^"\\]|\\.)*)"/).map { (file.name, String($0.output.1)) }
                    .filter { $0.1.contains(" ") }
            }
        }
    }

    private static func templates() throws -> [(String, String)] {
        try files("Sources/Renderings", ".mustache").map {
            ($0.name, $0.text.replacing(/<[^>]*>|\{\{[^}]*\}\}/, with: " "))
        }
    }

    private static func files(_ folder: String, _ ending: String) throws -> [(path: String, name: String, text: String)]
    {
        let base = root.appending(path: folder)
        let names = FileManager.default.enumerator(atPath: base.path)?.allObjects as? [String] ?? []
        return try names.filter { $0.hasSuffix(ending) }.sorted().map { name in
            let url = base.appending(path: name)
            return (name, url.lastPathComponent, try String(contentsOf: url, encoding: .utf8))
        }
    }
}
