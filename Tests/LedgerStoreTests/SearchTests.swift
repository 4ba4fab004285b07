import LedgerModel
import LedgerStore
import TestSupport
import Testing

/// Seven pieces of one week, newest first, by a letter each:
///
///     c  Mon 16 March 11:00  commit in runbooks  mend the restore script
///     b  Mon 16 March 10:00  event in Work       Restore planning            with Maria and Dana
///     a  Mon 16 March  9:30  note                walked the runbook  #ops
///     d  Sun 15 March 11:00  commit in tides     chart of tides, Übersicht
///     e  Sat 14 March 10:00  event in Team       Tide talk                   with Dana
///     f  Fri 13 March  9:30  note                restore drill: nine of twelve  #ops #growth
///     g  Thu 12 March  9:30  note                nobody has read this one
///
/// Beside them lie a private event and a withdrawn one, which no search may show.
@Suite("Search: what each filter finds, alone and with others")
struct SearchTests {
    let here: StoreWorld
    let letters: [PublicID: Character]

    init() throws {
        here = try StoreWorld()
        var pieces: [Character: EvidenceDraft] = [:]
        pieces["a"] = Self.note("walked the runbook", "2026-03-16", tags: ["ops"])
        pieces["b"] = StoreWorld.event("Restore planning", uid: "b", with: ["maria@example.com", "dana@example.com"])
        pieces["b"]?.people[1].name = "Dana Reyes"
        pieces["c"] = StoreWorld.commit("mend the restore script", sha: "c", project: "runbooks")
        pieces["c"]?.body = "The old one stopped at the first error and nobody was told of it."
        pieces["d"] = StoreWorld.commit("chart of tides, Übersicht", sha: "d", project: "tides")
        pieces["c"]?.paths = ["src/restore/main.sh", "README.md"]
        pieces["d"]?.paths = ["docs/tides[1]/chart.svg"]
        pieces["d"]?.at = FixedWorld.at("2026-03-15", "11:00")
        pieces["e"] = StoreWorld.event("Tide talk", uid: "e", with: ["dana@example.com"])
        pieces["e"]?.at = FixedWorld.at("2026-03-14", "10:00")
        pieces["e"]?.until = FixedWorld.at("2026-03-14", "11:00")
        pieces["f"] = Self.note("restore drill: nine of twelve", "2026-03-13", tags: ["ops", "growth"])
        pieces["g"] = Self.note("nobody has read this one", "2026-03-12")
        letters = Dictionary(uniqueKeysWithValues: pieces.map { ($1.id, $0) })

        func drafts(_ names: String) -> [EvidenceDraft] { names.compactMap { pieces[$0] } }
        let secret = StoreWorld.event("restore of a secret", uid: "s", clock: "14:00")
        let gone = StoreWorld.event("restore, called off", uid: "w", clock: "15:00")
        try here.list(here.source("Work"), drafts("b") + [gone])
        try here.list(here.source("Work"), drafts("b"))
        try here.list(here.source("Team"), drafts("e"))
        try here.list(here.source("Home"), [secret])
        try here.setPrivate(here.source("Home"), true)
        try here.list(here.source("runbooks", .git), drafts("c"))
        try here.list(here.source("tides", .git), drafts("d"))
        for draft in drafts("afg") { try here.write { try $0.log(draft) } }
        let claim = Claim(
            id: PublicID(.claim, "one"), text: "Nine of twelve restores work", at: FixedWorld.now,
            evidence: drafts("fc").map(\.id))
        try here.write { try $0.add(claim, ulid: here.ulid()) }
        try here.derive(readings)
    }

    static func note(_ title: String, _ day: String, tags: [String] = []) -> EvidenceDraft {
        var draft = EvidenceDraft(kind: .note, externalID: title, at: FixedWorld.at(day, "9:30"), title: title)
        draft.tags = tags
        return draft
    }

