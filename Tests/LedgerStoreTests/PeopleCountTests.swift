import GRDB
import LedgerModel
import LedgerStore
import TestSupport
import Testing

@Suite("How often somebody is named: what is kept by shard says what counting everything says")
struct PeopleCountTests {
    /// What the figures mean, counted anew.
    private static let anew = """
        SELECT p.public_id, count(DISTINCT ep.evidence_id), max(e.at)
        FROM person p JOIN identity i ON i.person_id = p.id
        LEFT JOIN evidence_person ep ON ep.identity_id = i.id LEFT JOIN evidence e ON e.id = ep.evidence_id
        WHERE i.value <> '\(OthersCommit.nobody)' GROUP BY p.id ORDER BY 1
        """

    private func expectTrue(_ store: LedgerStore, _ comment: Comment) throws {
        let counted = try DatabaseQueue(path: store.path).read { db in
            try Row.fetchAll(db, sql: Self.anew).map { row in
                "\(row[0] as String) \(row[1] as Int) \((row[2] as Int64?) ?? 0)"
            }
        }
        let people = try store.read({ try $0.people() })
        let said = people.map { "\($0.id) \($0.evidence) \($0.last?.seconds ?? 0)" }.sorted()
        #expect(said == counted, comment)
        #expect(people.map(\.evidence) == people.map(\.evidence).sorted(by: >), comment)
        let next = FixedWorld.now + 1
        for person in people {
            let query = SearchQuery(filters: [.init(.person, person.id.description)])
            let pieces = try store.read({ try $0.pieces(naming: person.id, before: next, past: 3, ahead: 2) })
            let past = try store.read({ try $0.search(query, range: Interval(Instant(0), next), limit: 3) })
            let ahead = try store.read({
                try $0.search(query, range: Interval(next, Instant(9_000_000_000)), limit: 1_000)
            })
            #expect(pieces.past == past, comment)
            #expect(pieces.ahead.total == ahead.total, comment)
            #expect(pieces.ahead.hits.map(\.at) == Array(ahead.hits.map(\.at).sorted().prefix(2)), comment)
        }
    }

    private static let addresses = ["a@example.com", "b@example.com", "c@example.com", "d@example.com"]

    private func drafts(_ random: inout SeededGenerator) -> [EvidenceDraft] {
        var drafts: [EvidenceDraft] = []
        for number in 0..<8 where Int.random(in: 0..<4, using: &random) > 0 {
            var draft = StoreWorld.event(
                "talk \(number)", uid: "u\(number)", sequence: Int64.random(in: 0..<3, using: &random), with: [])
            draft.at = FixedWorld.now + Int64.random(in: -20...20, using: &random) * 43_200
            draft.until = draft.at + 3600
            for address in Self.addresses where Bool.random(using: &random) {
                draft.people.append(PersonMention(identity: address, name: "", role: .attendee))
                // Named twice, and yet one piece.
                guard Bool.random(using: &random) else { continue }
                draft.people.append(PersonMention(identity: address, name: "", role: .organizer))
            }
            draft.headCount = draft.people.count
            drafts.append(draft)
        }
        return drafts
    }

    /// Packs what changed, as deriving the timeline does.
    private func settle(_ here: StoreWorld) throws {
        let shards = try here.store.read({ try $0.dirtyShards() }).map {
            DerivedShard(shard: $0.shard, dirtySeq: $0.seq, segments: [], readings: [])
        }
        #expect(try here.store.store(shards, days: [], waiting: true).isEmpty)
        #expect(try here.store.read({ try $0.dirtyShards() }).isEmpty)
    }

    @Test("After random imports, removals, edits and forgetting, derived or not", arguments: 0..<20)
    func property(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let here = try StoreWorld()
        for step in 0..<16 {
            let what = Int.random(in: 0..<11, using: &random)
            let name = ["A", "B", "C"].randomElement(using: &random)!
            switch what {
            case 0...2: try here.list(here.source(name), drafts(&random))
            case 3: _ = try here.remove(here.source(name))
            case 4:
                let note = try here.note("met", with: ["a@example.com", "Zora"])
                try here.edit(note) { $0.people.removeLast() }
            case 5: _ = try? here.undo()
            case 6:
                // Two addresses become one person, and two again.
                let me = Self.addresses.randomElement(using: &random)!
                if try here.store.read({ try $0.me() }).contains(me) {
                    _ = try here.write({ try $0.removeMe(me, action: here.ulid()) })
                } else {
                    try here.write({ try $0.addMe(me, name: "", action: here.ulid()) })
                }
            case 7 where step > 8:
                if let person = try here.store.read({ try $0.people() }).filter({ !$0.isMe }).randomElement(
                    using: &random)
                {
                    try here.write({ try $0.forget(person: person.id) })
                }
            case 10:
                // Two are one by hand, or two again.
                let pair = Self.addresses.shuffled(using: &random)
                let answer: SaidOfPeople.Answer = Bool.random(using: &random) ? .one : .two
                try here.write { transaction in
                    try transaction.act(here.ulid(), "merge") {
                        try transaction.say(SaidOfPeople(pair[0], pair[1], answer))
                        try transaction.settlePeople()
                    }
                }
            case 8: try here.setPrivate(here.source(name), Bool.random(using: &random))
            default: try settle(here)
            }
            try expectTrue(here.store, "seed \(seed), step \(step), \(what)")
        }
        try settle(here)
        try expectTrue(here.store, "seed \(seed), settled")
    }
}
