import LedgerModel
import LedgerStore
import TestSupport
import Testing

@Suite("Results: what is kept of them, and how they are named")
struct ClaimTests {
    let here: StoreWorld

    init() throws { here = try StoreWorld() }

    @discardableResult
    private func add(
        _ text: String, external: String? = nil, day: String = "2026-03-16", citing evidence: [PublicID] = []
    ) throws -> PublicID {
        let ulid = here.ulid()
        let claim = Claim(
            id: PublicID(.claim, external ?? ulid.text), text: text, at: FixedWorld.at(day, "9:00"), evidence: evidence)
        try here.write { try $0.add(claim, ulid: ulid) }
        return claim.id
    }

    private func named(_ text: String) throws -> PublicID { try here.store.read { try $0.claim(named: text) } }

    private func refusal(_ text: String) -> LedgerError? {
        #expect(throws: LedgerError.self) { try named(text) }
    }

    private func claim(_ id: PublicID) throws -> Claim {
        try #require(try here.store.read({ try $0.claims() }).first { $0.id == id })
    }

    // MARK: Names

    @Test("A result is named by its id, by the start of it, and by words that only it has, in any order and case")
    func names() throws {
        let restores = try add("Nine of twelve restores work")
        let mentors = try add("Übergabe to Jörg in four weeks")
        let id = restores.description
        for text in [id, id.uppercased(), " \(id)\n", String(id.prefix(8)), String(id.prefix(8)).uppercased()] {
            #expect(try named(text) == restores, "\(text)")
        }
        for text in ["nine of twelve", "TWELVE nine", "restor", "  work  twelve "] {
            #expect(try named(text) == restores, "\(text)")
        }
        for text in ["ubergabe", "ÜBERGABE", "jorg", "weeks jörg"] { #expect(try named(text) == mentors, "\(text)") }
    }

    @Test("What no result has is refused, with the latest five")
    func none() throws {
        #expect(refusal("anything")?.code == .notFound)
        #expect(refusal("anything")?.hint.offers == [.addResult])
        for number in 1...6 { try add("Result \(number)", day: "2026-03-0\(number)") }
        let error = refusal("zebra")
        #expect(error?.code == .notFound)
        #expect(error?.message.contains("zebra") == true)
        let listed = error?.hint.description ?? ""
        #expect(listed.contains("Result 6") && listed.contains("Result 2") && !listed.contains("Result 1"))
        // No words are no name, though every result has all of them.
        #expect(refusal("")?.code == .notFound)
        #expect(refusal("  ")?.code == .notFound)
    }

    @Test("Words that several have are refused, with those that have them")
    func several() throws {
        try add("Restores work in an hour")
        try add("Restores work at night")
        try add("Printers are gone")
        let error = refusal("restores work")
        #expect(error?.code == .ambiguousID)
        #expect(error?.message.contains("2 results") == true)
        let listed = error?.hint.description ?? ""
        #expect(listed.contains("in an hour") && listed.contains("at night") && !listed.contains("Printers"))
        #expect(try here.store.read({ try $0.claims() }).count == 3)
    }

    @Test("A start that several ids have is ambiguous, and a longer one names one of them")
    func sharedStart() throws {
        // Two ids that begin with the same three characters: among 2,000 there are some.
        var seen: [Substring: String] = [:]
        var pair: (String, String)?
        for number in 0..<2_000 where pair == nil {
            let external = "result \(number)"
            let start = PublicID(.claim, external).description.prefix(3)
            if let other = seen.updateValue(external, forKey: start) { pair = (other, external) }
        }
        let (one, other) = try #require(pair)
        let first = try add("Restores", external: one)
        let second = try add("Printers", external: other)
        let shared = String(first.description.prefix(3))
        let error = refusal(shared)
        #expect(error?.code == .ambiguousID)
        let listed = error?.hint.description ?? ""
        #expect(listed.contains(first.description) && listed.contains(second.description))
        let longer = zip(first.description, second.description).prefix { $0 == $1 }.count + 1
        #expect(try named(String(second.description.prefix(longer))) == second)
        // Words go before a start that names nobody.
        let worded = try add("The \(shared) of it all", external: "worded")
        #expect(try named(shared) == worded)
    }

    @Test("What was struck out is not named any more, and frees its words")
    func struckOut() throws {
        let old = try add("Restores work at night")
        let new = try add("Restores work in an hour")
        #expect(refusal("restores work")?.code == .ambiguousID)
        try here.write { try $0.change(claim: old, verb: "dismiss", action: here.ulid(), withdraw: true) { _ in } }
        #expect(try named("restores work") == new)
        #expect(refusal(old.description)?.code == .notFound)
        try here.undo()
        #expect(try named(old.description) == old)
    }

    // MARK: Writes

    @Test("A result keeps all that was said of it, and results are listed newest first")
    func whole() throws {
        let ulid = here.ulid()
        let piece = try here.note("drill")
        var claim = Claim(id: PublicID(.claim, ulid.text), text: "Nine of twelve", at: FixedWorld.now)
        claim.worth = .improvement
        claim.objective = "resilience"
        claim.forWhom = "operations"
        claim.figure = "9 of 12"
        claim.knownBy = "the drill's protocol"
        claim.evidence = [piece]
        try here.write { try $0.add(claim, ulid: ulid) }
        #expect(try self.claim(claim.id) == claim)
        let older = try add("Older", day: "2026-03-01")
        #expect(try here.store.read({ try $0.claims() }).map(\.id) == [claim.id, older])
        #expect(try here.store.read({ try $0.show(piece) }).citedBy == [claim.id])
    }

    @Test("What is cited is listed by its time, once, also when it is cited again")
    func cited() throws {
        let late = try here.note("late")
        let early = StoreWorld.event("early", clock: "8:00")
        try here.list(here.source("Work"), [early])
        let id = try add("Restores", citing: [late])
        try here.write { try $0.cite([early.id, late], for: id, action: here.ulid()) }
        #expect(try claim(id).evidence == [early.id, late])
        try here.undo()
        #expect(try claim(id).evidence == [late])
        #expect(try here.titles("result:\(id)") == ["late"])
    }

    @Test("A piece that is not there is not cited, and nothing of the act stays")
    func citedNothing() throws {
        let piece = try here.note("drill")
        let before = try here.dump()
        let error = #expect(throws: LedgerError.self) {
            try add("Restores", citing: [piece, PublicID(.note, "nowhere")])
        }
        #expect(error?.code == .notFound)
        #expect(try here.dump() == before)
    }