    /// What the pieces were read as: `a` is unknown, `e` no work of the person's, and of `g` nothing is read.
    private var readings: [ReadPiece] {
        let ids = Dictionary(uniqueKeysWithValues: letters.map { ($1, $0) })
        func read(_ letter: Character, _ meaning: Meaning, _ skills: [String] = [], isWork: Bool = true) -> ReadPiece? {
            ids[letter].map { ReadPiece(id: $0, meaning: meaning, skills: skills, isWork: isWork) }
        }
        return [
            read("a", Meaning()),
            read("b", Meaning(arena: .growth, worth: .idea), ["talking"]),
            read(
                "c", Meaning(arena: .job, responsibility: "restores", objective: "resilience", worth: .improvement),
                ["swift", "sql"]),
            read("d", Meaning(arena: .side), ["swift-ui", "sql"]),
            read("e", Meaning(arena: .job, responsibility: "restores"), isWork: false),
            read("f", Meaning(arena: .job, responsibility: "not mine:printers", worth: .baseline)),
        ].compactMap { $0 }
    }

    private func result(
        _ text: String, range: Interval? = nil, limit: Int = 50, offset: Int = 0, laid: [DerivedShard] = []
    ) throws -> (letters: String, total: Int) {
        let result = try here.store.read({
            try $0.search(SearchQuery(text), range: range, limit: limit, offset: offset, readings: .init(laid: laid))
        })
        return (String(result.hits.compactMap { letters[$0.id] }), result.total)
    }

    private func found(_ text: String) throws -> String {
        let (found, total) = try result(text)
        #expect(total == found.count, "\(text)")
        let ids = try here.store.read({ try $0.ids(SearchQuery(text), range: nil) })
        #expect(String(ids.compactMap { letters[$0] }) == found, "\(text)")
        return found
    }

    @Test(
        "Words are whole but for the last, in any order and case, with or without marks",
        arguments: [
            ("", "cbadefg"), ("restore", "cbf"), ("RESTORE", "cbf"), ("resto", "cbf"), ("drill rest", "f"),
            ("rest drill", ""), ("ubersicht", "d"), ("ÜBERSICHT", "d"), ("\"restore drill\"", "f"),
            ("\"drill restore\"", ""), ("restore planning", "b"), ("error told", "c"), ("dana", "be"), ("reyes", "be"),
            ("growth", "f"), ("runbooks", "c"), ("secret", ""), ("called off", ""), ("zebra", ""),
        ])
    func words(text: String, pieces: String) throws {
        #expect(try found(text) == pieces)
    }

    @Test(
        "What is syntax elsewhere is text here",
        arguments: [
            "*", "(", ")", "'", "^", "{", "}", "+", "-", ",", ".", "OR", "NEAR(a b)",
            "title:", "col : x", "a\u{0}b", "%", "_", ";--", "tag:'", "person:%", "project:\"'\"", "source:\u{0}",
        ])
    func hostile(text: String) throws {
        #expect(try found(text) == "")
    }

    @Test("Signs around a word change nothing, a NUL parts words, and a word of FTS5's own is a word")
    func signs() throws {
        #expect(try found("\"") == found("") && found("\"\"") == found(""))
        #expect(try found("AND") == "c" && found("error AND") == "c" && found("restore NOT") == "")
        for text in ["-restore", "^restore", "restore*", "(restore", "restore\u{0}", "+restore"] {
            #expect(try found(text) == "cbf", "\(text)")
        }
        #expect(try found("restore\u{0}drill") == "f")
    }

