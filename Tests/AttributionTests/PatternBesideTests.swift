#if canImport(Glibc)
    import Glibc
    import LedgerModel
    import TestSupport
    import Testing

    @testable import Attribution

    /// The GNU C library's matcher, in its locale C.UTF-8, without regard to case.
    private final class LibraryPattern {
        private var compiled = regex_t()
        private nonisolated(unsafe) static let locale = newlocale(1 << LC_CTYPE | 1 << LC_COLLATE, "C.UTF-8", nil)

        /// Nil when the library refuses the expression.
        init?(_ expression: String) {
            let before = uselocale(Self.locale)
            defer { uselocale(before) }
            guard regcomp(&compiled, expression, REG_EXTENDED | REG_ICASE | REG_NOSUB) == 0 else { return nil }
        }

        deinit { regfree(&compiled) }

        func matches(_ text: String) -> Bool {
            let before = uselocale(Self.locale)
            defer { uselocale(before) }
            return regexec(&compiled, text, 0, nil, 0) == 0
        }
    }

    @Suite("Expressions of rules beside the C library's")
    struct PatternBesideTests {
        /// What the two hold alike, and what is refused alike, of what POSIX leaves open.
        static let table = [
            "", "|", "a|", "|a", "()", "(|a)b", "a**", "a+?", "a{,2}", "a{,}", "a{0}", "a{2}", "a{1,2}b", "a{1}{2}",
            "}", "a}",
            "a,}", ")", "a)", "a)*b", "a|)", "(^a)", "x^a", "a$b", "(a$)", "^$", "$^", "[]a]", "[^]a]", "[a-]", "[-a]",
            "[---]",
            "[+--]", "[%--]", "[a\\]", "[\\]", "[[:upper:]]", "[[:digit:][:space:]]", "[[=a=]]", "[[.-.]]", "[[.a.]-c]",
            "[:alpha:]", "[[]", "[[a]", "[A-z]", "[a-Z]", "[Z-_]", "[!-_]", "[^A-z]", "[b-C]", "[a^]", "\\.", "\\_",
            "\\ ",
            "\\w+", "\\W", "\\s", "\\S", "\\bb", "b\\b", "\\Bb", "b\\B", "\\<a", "a\\>", "\\`a", "a\\'", "\\^", "\\$",
            "\\/",
            "\\-", "\\}", "\\]", "\\0", "\\\"", "(a|b)*c", "(a(b(c)))", "((a))", "(^)*a", "(\\b){2}a", "\\b", "\\B",
            "^\\B$",
            // Refused.
            "*", "*a", "+a", "?", "{1}", "a|*b", "(*a)", "(+", "^*", "$+", "\\b?", "a\\", "(", "(a", "((a)", "[", "[a",
            "[]",
            "[^]", "[^", "[a-", "a{", "a{1", "a{1,", "a{x}", "a{}", "a{2,1}", "a{1,2", "a{-1}", "a{32768}", "[z-a]",
            "[Z-a]",
            "[a---]", "[a-c-e]", "[[:foo:]]", "[[:ALPHA:]]", "[[:alpha:", "[[:alpha:]", "[[:alpha:]-z]",
            "[a-[:alpha:]]",
            "[[.space.]]", "[[.a]", "[[=ab=]]", "[[==]]",
        ]

        static let texts = [
            "", "a", "A", "b", "ab", "aab", "AaB", "aaaa", "a,}", "}", ")", "a)", "x^a", "a$b", "]", "-", "^", "\\",
            "_", "[",
            ".", " ", "/", "\"", "0", "7", "Z", "z", "c", "abc", "b c", "a b", "xa", "a.b", ":", "p", "@", "+", "ä",
            "\n", "a\nb",
        ]

        @Test("What one takes the other takes, and both hold the same", arguments: table)
        func beside(expression: String) {
            let ours = try? Pattern(expression)
            let theirs = LibraryPattern(expression)
            #expect((ours == nil) == (theirs == nil))
            guard let ours, let theirs else { return }
            for text in Self.texts { #expect(ours.matches(text) == theirs.matches(text), "“\(text)”") }
        }

        @Test(
            "Where the two differ on purpose",
            arguments: [
                ("(a)\\1", false), ("\\q", false), ("\\D", false), ("\\t", false),
                (String(repeating: "a?", count: 6_000), false), ("a{1\\,2}", false),
            ])
        func different(expression: String, isTaken: Bool) {
            #expect(LibraryPattern(expression) != nil)
            #expect(((try? Pattern(expression)) != nil) == isTaken)
        }

        /// Lawful expressions of all that the grammar has, and texts that come near them: without ranges beyond ASCII, which
        /// the library refuses in this locale, and without ends of lines, after which it takes `^` in the middle of a text.
        private struct Maker {
            var random: SeededGenerator

            mutating func pick(_ values: [String]) -> String { values[Int(random.next() % UInt64(values.count))] }

            mutating func expression(_ depth: Int = 0) -> String {
                let branches = random.next() % 5 == 0 ? 2 : 1
                return (0..<branches).map { _ in
                    (0..<1 + random.next() % 3).map { _ in piece(depth) }.joined()
                }.joined(separator: "|")
            }

            private mutating func piece(_ depth: Int) -> String {
                if random.next() % 8 == 0 { return pick(["^", "$", "\\b", "\\B", "\\<", "\\>"]) }
                let atom =
                    switch random.next() % 8 {
                    case 0 where depth < 3: "(" + expression(depth + 1) + ")"
                    case 1: "[" + pick(["", "^"]) + (0..<1 + random.next() % 3).map { _ in member() }.joined() + "]"
                    case 2: "."
                    case 3: pick(["\\w", "\\W", "\\s", "\\S", "\\.", "\\*", "\\("])
                    default: letter()
                    }
                return random.next() % 3 == 0
                    ? atom + pick(["*", "+", "?", "{0}", "{2}", "{1,}", "{,2}", "{0,3}", "{2,3}"]) : atom
            }

            private mutating func member() -> String {
                pick([
                    "a-c", "A-b", "0-5", "ü", "Ж", "[:alpha:]", "[:digit:]", "[:space:]", "[:punct:]",
                    "[:upper:]",
                    "[:alnum:]", "[:xdigit:]", "[:graph:]", "[:cntrl:]", "[:blank:]", "[:print:]", "[=a=]", "[.b.]",
                    letter(),
                ])
            }

            private mutating func letter() -> String {
                pick(["a", "b", "A", "B", "c", "0", "7", " ", "_", "ü", "Ü", "é", "Σ", "σ", "ж", "Ж", "ß"])
            }

            mutating func text() -> String {
                (0..<random.next() % 9).map { _ in
                    random.next() % 6 == 0 ? pick([".", "-", "\t", "!", "ö", "я", "x", "_"]) : letter()
                }.joined()
            }
        }

        @Test("Over lawful expressions and texts that come near them", arguments: 1...40 as ClosedRange<UInt64>)
        func seeded(seed: UInt64) throws {
            var maker = Maker(random: SeededGenerator(seed: seed))
            var hits = 0
            for _ in 0..<40 {
                let expression = maker.expression()
                let theirs = try #require(LibraryPattern(expression), "seed \(seed): \(expression)")
                let ours = try? Pattern(expression)
                guard let ours else { Issue.record("seed \(seed): \(expression)"); continue }
                for _ in 0..<20 {
                    let text = maker.text()
                    let isMatch = theirs.matches(text)
                    if isMatch { hits += 1 }
                    #expect(ours.matches(text) == isMatch, "seed \(seed): \(expression) on “\(text)”")
                }
            }
            #expect((100..<780).contains(hits), "expressions that tell texts apart")
        }
    }
#endif
