import LedgerModel
import TestSupport
import Testing

@testable import Attribution

@Suite("Expressions of rules: what matches and what is refused")
struct PatternTests {
    @Test(
        "Case and form make no difference",
        arguments: [
            ("übergabe", "Übergabe", true), ("übergabe", "U\u{308}BERGABE", true),
            ("u\u{308}bergabe", "Übergabe", true),
            ("[ä-ü]", "Ö", true), ("[Ä-Ü]", "ö", true), ("[À-ÿ]", "Ÿ", true), ("[a-z]", "Ü", false), ("u", "Ü", false),
            ("^.bergabe$", "U\u{308}bergabe", true), ("^[^u]b", "übergabe", true), ("ü{2}", "üÜ", true),
            ("straße", "STRAẞE", true), ("straẞe", "straße", true), ("strasse", "straße", false),
            ("οδος", "ΟΔΟΣ", true), ("οδοσ", "οδος", true), ("ſ", "S", true), ("s", "ſ", true), ("k", "\u{212A}", true),
            ("планёрка", "ПЛАНЕ\u{308}РКА", true), ("Å", "\u{212B}", true), ("가", "\u{1100}\u{1161}", true),
            // Which of the Turkish letters is an `i` depends on the language: they are letters of their own.
            ("i", "İ", false), ("i", "ı", false), ("İ", "İ", true), ("ı", "I", false),
            ("^\\w+$", "Übergabe_2", true), ("^\\w+$", "नमस्ते", true), ("\\bübung\\b", "die Übung.", true),
            ("\\bung", "Übung", false), ("^[[:alpha:]]+$", "Straße", true), ("[[:upper:]]", "ü", true),
            ("[[:space:]]", "a\u{A0}b", true), ("[[=ü=]]", "U\u{308}", true), ("[[.ü.]-ÿ]", "Ý", true),
            ("^.$", "🌊", true), ("\\é", "É", true), ("\\d", "٣", false),
        ])
    func caseAndForm(expression: String, text: String, isMatch: Bool) throws {
        #expect(try Pattern(expression).matches(text) == isMatch)
    }

    @Test(
        "`\\d` is a digit everywhere, and a text ends at its first NUL",
        arguments: [
            ("^\\d+$", "2026", true), ("^\\d+$", "x", false), ("[\\d.]+$", "a 1.5", true), ("^[^\\d]$", "d", true),
            ("\\\\d", "\\d", true), ("\\\\d", "7", false), ("[\\]", "\\", true), ("[\\]d", "\\d", true),
            ("a$", "a\u{0}b", true), ("b", "a\u{0}b", false), ("é$", "é\u{0}b", true), ("a.b", "a\nb", true),
            ("^b", "a\nb", false), ("[^x]b", "a\nb", true),
        ])
    func ownRules(expression: String, text: String, isMatch: Bool) throws {
        #expect(try Pattern(expression).matches(text) == isMatch)
    }

    static let refused: [(String, PatternError)] = [
        ("(a)\\1", .backReference(at: 4)), ("\\9", .backReference(at: 1)),
        ("a{32768}", .tooLarge), ("(a{200}){200}", .tooLarge), ("((((((a{9}){9}){9}){9}){9}){9}){9}", .tooLarge),
        ("(){32767}", .tooLarge), (String(repeating: "a", count: 10_000), .tooLarge),
        (String(repeating: "x", count: 50_000), .tooLarge),
        ("*a", .invalid("“*” has nothing to repeat", at: 1)), ("a|+", .invalid("“+” has nothing to repeat", at: 3)),
        ("(?a)", .invalid("“?” has nothing to repeat", at: 2)), ("^*", .invalid("“*” has nothing to repeat", at: 2)),
        ("{1}", .invalid("“{” has nothing to repeat", at: 1)),
        ("über(a", .invalid("“(” is not closed", at: 5)), ("u\u{308}b(", .invalid("“(” is not closed", at: 3)),
        ("a\\", .invalid("nothing follows “\\”", at: 2)), ("\\t", .invalid("“\\t” has no meaning", at: 1)),
        ("x\\D", .invalid("“\\D” has no meaning", at: 2)),
        ("a{1", .invalid("“{” is not closed", at: 2)),
        ("a{x}", .invalid("only numbers belong in braces; write \\{ for a brace", at: 3)),
        ("a{}", .invalid("“{}” lacks a number", at: 2)),
        ("a{3,2}", .invalid("in braces, the smaller number comes first", at: 2)),
        ("[a", .invalid("“[” is not closed", at: 1)), ("[]", .invalid("“[” is not closed", at: 1)),
        ("[b-a]", .invalid("the range ends before it begins", at: 2)),
        ("[a-c-e]", .invalid("the range has no beginning; write “-” last in the brackets", at: 5)),
        ("[a-[:digit:]]", .invalid("a range must end with a single letter", at: 4)),
        (
            "[[:foo:]]",
            .invalid("there is no class of this name; use one such as [:alpha:], [:digit:] or [:space:]", at: 2)
        ),
        ("[[.space.]]", .invalid("only one letter belongs in [. .]", at: 2)),
        ("[[:alpha:", .invalid("“[:” is not closed", at: 2)),
        ("a\u{0}b", .invalid("an expression cannot contain NUL", at: 2)),
        (String(repeating: "(", count: 5_000), .invalid("groups are nested too deep", at: 101)),
        ("a" + String(repeating: "{1}", count: 9), .invalid("too many braces after one item", at: 26)),
    ]