    @Test(
        "One filter alone",
        arguments: [
            ("kind:commit", "cd"), ("kind:event", "be"), ("kind:note", "afg"), ("kind:timer", ""), ("kind:?", ""),
            ("project:runbooks", "c"), ("project:unknown", "baefg"), ("project:other", ""),
            ("source:Work", "b"), ("source:hand", "afg"), ("source:Home", ""),
            ("person:dana@example.com", "be"), ("person:DANA@example.com", "be"), ("person:\"dana reyes\"", "be"),
            ("person:maria@example.com", "b"), ("person:nobody", ""),
            ("tag:ops", "af"), ("tag:OPS", "af"), ("tag:growth", "f"), ("tag:op", ""),
            ("skill:sql", "cd"), ("skill:swift", "c"), ("skill:swift-ui", "d"), ("skill:talking", "b"),
            ("skill:sq", ""), ("arena:job", "cf"), ("arena:growth", "b"), ("arena:unknown", "a"),
            ("arena:personal", ""),
            ("responsibility:restores", "c"), ("responsibility:unknown", "bad"), ("responsibility:\"not mine\"", "f"),
            ("responsibility:\"not mine:printers\"", "f"), ("responsibility:\"not mine:badges\"", ""),
            ("objective:resilience", "c"), ("objective:unknown", "badf"),
            ("worth:improvement", "c"), ("worth:baseline", "f"), ("worth:unknown", "ad"), ("is:work", "cbadf"),
            ("path:src", "c"), ("path:src/", "c"), ("path:src/restore/main.sh", "c"), ("path:main.sh", "c"),
            ("path:restore/main.sh", "c"), ("path:restore", "c"), ("path:*.sh", "c"), ("path:s?c", "c"),
            ("path:readme.md", ""), ("path:re", ""), ("path:tides[1]", "d"), ("path:tides1", ""), ("path:*", "cd"),
            ("path:'; DROP TABLE path", ""),
        ])
    func alone(text: String, pieces: String) throws {
        #expect(try found(text) == pieces)
    }

    @Test(
        "Of what a piece has one of, any; of what it can have several, all",
        arguments: [
            ("kind:commit kind:note", "cadfg"), ("project:runbooks project:tides", "cd"),
            ("project:runbooks project:unknown", "cbaefg"), ("source:Work source:Team", "be"),
            ("source:Work source:hand", "bafg"), ("arena:job arena:growth", "cbf"), ("arena:job arena:unknown", "caf"),
            ("worth:idea worth:baseline", "bf"), ("tag:ops tag:growth", "f"), ("skill:swift skill:sql", "c"),
            ("person:maria@example.com person:dana@example.com", "b"),
        ])
    func several(text: String, pieces: String) throws {
        #expect(try found(text) == pieces)
    }

    @Test(
        "Filters and words together narrow each other",
        arguments: [
            ("restore kind:event", "b"), ("restore tag:growth", "f"), ("restore arena:job", "cf"),
            ("restore skill:sql", "c"), ("kind:note source:Work", ""), ("person:dana@example.com source:Team", "e"),
            ("arena:job kind:commit", "c"), ("arena:job worth:idea", ""), ("kind:commit skill:sql project:tides", "d"),
            ("tag:ops arena:unknown", "a"), ("restore is:work project:unknown", "bf"),
            ("path:src path:README.md", "c"), ("path:src path:docs", ""), ("restore path:src", "c"),
        ])
    func together(text: String, pieces: String) throws {
        #expect(try found(text) == pieces)
    }

