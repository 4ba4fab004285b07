import LedgerModel
import Testing

/// Expressions are POSIX extended; whether they match what they should is tested beside the matcher.
@Suite("Expressions over titles")
struct TitlePatternTests {
    @Test(
        "An exact one says the title to the letter, and reads back as it",
        arguments: [
            ("Restore drill", "^Restore drill$"), ("Costs 5$", "^Costs 5\\$$"), ("a.b*c+d?", "^a\\.b\\*c\\+d\\?$"),
            ("(x) [y] {z} ^|", "^\\(x\\) \\[y] \\{z} \\^\\|$"), ("C:\\temp", "^C:[\\]temp$"), ("end\\", "^end[\\]$"),
            ("Übergabe", "^Übergabe$"), ("U\u{308}bergabe", "^Übergabe$"), ("read\u{0}not", "^read$"),
            ("[0-9]+", "^\\[0-9]\\+$"),
            ("$", "^\\$$"), ("^$", "^\\^\\$$"),
        ])
    func exact(title: String, expression: String) {
        #expect(TitlePattern.exact(title) == expression)
        let heard = title == "read\u{0}not" ? "read" : title
        #expect(TitlePattern.plain(expression) == heard)
    }

    @Test(
        "A conventional scope is read with any type and mark, and issues by their numbers",
        arguments: [
            ("fix(core): a", "core", []), ("Feat(a.b)!: #12, OPS-3", "a.b", ["#12", "OPS-3"]),
            ("fix: a (#12)", nil, ["#12"]),
            ("fix(): a", nil, []), ("fix(core) a", nil, []), ("a fix(core): b", nil, []), ("#1234567890", nil, []),
            ("xOPS-12 ops-12", nil, ["XOPS-12", "OPS-12"]), ("a-1", nil, []),
        ] as [(String, String?, Set<String>)])
    func commits(title: String, scope: String?, issues: Set<String>) {
        #expect(TitlePattern.scope(title)?.name == scope)
        #expect(TitlePattern.issues(title) == issues)
        if let expression = TitlePattern.scope(title)?.expression { #expect(TitlePattern.plain(expression) == scope) }
        for key in issues { #expect(TitlePattern.plain(TitlePattern.issue(key)) == key) }
    }

    @Test(
        "A meeting of two says so itself",
        arguments: [
            ("1:1 Jo", true), ("Jo 1:1", true), ("1-1: Jo", true), ("Weekly one-on-one", true), ("1on1 (Jo)", true),
            ("Jo / Dana", true), ("Jo Li <> Dana", true), ("11:15 sync", false), ("Release 1.1", false),
            ("CI/CD", false),
            ("a/b", false), ("Jo", false), ("Storage support call", false),
        ])
    func oneOnOne(title: String, isOne: Bool) { #expect(TitlePattern.saysOneOnOne(title) == isOne) }

    @Test("What has no title is called so")
    func untitled() {
        #expect(TitlePattern.exact("") == "^$" && TitlePattern.plain("^$") == "time without a title")
    }

    @Test("A long title is cut at the same place in either case, and is a beginning only")
    func long() {
        let title = String(repeating: "Straße ", count: 100)
        let expression = TitlePattern.exact(title)
        #expect(!expression.hasSuffix("$") && expression.utf8.count <= 404)
        #expect(title.hasPrefix(TitlePattern.plain(expression)))
        #expect(TitlePattern.exact(title.lowercased()).lowercased() == expression.lowercased())
        // The beginning of a longer one is the same expression.
        #expect(TitlePattern.exact(title + "and more") == expression)
        // A dollar sign at the cut belongs to the title.
        let dollars = TitlePattern.exact(String(repeating: "$", count: 500))
        #expect(dollars.hasSuffix("\\$") && TitlePattern.plain(dollars) == String(repeating: "$", count: 200))
    }

    @Test(
        "A numbered one stands for any number, where a word is beside it",
        arguments: [
            ("Sprint 12 planning", "^Sprint [0-9]+ planning$", "Sprint … planning"),
            ("Retro 2026-03-17", "^Retro [0-9]+-[0-9]+-[0-9]+$", "Retro …-…-…"),
            ("v1.2 release", "^v[0-9]+\\.[0-9]+ release$", "v….… release"),
            ("Release 007", "^Release [0-9]+$", "Release …"),
        ])
    func numbered(title: String, expression: String, plain: String) {
        #expect(TitlePattern.numbered(title) == expression)
        #expect(TitlePattern.plain(expression) == plain)
    }

    @Test(
        "Without a number, or without a word of three letters, there is none",
        arguments: ["", "Planning", "12", "Q3", "a1b", "٣ Treffen"])
    func notNumbered(title: String) { #expect(TitlePattern.numbered(title) == nil) }

    @Test(
        "An opening is what stands before the first colon, where it is a word and no sentence",
        arguments: [
            ("Incident review: payroll", "^Incident review:", "Incident review"), ("fix: a: b", "^fix:", "fix"),
            ("C++ talk: x", "^C\\+\\+ talk:", "C++ talk"), ("no colon", nil, nil), (": x", nil, nil),
            ("9:30 call", nil, nil),
            ("ab: x", nil, nil), (String(repeating: "a", count: 61) + ": x", nil, nil),
        ] as [(String, String?, String?)])
    func opening(title: String, expression: String?, words: String?) {
        let opening = TitlePattern.opening(title)
        #expect(opening?.expression == expression && opening?.words == words)
    }

    @Test(
        "Keys of tickets, in upper case, and whether they were written so",
        arguments: [
            ("OPS-12 mend it", ["OPS+"]), ("ops-12", ["OPS-"]), ("Ops-12", ["OPS-"]),
            ("(OPS-1), AB2-9", ["OPS+", "AB2+"]),
            ("A-1", []), ("2B-3", []), ("OPS-x", []), ("OPS -1", []), ("ABCDEFGHIJ-1", ["ABCDEFGHIJ+"]),
            ("ABCDEFGHIJK-1", []),
            ("üOPS-1", ["OPS+"]), ("OPS-1-2", ["OPS+"]), ("-1", []), ("OPS-", []),
        ])
    func tickets(title: String, found: [String]) {
        #expect(TitlePattern.ticketPrefixes(title).map { $0.prefix + ($0.isWritten ? "+" : "-") } == found)
        #expect(TitlePattern.plain(TitlePattern.ticket("OPS")) == "OPS-…")
    }

    @Test("Titles that differ in case or form alone are one")
    func folded() {
        #expect(TitlePattern.folded("ÜBERGABE") == TitlePattern.folded("u\u{308}bergabe"))
        #expect(TitlePattern.folded("Maß") != TitlePattern.folded("Mass"))
    }

    @Test("Whatever a title is, its expression reads back as it", arguments: 0..<30)
    func roundTrip(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let letters = [
            "a", "Z", "9", " ", "\\", "$", "^", "[", "]", "(", ")", "{", "}", "|", "*", "+", "?", ".", "-", "é", "日",
        ]
        for _ in 0..<50 {
            let title = "x" + (0..<random.number(0, 40)).map { _ in random.pick(letters, or: "") }.joined()
            #expect(TitlePattern.plain(TitlePattern.exact(title)) == title, "seed \(seed)")
        }
    }
}
