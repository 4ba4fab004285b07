import GRDB
import LedgerModel
import LedgerStore
import TestSupport
import Testing

@Suite("The words of a series are indexed once, and every occurrence is found")
struct SearchRowTests {
    let here: StoreWorld

    init() throws { here = try StoreWorld() }

    static func series(_ title: String = "Planning", _ count: Int = 10, uid: String = "w1") -> [EvidenceDraft] {
        (0..<count).map { week in
            var draft = StoreWorld.event(title, uid: uid)
            draft.at = draft.at - Int64(week) * 7 * 86_400
            draft.until = draft.at + 3600
            draft.externalID = "\(uid)/\(week)"
            draft.series = uid
            draft.body = "the list is in the folder"
            return draft
        }
    }

    func rows() throws -> Int {
        try DatabaseQueue(path: here.store.path).read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM search") ?? 0
        }
    }

    func isSound() throws -> Bool { try here.store.checks().first { $0.name == "search" }?.ok == true }

    func found(_ text: String) throws -> Int {
        try here.store.read({ try $0.search(SearchQuery(text), range: nil, limit: 2) }).total
    }

    @Test("Ten occurrences share one row; the search counts ten, newest first, each with its words")
    func shared() throws {
        let drafts = Self.series()
        try here.list(here.source("Work"), drafts)
        #expect(try rows() == 1)
        let result = try here.store.read({ try $0.search(SearchQuery("planning list"), range: nil, limit: 3) })
        #expect(result.total == 10)
        #expect(result.hits.map(\.id) == drafts.prefix(3).map(\.id))
        let around = try here.store.read({ try $0.search(SearchQuery("folder"), range: nil, limit: 3) })
        #expect(around.hits.map(\.snippet) == Array(repeating: "the list is in the folder", count: 3))
        #expect(try found("maria") == 10)
        #expect(try isSound())
    }

    @Test("An occurrence that is changed, and one that goes, leave the others found")
    func changed() throws {
        let work = try here.source("Work")
        var drafts = Self.series()
        try here.list(work, drafts)
        drafts[3].title = "Planning with the board"
        drafts[3].order.sequence = 2
        try here.list(work, drafts)
        #expect(try found("planning") == 10 && found("board") == 1)
        #expect(try rows() == 2)
        // The first of them, whose words the others share.
        drafts.removeFirst()
        try here.list(work, drafts)
        #expect(try found("planning") == 9 && found("board") == 1)
        try here.list(work, [])
        #expect(try found("planning") == 0)
        #expect(try rows() == 0)
        // It comes back.
        try here.list(work, Self.series())
        #expect(try found("planning") == 10 && found("board") == 0)
        #expect(try isSound())
    }

    @Test("A series with a new title shares its new words, and nothing of the old ones stays")
    func renamed() throws {
        let work = try here.source("Work")
        try here.list(work, Self.series("SENTINEL"))
        try here.list(
            work,
            Self.series("Renamed").map {
                var draft = $0
                draft.order.sequence = 2
                return draft
            })
        #expect(try found("renamed") == 10 && found("sentinel") == 0)
        #expect(try rows() == 1)
    }

    @Test("A source that becomes private takes its words along")
    func hidden() throws {
        let work = try here.source("Work")
        try here.list(work, Self.series())
        try here.write({ try $0.setPrivate(work, true) })
        #expect(try rows() == 0)
        #expect(try isSound())
    }

    @Test("Forgetting one occurrence leaves the others; forgetting whom they name rewrites all")
    func forgotten() throws {
        let drafts = Self.series()
        try here.list(here.source("Work"), drafts)
        try here.write({ try $0.forget(drafts[0].id) })
        #expect(try found("planning") == 9)
        let person = try #require(try here.store.read({ try $0.people() }).first)
        try here.write({ try $0.forget(person: person.id) })
        #expect(try found("planning") == 9 && found("maria") == 0)
        #expect(try rows() == 1)
        #expect(try isSound())
    }

    @Test("An export does not hold which row is whose, and a restored ledger shares them again")
    func restored() throws {
        try here.list(here.source("Work"), Self.series() + Self.series("Review", 4, uid: "w2"))
        let text = try here.dump()
        #expect(!text.contains("\"words\""))
        let other = try LedgerStore(path: here.folder.file("other.sqlite"))
        try other.write(at: here.context.now) {
            try $0.restore(text.split(separator: "\n").map { ArraySlice($0.utf8) }, fileName: "export")
        }
        #expect(try other.read({ try $0.search(SearchQuery("folder"), range: nil, limit: 1) }).total == 14)
        let rows = try DatabaseQueue(path: other.path).read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM search")
        }
        #expect(rows == 2)
        var again = ""
        try other.read { try $0.export { again += $0 } }
        #expect(again == text)
    }

    @Test("Whatever is imported, edited and taken back, each piece is found by the words it has", arguments: 0..<20)
    func property(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let work = try here.source("Work")
        var said = Self.series("alpha", 5)
        var note = try here.note("alpha note")
        for step in 0..<12 {
            switch Int.random(in: 0..<6, using: &random) {
            case 0: said.removeLast(min(said.count, 1))
            case 1: said = Self.series("beta", 5)
            case 2:
                for index in said.indices where Bool.random(using: &random) { said[index].title = "gamma \(step)" }
            // One that was taken back cannot be edited.
            case 3: try? here.edit(note) { $0.title = "delta \(step)" }
            case 4: note = try here.note("alpha again")
            default: _ = try? here.undo()
            }
            for index in said.indices { said[index].order.sequence = Int64(step + 2) }
            try here.list(work, said)
            let expected = try DatabaseQueue(path: here.store.path).read { db in
                try Row.fetchAll(
                    db, sql: "SELECT public_id, title FROM evidence WHERE flags & \(Self.hidden) = 0"
                ).map { ($0[0] as String, $0[1] as String) }
            }
            for word in ["alpha", "beta", "gamma", "delta"] {
                let hits = try here.store.read({ try $0.search(SearchQuery(word), range: nil, limit: 100) }).hits
                #expect(
                    hits.map(\.id.description).sorted()
                        == expected.filter { $0.1.hasPrefix(word) }.map(\.0).sorted(), "seed \(seed), step \(step)")
            }
            #expect(try isSound(), "seed \(seed), step \(step)")
        }
    }

    private static let hidden = EvidenceFlags([.withdrawn, .sourceRemoved, .isPrivate]).rawValue
}