    @Test("An id, the pieces of a result, and pieces that are given beforehand")
    func ids() throws {
        let ids = Dictionary(uniqueKeysWithValues: letters.map { ($1, $0) })
        let (c, f) = (try #require(ids["c"]), try #require(ids["f"]))
        #expect(try found("id:\(c)") == "c")
        #expect(try found("id:\(c) id:\(f)") == "cf")
        #expect(try found("result:\(PublicID(.claim, "one"))") == "cf")
        #expect(try found("result:\(PublicID(.claim, "one")) kind:note") == "f")
        #expect(try found("result:\(PublicID(.claim, "two"))") == "")
        #expect(try found("source:\(Source.id(kind: .calendar, locator: "/Team"))") == "e")
        let restores = SearchQuery("restore")
        let among = try here.store.read({ try $0.search(restores, among: [f, c], range: nil, limit: 9) })
        #expect(among.hits.map(\.id) == [c, f])
        #expect(try here.store.read({ try $0.search(restores, among: [], range: nil, limit: 9) }).total == 0)
        #expect(try here.store.read({ try $0.ids(restores, among: [f], range: nil) }) == [f])
    }

    @Test("A range holds its beginning and not its end, whether or not readings are asked for")
    func range() throws {
        let range = Interval(FixedWorld.at("2026-03-13", "9:30"), FixedWorld.at("2026-03-16", "10:00"))
        #expect(try result("", range: range).letters == "adef")
        #expect(try result("is:work", range: range).letters == "adf")
        #expect(try result("restore", range: range) == ("f", 1))
        #expect(try result("", range: Interval(range.start, range.start)) == ("", 0))
    }

    @Test("Pages follow each other, and each knows how many there are")
    func pages() throws {
        for text in ["", "restore", "is:work", "kind:note"] {
            let (all, total) = try result(text)
            var pages = ""
            for offset in stride(from: 0, through: total + 2, by: 2) {
                let page = try result(text, limit: 2, offset: offset)
                #expect(page.total == total)
                pages += page.letters
            }
            #expect(pages == all, "\(text)")
        }
        let some = try here.store.read({ try $0.search(SearchQuery(""), range: nil, limit: 3, isCounted: false) })
        #expect(some.total == 3 && some.hits.count == 3)
    }

    @Test("Of one moment the ids decide, so that no page shows a piece twice")
    func ties() throws {
        let at = FixedWorld.at("2026-03-10", "9:00")
        let drafts = (0..<9).map { EvidenceDraft(kind: .note, externalID: "tie \($0)", at: at, title: "tie") }
        for draft in drafts { try here.write { try $0.log(draft) } }
        let pages = try (0..<3).flatMap { page in
            try here.store.read({ try $0.search(SearchQuery("tie"), range: nil, limit: 3, offset: page * 3) }).hits
        }
        #expect(pages.map(\.id) == drafts.map(\.id).sorted())
    }

    @Test("A hit says what it is, where it was seen, and the words around what was found")
    func hits() throws {
        func first(_ text: String) throws -> SearchHit {
            try #require(try here.store.read({ try $0.search(SearchQuery(text), range: nil, limit: 1) }).hits.first)
        }
        let planning = try first("planning")
        #expect(planning.source == "Work" && planning.kind == .event && planning.title == "Restore planning")
        #expect(planning.at == FixedWorld.at("2026-03-16", "10:00") && planning.until == planning.at + 3600)
        #expect(try first("walked").source == "" && first("walked").until == nil)
        #expect(try first("stopped").snippet.contains("old one stopped at the first error"))
        #expect(try first("mend").snippet == "mend the restore script")
        #expect(try first("kind:commit").snippet == "The old one stopped at the first error and nobody was told of it.")
    }

    @Test("What was derived and not yet stored is laid over what is stored")
    func laid() throws {
        let ids = Dictionary(uniqueKeysWithValues: letters.map { ($1, $0) })
        let day = Shard(containing: FixedWorld.at("2026-03-16", "9:30"))
        func laid(_ pieces: [ReadPiece]) throws -> [DerivedShard] {
            let readings = try pieces.map { piece in
                let trace = try here.trace(piece.id)
                return StoredReading(
                    row: trace.row, at: trace.at, meaning: piece.meaning, sourceRow: 0, skills: piece.skills,
                    isWork: piece.isWork)
            }
            return [DerivedShard(shard: day, dirtySeq: 1, segments: [], readings: readings)]
        }
        // Of that day only `a` is known now, under a meaning that nothing stored has; other days stay.
        let a = ReadPiece(
            id: try #require(ids["a"]), meaning: Meaning(arena: .relationships, worth: .interaction), skills: ["sql"])
        let now = try laid([a])
        #expect(try result("is:work", laid: now).letters == "adf")
        #expect(try result("arena:relationships", laid: now) == ("a", 1))
        #expect(try result("skill:sql", laid: now).letters == "ad")
        #expect(try result("arena:job", laid: now).letters == "f")
        #expect(try result("arena:growth", laid: now) == ("", 0))
        #expect(try result("is:work", laid: laid([])).letters == "df")
        // Nothing of it was stored.
        #expect(try found("arena:relationships") == "")
        #expect(try found("is:work") == "cbadf")
    }

    @Test("A sign of a pattern in a skill is a letter like others")
    func skillSigns() throws {
        for skill in ["s_l", "%", "swift_ui", "s%", "SQL"] { #expect(try found("skill:\(skill)") == "", "\(skill)") }
    }
}
