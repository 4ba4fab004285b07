import LedgerModel
import LedgerStore
import TestSupport
import Testing

@Suite("Snapshots: what a state of the ledger says")
struct SnapshotTests {
    let here: StoreWorld

    init() throws { here = try StoreWorld() }

    private func read<Value>(_ work: (Snapshot) throws -> Value) throws -> Value { try here.store.read(work) }

    private func code(_ work: (Snapshot) throws -> Void) -> LedgerError.Code? {
        #expect(throws: LedgerError.self) { try read(work) }?.code
    }

    @Test("An empty ledger holds nothing, and says so everywhere")
    func empty() throws {
        #expect(
            try read { try $0.holdings() }
                == Holdings(
                    evidence: 0, sources: 0, claims: 0, first: nil, last: nil, demoSeed: nil, hasHandRows: false))
        #expect(try read { try $0.sources() }.isEmpty && read { try $0.people() }.isEmpty)
        #expect(try read { try $0.me() }.isEmpty && read { try $0.claims() }.isEmpty)
        #expect(try read { try $0.openTimer() } == nil && read { try $0.lastAction() } == nil)
        #expect(try read { try $0.myJob() } == MyJob())
        #expect(try read { try $0.homeZone } == nil)
        #expect(try read { try $0.dirtyShards() }.isEmpty && read { try !$0.isMarked() })
        #expect(try read { try $0.derivationKey() } == "")
    }

    @Test("Holdings count pieces, sources and results, from the first to the last")
    func holdings() throws {
        try here.list(
            here.source("Work"),
            [StoreWorld.event("a", uid: "a", clock: "8:00"), StoreWorld.event("b", uid: "b", clock: "17:00")])
        #expect(try !read { try $0.holdings() }.hasHandRows)
        try here.note("by hand")
        let ulid = here.ulid()
        let claim = Claim(id: PublicID(.claim, ulid.text), text: "x", at: FixedWorld.now)
        try here.write { try $0.add(claim, ulid: ulid) }
        try here.write { try $0.markDemo(seed: "17") }
        let holdings = try read { try $0.holdings() }
        #expect(holdings.evidence == 3 && holdings.sources == 1 && holdings.claims == 1 && holdings.hasHandRows)
        #expect(holdings.first == FixedWorld.at("2026-03-16", "8:00"))
        #expect(holdings.last == FixedWorld.at("2026-03-16", "17:00"))
        #expect(holdings.demoSeed == "17")
        try here.write { try $0.change(claim: claim.id, verb: "dismiss", action: here.ulid(), withdraw: true) { _ in } }
        #expect(try read { try $0.holdings() }.claims == 0)
    }

    @Test("The revision rises once with every write that changes something, and with no other")
    func revision() throws {
        let start = try read { try $0.revision }
        let work = try here.source("Work")
        #expect(try read { try $0.revision } == start + 1)
        _ = try here.source("Work")
        #expect(try read { try $0.revision } == start + 1)
        try here.write {
            try $0.setDefault(of: work, arena: .growth, plansCount: nil, action: here.ulid())
            try $0.setHomeZone("Europe/Berlin")
        }
        #expect(try read { try $0.revision } == start + 2)
        #expect(throws: LedgerError.self) {
            try here.write { try $0.remove(PublicID(.note, "none"), action: here.ulid()) }
        }
        #expect(try read { try $0.revision } == start + 2)
    }

    @Test("The zone of the first write stays")
    func homeZone() throws {
        try here.write { try $0.setHomeZone("Europe/Berlin") }
        try here.write { try $0.setHomeZone("Asia/Kathmandu") }
        #expect(try read { try $0.homeZone } == "Europe/Berlin")
    }

    @Test("Notes are found by all of their tags, in the order in which they were written, whatever lies beside them")
    func tagged() throws {
        // Pieces whose words lie in fewer rows than they are themselves, and one without words.
        try here.list(here.source("Work"), SearchRowTests.series())
        let none = try here.note("gone", tags: ["review", "week-12"])
        try here.write { try $0.remove(none, action: here.ulid()) }
        let first = try here.note("first", tags: ["review", "week-12"])
        let second = try here.note("second", tags: ["review", "week-12"])
        try here.note("another week", tags: ["review", "week-11"])
        try here.note("a longer tag", tags: ["review", "week-12b"])
        #expect(try read { try $0.notes(tagged: ["review", "week-12"]) }.map(\.id) == [first, second])
        #expect(try read { try $0.notes(tagged: ["week-12", "review"]) }.map(\.title) == ["first", "second"])
        #expect(try read { try $0.notes(tagged: ["review"]) }.count == 4)
        #expect(try read { try $0.notes(tagged: ["week"]) }.isEmpty)
        #expect(try read { try $0.notes(tagged: ["Review"]) }.isEmpty)
        #expect(try read { try $0.notes(tagged: ["re\"view"]) }.isEmpty)
        try here.edit(first) { $0.tags = ["review"] }
        #expect(try read { try $0.notes(tagged: ["review", "week-12"]) }.map(\.id) == [second])
    }

    @Test("An id is found by its first characters, in either case, when only one begins so")
    func resolve() throws {
        let id = try here.note("drill")
        let text = id.description
        #expect(try read { try $0.resolve(text) } == id)
        #expect(try read { try $0.resolve(text.uppercased()) } == id)
        #expect(try read { try $0.resolve(String(text.prefix(6))) } == id)
        #expect(code { _ = try $0.resolve(String(text.prefix(2))) } == .notFound)
        #expect(code { _ = try $0.resolve("nzzzz") } == .notFound)
        #expect(code { _ = try $0.resolve("n%") } == .notFound)
        #expect(code { _ = try $0.resolve("") } == .notFound)
        let people = StoreWorld.event("met", with: ["maria@example.com"])
        try here.list(here.source("Work"), [people])
        let maria = PublicID(.person, "maria@example.com")
        #expect(try read { try $0.resolve(String(maria.description.prefix(7))) } == maria)
        // Five hundred notes share starts of three characters.
        for number in 0..<500 {
            try here.write {
                try $0.log(EvidenceDraft(kind: .note, externalID: "\(number)", at: FixedWorld.now, title: "x"))
            }
        }
        let starts = Dictionary(grouping: (0..<500).map { PublicID(.note, "\($0)").description }) { $0.prefix(3) }
        let shared = try #require(starts.first { $0.value.count == 2 })
        let error = #expect(throws: LedgerError.self) { try read { try $0.resolve(String(shared.key)) } }
        #expect(error?.code == .ambiguousID)
        #expect(shared.value.allSatisfy { error?.message.contains($0) == true })
    }

    @Test("Meetings with up to twelve others that the person goes to, soonest first, with who is there")
    func meetings() throws {
        func event(_ title: String, _ clock: String, _ others: Int, _ standing: Standing = .accepted) -> EvidenceDraft {
            var draft = StoreWorld.event(
                title, uid: title, clock: clock, with: (0..<others).map { "p\($0)@example.com" })
            draft.standing = standing
            return draft
        }
        var leave = event("leave", "12:00", 1)
        leave.flags.insert(.allDay)
        try here.list(
            here.source("Work"),
            [
                event("late", "16:00", 2, .organised), event("early", "8:00", 1), event("all hands", "9:00", 13),
                event("alone", "10:00", 0, .alone), event("no", "11:00", 1, .declined), leave,
                event("maybe", "13:00", 1, .tentative), event("asked", "14:00", 1, .unanswered),
            ])
        try here.list(here.source("Home"), [event("secret", "15:00", 1)])
        try here.setPrivate(here.source("Home"), true)
        let day = Interval(FixedWorld.at("2026-03-16", "0:00"), seconds: 86_400)
        let rows = try read { try $0.meetings(in: day) }
        #expect(rows.map(\.title) == ["early", "late", "late"])
        #expect(Set(rows.dropFirst().map(\.identity)) == ["p0@example.com", "p1@example.com"])
        #expect(rows.first?.at == FixedWorld.at("2026-03-16", "8:00") && rows.first?.name == "p0@example.com")
        #expect(try read { try $0.meetings(in: Interval(day.start, FixedWorld.at("2026-03-16", "16:00"))) }.count == 1)
        // The person is no guest of their own meeting.
        try here.write { try $0.addMe("p0@example.com", name: "", action: here.ulid()) }
        #expect(try read { try $0.meetings(in: day) }.map(\.identity) == ["p1@example.com"])
    }

    @Test("A meeting that lay ahead of its calendar is an occasion, and was not held until somebody says so")
    func foretold() throws {
        let work = try here.source("Work")
        try here.list(work, [StoreWorld.event("talk")])
        let day = Interval(FixedWorld.at("2026-03-16", "0:00"), seconds: 86_400)
        func held() throws -> Int { try read { try $0.meetings(in: day, held: true) }.count }
        func finish(_ asOf: Instant) throws {
            var state = CalendarState()
            state.asOf = asOf
            try here.write { try $0.finishImport(of: work, state: state.text, warnings: nil) }
        }
        func unknown() throws -> Int {
            try read { snapshot in
                try snapshot.foretold(by: try #require(try snapshot.source(work.id)), now: FixedWorld.now)
            }
        }
        // A calendar speaks for a week from when it was true: 9 March 10:00 is the last moment for 16 March 10:00.
        try finish(FixedWorld.at("2026-03-09", "9:59"))
        #expect(try held() == 0 && unknown() == 1)
        #expect(try read { try $0.meetings(in: day) }.count == 1)
        try finish(FixedWorld.at("2026-03-09", "10:00"))
        #expect(try held() == 1 && unknown() == 0)
        try finish(FixedWorld.at("2026-03-01", "9:00"))
        #expect(try held() == 0 && unknown() == 1)
        try here.write {
            try $0.correct(StoreWorld.event("talk").id, action: here.ulid()) { $0.happened = true }
        }
        #expect(try held() == 1 && unknown() == 0)
    }

    @Test("A name is one person's, or nobody's")
    func identity() throws {
        var event = StoreWorld.event("met", with: ["maria@example.com", "m.keller@example.org", "dana@example.com"])
        for (place, name) in ["Maria Keller", "Maria Keller", "Dana"].enumerated() { event.people[place].name = name }
        try here.list(here.source("Work"), [event])
        #expect(try read { try $0.identity(ofPerson: "dana") }?.identity == "dana@example.com")
        #expect(try read { try $0.identity(ofPerson: "DANA") }?.name == "Dana")
        // Two addresses of one name may be two people.
        #expect(try read { try $0.identity(ofPerson: "Maria Keller") } == nil)
        #expect(try read { try $0.identity(ofPerson: "Nobody") } == nil)
    }

    @Test("People are listed by how often they are named, the person among them")
    func people() throws {
        try here.list(
            here.source("Work"),
            [
                StoreWorld.event("a", uid: "a", with: ["maria@example.com", "dana@example.com"]),
                StoreWorld.event("b", uid: "b", clock: "12:00", with: ["dana@example.com"]),
            ])
        let other = OthersCommit(
            sha: "1", author: "maria@example.com", authorName: "Maria", quarter: 2025 * 4 + 2, paths: ["a"])
        let later = OthersCommit(
            sha: "2", author: "maria@example.com", authorName: "Maria", quarter: 2026 * 4, paths: ["a"])
        let unread = OthersCommit(sha: "3", author: OthersCommit.nobody, authorName: "", quarter: 1, paths: [])
        try here.list(here.source("runbooks", .git), [], others: [other, later, unread])
        let people = try read { try $0.people() }
        #expect(people.map(\.identities) == [["dana@example.com"], ["maria@example.com"]])
        #expect(people.map(\.evidence) == [2, 1] && people.map(\.others) == [0, 2])
        #expect(people.map(\.last) == [FixedWorld.at("2026-03-16", "12:00"), FixedWorld.at("2026-03-16", "10:00")])
        #expect(people[1].name == "Maria" && people[1].firstQuarter == 8102 && people[1].lastQuarter == 8104)
        #expect(try read { try $0.people(only: people[1].id) } == [people[1]])
        #expect(try read { try $0.people(only: PublicID(.person, "nobody")) } == [])
    }
}