    @Test("What cannot be used is refused with the reason and its place", arguments: refused)
    func refusals(expression: String, error: PatternError) {
        #expect(throws: error) { try PatternProgram(expression) }
        let said = #expect(throws: LedgerError.self) { try Pattern(expression, of: "rule “a”: title~") }
        #expect(said?.code == .jobInvalid)
        #expect(said?.message.contains(error.reason) == true && said?.message.hasPrefix("rule “a”: title~ ") == true)
        #expect((said?.message.count ?? 0) < 300)
    }

    @Test("Ten thousand states are the bound, and they are counted before they are made")
    func bound() throws {
        #expect(try PatternProgram("a{9999}").states.count == PatternProgram.largest)
        #expect(throws: PatternError.tooLarge) { try PatternProgram("a{10000}") }
        let long = try Pattern("^(ab){4000}$")
        #expect(long.matches(String(repeating: "aB", count: 4000)))
        #expect(!long.matches(String(repeating: "ab", count: 3999)))
    }

    @Test(
        "The work grows with the text alone",
        arguments: [
            "(a*)*b", "^(a+)+$", "(a|aa)+$", "(a|a)*b", "(.*)(.*)(.*)(.*)x$", "(a?){30}a{30}b", "(x+x+)+y", "((a*)*)*b",
            "[ab]*a[ab]{12}c", "(ä*)*b", "\\b(a*)*\\Bb",
        ])
    func linear(expression: String) throws {
        let program = try PatternProgram(expression)
        for letter in ["a", "x", "ä", "ab", "a\u{308}"] {
            for length in [100, 3_000] {
                var automaton = PatternAutomaton(program)
                let text = String(repeating: letter, count: length)
                _ = automaton.matches(text)
                #expect(automaton.steps <= (text.unicodeScalars.count + 1) * program.states.count)
            }
        }
    }

    @Test("Of what texts teach, only so much is kept")
    func memory() throws {
        var random = SeededGenerator(seed: 3)
        // Some 4,000 places, each of many states; and letters without end.
        for expression in ["[ab]*a[ab]{12}c", "(a|.){60}[ä-ü]z"] {
            var automaton = PatternAutomaton(try PatternProgram(expression))
            for _ in 0..<40 {
                let letters = (0..<500).map { _ in
                    random.next() % 3 > 0
                        ? ["a", "b"][Int(random.next() % 2)]
                        : Unicode.Scalar(UInt32(0x4E00 + random.next() % 20_000)).map { String($0) } ?? ""
                }
                _ = automaton.matches(letters.joined())
                #expect(automaton.kept.places <= 256 && automaton.kept.rare <= 2_000, "seed 3")
                #expect(automaton.kept.states <= 20_000 + 256, "seed 3")
            }
        }
    }

    @Test("Asked by many at once it answers the same")
    func together() async throws {
        let pattern = try Pattern("(^|[^A-Za-z0-9])OPS-[0-9]+|übergabe$")
        let texts = ["OPS-12", "xOPS-1", "Die U\u{308}bergabe", "", "ops-3 a", "Übergaben"]
        let expected = [true, false, true, false, true, false]
        await withTaskGroup(of: [Bool].self) { group in
            for _ in 0..<8 { group.addTask { (0..<200).flatMap { _ in texts.map { pattern.matches($0) } } } }
            for await answers in group { #expect(answers == (0..<200).flatMap { _ in expected }) }
        }
    }

    @Test("No expression and no text end the process", arguments: 1...40 as ClosedRange<UInt64>)
    func anything(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func pick(_ values: [String]) -> String { values[Int(random.next() % UInt64(values.count))] }
        let parts = [
            "a", "b", "Z", "ü", "u", "\u{308}", "ß", "0", "9", ",", "-", "^", "$", ".", "*", "+", "?", "(", ")", "[",
            "]",
            "{", "}", "|", "\\", "[:alpha:]", "[:", ":]", "[=", "=]", "[.", ".]", "\\d", "\\w", "\\b", "\\<", "\\1",
            "{1,3}", "{99}", "{9999}", "\u{0}", "\n", "🌊", "\u{1100}", "\u{1161}", "é", "[^", "a-z",
        ]
        for _ in 0..<150 {
            let expression = (0..<random.next() % 14).map { _ in pick(parts) }.joined()
            let text = (0..<random.next() % 30).map { _ in pick(parts) }.joined()
            do {
                let program = try PatternProgram(expression)
                #expect(program.states.count <= PatternProgram.largest)
                var automaton = PatternAutomaton(program)
                _ = automaton.matches(text)
                #expect(automaton.steps <= (text.unicodeScalars.count + 1) * program.states.count)
            } catch {
                #expect(!error.reason.isEmpty)
            }
        }
    }
}