    @Test("Tellings are listed by their time, with what was heard; both are taken back one by one")
    func tellings() throws {
        let id = try add("Restores")
        let monday = Telling(person: "Maria", at: FixedWorld.at("2026-03-16", "15:00"))
        let sunday = Telling(person: "Dana", at: FixedWorld.at("2026-03-15", "15:00"), heard: "At last")
        try here.write { try $0.tell(claim: id, monday, action: here.ulid()) }
        try here.write { try $0.tell(claim: id, sunday, action: here.ulid()) }
        #expect(try claim(id).tellings == [sunday, monday])
        #expect(try here.undo().verb == "heard")
        #expect(try claim(id).tellings == [monday])
        #expect(try here.undo().verb == "tell")
        #expect(try claim(id).tellings == [])
    }

    @Test("New words keep what is cited and told")
    func reworded() throws {
        let piece = try here.note("drill")
        let id = try add("Restores", citing: [piece])
        try here.write { try $0.tell(claim: id, Telling(person: "Maria", at: FixedWorld.now), action: here.ulid()) }
        try here.write {
            try $0.change(claim: id, verb: "reword", action: here.ulid()) { claim in
                claim.text = "Nine of twelve restores work"
                claim.figure = "9 of 12"
                claim.worth = .contribution
            }
        }
        let after = try claim(id)
        #expect(after.text == "Nine of twelve restores work" && after.figure == "9 of 12")
        #expect(after.worth == .contribution && after.evidence == [piece] && after.tellings.count == 1)
        #expect(try here.undo().verb == "reword")
        #expect(try claim(id).text == "Restores" && claim(id).figure == nil)
    }

    @Test("What is not there, or was struck out, takes no words, no piece and nobody who heard")
    func missing() throws {
        let struck = try add("Restores")
        try here.write { try $0.change(claim: struck, verb: "dismiss", action: here.ulid(), withdraw: true) { _ in } }
        let before = try here.dump()
        for id in [struck, PublicID(.claim, "nowhere")] {
            let acts: [(Transaction) throws -> Void] = [
                { try $0.cite([], for: id, action: here.ulid()) },
                { try $0.change(claim: id, verb: "reword", action: here.ulid()) { $0.text = "x" } },
                { try $0.tell(claim: id, Telling(person: "Maria", at: FixedWorld.now), action: here.ulid()) },
            ]
            for act in acts {
                let error = #expect(throws: LedgerError.self) { try here.write(act) }
                #expect(error?.code == .notFound)
            }
        }
        #expect(try here.dump() == before)
    }
}
