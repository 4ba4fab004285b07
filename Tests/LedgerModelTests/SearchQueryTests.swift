import LedgerModel
import Testing

@Suite("Queries: text to query and back")
struct SearchQueryTests {
    private func filters(_ query: SearchQuery) -> [String] { query.filters.map { "\($0.key.rawValue)=\($0.value)" } }

    @Test(
        "What is typed, as words and filters",
        arguments: [
            ("", [], []), ("  \t ", [], []), ("restore drill", ["restore", "drill"], []),
            ("restore\tdrill", ["restore", "drill"], []), ("kind:note", [], ["kind=note"]),
            ("KIND:Note", [], ["kind=Note"]), ("drill kind:note nine", ["drill", "nine"], ["kind=note"]),
            ("\"restore drill\"", ["restore drill"], []), ("project:\"run books\"", [], ["project=run books"]),
            ("\"project:run books\"", ["project:run books"], []), ("pro\"ject:run bo\"oks", [], ["project=run books"]),
            ("is:work result:k1", [], ["is=work", "result=k1"]),
            ("hours:\"Fri 8:00-8:30\"", [], ["hours=Fri 8:00-8:30"]),
            ("responsibility:\"not mine:printers\"", [], ["responsibility=not mine:printers"]),
            // What is no key is a word, and a key without a value is one too.
            ("http://x y:z claim:k1", ["http://x", "y:z", "claim:k1"], []),
            ("kind: :note :", ["kind:", ":note", ":"], []),
            ("kind:\"\"", ["kind:"], []), ("\"\"", [], []), ("\"", [], []), ("\"open end", ["open end"], []),
            ("tag:a tag:b tag:a", [], ["tag=a", "tag=b", "tag=a"]), ("since:2026-03-17", [], ["since=2026-03-17"]),
            ("a\u{0301}:b kind\u{0301}:c", ["á:b", "kind\u{0301}:c"], []), ("kind:\u{0301}", [], ["kind=\u{0301}"]),
            ("größe:5 ort:Köln", ["größe:5", "ort:Köln"], []), ("a\nb", ["a\nb"], []),
        ])
    func read(text: String, words: [String], filters: [String]) {
        let query = SearchQuery(text)
        #expect(query.words == words)
        #expect(self.filters(query) == filters)
        #expect(SearchQuery(query.text) == query, "\(query.text)")
    }

    @Test(
        "A filter that does not exist is found; an address, a time and what stands in quotation marks are words",
        arguments: [
            ("autor:maria", "autor"), ("drill Path:x pfad:y", "pfad"), ("fix:login", "fix"), ("\"fix:login\"", nil),
            ("https://example.com/a:b", nil), ("14:00", nil), ("c:\\temp", nil), ("fix:", nil), (":x", nil),
            ("kind:note since:2026-01-01", nil), ("größe:5", nil), ("path:src/*.swift", nil), ("", nil),
        ] as [(String, String?)])
    func unknown(text: String, name: String?) { #expect(SearchQuery.unknownFilter(in: text) == name) }

    @Test(
        "A query as text: filters first, blanks in quotes",
        arguments: [
            (SearchQuery(), ""), (SearchQuery(words: ["a", "b c"]), "a \"b c\""),
            (
                SearchQuery(words: ["drill"], filters: [.init(.project, "run books"), .init(.claim, "k1")]),
                "project:\"run books\" result:k1 drill"
            ),
            (SearchQuery(filters: [.init(.person, "a\"b c")]), "person:\"ab c\""),
            (SearchQuery(filters: [.init(.tag, "a\tb")]), "tag:\"a\tb\""),
        ])
    func write(query: SearchQuery, text: String) { #expect(query.text == text) }

    @Test("A query in which quotation marks stood reads back without them")
    func quotes() {
        let query = SearchQuery(words: ["a\"b"], filters: [.init(.project, "x\"y z")])
        #expect(SearchQuery(query.text).words == ["ab"])
        #expect(SearchQuery(query.text).filters == [.init(.project, "xy z")])
    }

    @Test("Whatever is typed reads back as the same query", arguments: 0..<50)
    func roundTrip(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let parts =
            SearchQuery.Key.allCases.map { $0.rawValue + ":" } + [
                "\"", " ", "\t", ":", "a", "é", "\u{0301}", "not mine", "\u{0}", "\n", "\u{1F600}", "%",
            ]
        for _ in 0..<40 {
            let text = (0..<random.number(0, 12)).map { _ in random.pick(parts, or: "") }.joined()
            let query = SearchQuery(text)
            #expect(SearchQuery(query.text) == query, "seed \(seed): \(text.debugDescription)")
            #expect(SearchQuery(query.text).text == query.text, "seed \(seed): \(text.debugDescription)")
        }
    }

    @Test("A query without end is cut, and is one all the same")
    func longest() {
        let query = SearchQuery(String(repeating: "ab ", count: 10_000))
        #expect(query.words.count == 2_667 && query.words.last == "ab")
        #expect(SearchQuery(String(repeating: "x", count: 9_000)).words == [String(repeating: "x", count: 8_000)])
    }

    @Test("Keys are those that surfaces show, and of some a piece has one value only")
    func keys() {
        #expect(
            SearchQuery.Key.allCases.filter(\.isSingleValued).map(\.rawValue) == [
                "arena", "responsibility", "objective", "worth", "project", "kind", "source", "id", "result",
            ])
        #expect(SearchQuery.Key(rawValue: "claim") == nil && SearchQuery.Key(rawValue: "is") == .isA)
        let query = SearchQuery("tag:a kind:note tag:b")
        #expect(query.values(.tag) == ["a", "b"] && query.values(.kind) == ["note"] && query.values(.id) == [])
    }
}
