import GRDB
import LedgerModel
import LedgerStore
import TestSupport
import Testing

@Suite("Guest lists: pieces that name the same people share one, and each names whom it should")
struct GuestListTests {
    let here: StoreWorld

    init() throws { here = try StoreWorld() }

    private func read<Value>(_ work: (Database) throws -> Value) throws -> Value {
        try DatabaseQueue(path: here.store.path).read(work)
    }

    private func lists() throws -> Int {
        try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM guest_list") ?? 0 }
    }

    /// Every list is some piece's and holds somebody, and nothing points nowhere.
    private func expectSound(_ comment: Comment) throws {
        let faults = try read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT (SELECT count(*) FROM guest_list l
                        WHERE NOT EXISTS (SELECT 1 FROM evidence WHERE guests = l.id)
                          OR NOT EXISTS (SELECT 1 FROM guest WHERE list_id = l.id))
                      + (SELECT count(*) FROM pragma_foreign_key_check)
                    """)
        }
        #expect(faults == 0, comment)
    }

    /// Whom each piece that is on some view names.
    private func people() throws -> [String: [String]] {
        let rows = try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT e.external_id, i.value || ' ' || p.role || ' ' || p.participation FROM evidence e
                    LEFT JOIN evidence_person p ON p.evidence_id = e.id LEFT JOIN identity i ON i.id = p.identity_id
                    WHERE e.flags & ? = 0 ORDER BY 1, 2
                    """, arguments: [EvidenceFlags.gone.rawValue])
        }
        var people: [String: [String]] = [:]
        for row in rows { people[row[0], default: []] += [row[1] as String?].compactMap { $0 } }
        return people
    }

    private func expected(_ drafts: [EvidenceDraft]) -> [String: [String]] {
        var people: [String: [String]] = [:]
        for draft in drafts {
            var named: [String: String] = [:]
            for person in draft.people {
                let key = person.identity + " " + person.role.rawValue
                named[key] = named[key] ?? key + " " + person.participation
            }
            people[draft.externalID] = named.values.sorted()
        }
        return people
    }

    @Test("Ten occurrences have one list; one that is changed gets its own, and the last takes the list along")
    func shared() throws {
        let work = try here.source("Work")
        var drafts = SearchRowTests.series()
        // The same people in another order.
        drafts[2].people = [
            PersonMention(identity: "bo@example.com", name: "", role: .attendee), drafts[2].people[0],
        ]
        drafts[1].people = drafts[2].people.reversed()
        try here.list(work, drafts)
        #expect(try lists() == 2)
        drafts[4].people = []
        drafts[5].people[0].participation = "declined"
        for index in [4, 5] { drafts[index].order.sequence = 2 }
        try here.list(work, drafts)
        #expect(try lists() == 3)
        #expect(try people() == expected(drafts))
        // A series that is moved as a whole shares one list again.
        for index in drafts.indices {
            drafts[index].people = drafts[3].people
            drafts[index].title = "Planning, elsewhere"
            drafts[index].order.sequence = 3
        }
        try here.list(work, drafts)
        #expect(try lists() == 1)
        for draft in drafts.dropLast() { try here.write({ try $0.forget(draft.id) }) }
        #expect(try lists() == 1)
        try here.write({ try $0.forget(drafts[9].id) })
        #expect(try lists() == 0)
        #expect(try here.store.read({ try $0.people() }).allSatisfy { $0.evidence == 0 })
    }

    @Test("A piece that another calendar told before makes no list of its own")
    func toldBefore() throws {
        let drafts = SearchRowTests.series()
        try here.list(here.source("Work"), drafts)
        try here.list(here.source("Phone"), drafts)
        #expect(try lists() == 1)
        try expectSound("told twice")
    }

    @Test("Somebody with two addresses who is forgotten is once in each list")
    func merged() throws {
        let drafts = SearchRowTests.series().map { draft in
            var draft = draft
            draft.people = ["maria@example.com", "Maria Keller", "bo@example.com"].map {
                PersonMention(identity: $0, name: $0.hasPrefix("bo") ? "Bo" : "Maria Keller", role: .attendee)
            }
            return draft
        }
        try here.list(here.source("Work"), drafts)
        let person = try #require(try here.store.read({ try $0.people() }).first { $0.name == "Maria Keller" })
        try here.write({ try $0.forget(person: person.id) })
        #expect(try lists() == 1)
        #expect(try people().values.allSatisfy { $0.count == 2 && $0[0].hasPrefix("bo@example.com") })
        try expectSound("forgotten")
        #expect(try !here.dump().lowercased().contains("keller"))
    }

    @Test("An export that holds a list of nobody’s, or names one that is not there, does no harm")
    func fromOutside() throws {
        _ = try here.note("met", with: ["Zora"])
        var lines = try here.dump().split(separator: "\n").map(String.init)
        func restore(_ lines: [String], _ name: String) throws -> LedgerStore {
            let store = try LedgerStore(path: here.folder.file(name))
            try store.write(at: here.context.now) {
                try $0.restore(lines.map { ArraySlice($0.utf8) }, fileName: "export")
            }
            return store
        }
        let missing = lines.filter { !$0.hasPrefix("{\"guest") }
        #expect(throws: LedgerError.self) { try restore(missing, "missing.sqlite") }
        let place = try #require(lines.firstIndex { $0.hasPrefix("{\"guest_list\"") })
        lines.insert("{\"guest_list\": {\"id\":77}}", at: place + 1)
        let count = lines.count - 2
        lines[lines.count - 1] = "{\"limelight_export_rows\": \(count)}"
        let restored = try restore(lines, "more.sqlite")
        let kept = try DatabaseQueue(path: restored.path).read { db in
            try Int64.fetchAll(db, sql: "SELECT id FROM guest_list")
        }
        #expect(kept == [1])
    }

    private static let addresses = ["a@example.com", "b@example.com", "c@example.com"]

    private func guests(_ random: inout SeededGenerator) -> [PersonMention] {
        var people: [PersonMention] = []
        for address in Self.addresses where Bool.random(using: &random) {
            for role in [PersonRole.attendee, .organizer] where Int.random(in: 0..<3, using: &random) > 0 {
                people.append(
                    PersonMention(
                        identity: address, name: "", role: role,
                        participation: ["", "declined"].randomElement(using: &random)!))
            }
        }
        return people.shuffled(using: &random)
    }

    @Test(
        "After imports, changes of one occurrence, removals, edits, undo and forgetting, each names whom a new ledger would",
        arguments: 0..<30)
    func property(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let names = ["Work", "Phone"]
        var said: [String: [EvidenceDraft]] = [:]
        var forgotten: Set<PublicID> = []
        for step in 1...14 {
            let comment: Comment = "seed \(seed), step \(step)"
            let name = names.randomElement(using: &random)!
            let other = name == "Work" ? "Phone" : "Work"
            switch Int.random(in: 0..<8, using: &random) {
            case 0...1:
                var people = guests(&random)
                said[name] = SearchRowTests.series("Planning \(step)", 6, uid: name == "Work" ? "w" : "p").map {
                    draft in
                    var draft = draft
                    if Int.random(in: 0..<4, using: &random) == 0 { people = guests(&random) }
                    draft.people = people
                    return draft
                }
                // The other one tells some of the same.
                if Bool.random(using: &random) { said[name]! += (said[other] ?? []).prefix(2) }
            case 2...3:
                for index in (said[name] ?? []).indices where Bool.random(using: &random) {
                    said[name]![index].people = guests(&random)
                }
            case 4: said[name]?.removeAll { _ in Bool.random(using: &random) }
            case 5:
                said[name] = nil
                _ = try here.remove(here.source(name))
            case 6:
                if let id = said[name]?.randomElement(using: &random)?.id, forgotten.insert(id).inserted {
                    try here.write({ try $0.forget(id) })
                }
            default:
                let note = try here.note("met", with: ["Zora", "Yuri"])
                try here.edit(note) { $0.people = [$0.people[0]] }
                if Bool.random(using: &random) { try here.undo() }
                try here.undo()
                try expectSound(comment)
                while try here.store.read({ try $0.people() }).contains(where: { $0.name == "Zora" }) {
                    let zora = try #require(try here.store.read({ try $0.people() }).first { $0.name == "Zora" })
                    let pieces = try here.store.read({
                        try $0.pieces(
                            naming: zora.id, before: Instant(9_000_000_000), past: 50, ahead: 1)
                    })
                    guard let piece = pieces.past.hits.first else { break }
                    try here.write({ try $0.forget(piece.id) })
                }
            }
            guard let drafts = said[name] else { continue }
            said[name] = drafts.map { draft in
                var draft = draft
                draft.order.sequence = Int64(step)
                return draft
            }
            try here.list(here.source(name), said[name]!)
            try expectSound(comment)
        }
        // What was said last of each piece is current.
        var current: [PublicID: EvidenceDraft] = [:]
        for draft in names.flatMap({ said[$0] ?? [] })
        where (current[draft.id]?.order.sequence ?? -1) < draft.order.sequence { current[draft.id] = draft }
        for id in forgotten { current[id] = nil }
        let mine = try people().filter { $0.key.contains("/") }
        #expect(mine == expected(Array(current.values)), "seed \(seed)")
        try expectSound("seed \(seed)")
    }
}
