import LedgerModel
import LedgerStore
import TestSupport
import Testing

/// Days are those of UTC. A piece without a length reaches two hours (`reach` of the fixed context) to both sides of
/// its own time, as a commit may begin a session before it.
@Suite("Marked days: what is derived again after a write")
struct MarkedDayTests {
    let here: StoreWorld

    init() throws { here = try StoreWorld() }

    private func at(_ day: String, _ clock: String) -> Instant { FixedWorld.at(day, clock, zone: .utc) }

    private func event(
        _ uid: String, _ day: String, _ clock: String = "10:00", length: Int64 = 3600, sequence: Int64 = 1
    ) -> EvidenceDraft {
        var draft = StoreWorld.event(uid, uid: uid, sequence: sequence)
        draft.at = at(day, clock)
        draft.until = draft.at + length
        return draft
    }

    @Test(
        "A note marks its day, and the next or the last one that is within its reach",
        arguments: [
            ("12:00:00", ["2026-03-16"]), ("2:00:00", ["2026-03-16"]), ("1:59:59", ["2026-03-15", "2026-03-16"]),
            ("21:59:59", ["2026-03-16"]), ("22:00:00", ["2026-03-16", "2026-03-17"]),
            ("0:00:00", ["2026-03-15", "2026-03-16"]), ("23:59:59", ["2026-03-16", "2026-03-17"]),
        ])
    func note(clock: String, days: [String]) throws {
        let parts = clock.split(separator: ":").compactMap { Int64($0) }
        let at = at("2026-03-16", "0:00") + parts[0] * 3600 + parts[1] * 60 + parts[2]
        try here.write { try $0.log(EvidenceDraft(kind: .note, externalID: "n", at: at, title: "n")) }
        #expect(try here.marked() == days)
        #expect(try here.store.read { try $0.isMarked() })
        #expect(try !here.store.read { try $0.isMarked(in: 0...20_000) })
    }

    @Test("A note of two days marks all that it lies on")
    func long() throws {
        var draft = EvidenceDraft(kind: .note, externalID: "n", at: at("2026-03-16", "20:00"), title: "n")
        draft.until = draft.at + 172_800
        try here.write { try $0.log(draft) }
        #expect(try here.marked() == ["2026-03-16", "2026-03-17", "2026-03-18"])
        try here.derive()
        try here.undo()
        #expect(try here.marked() == ["2026-03-16", "2026-03-17", "2026-03-18"])
    }

    @Test("Leave of ten days marks ten, and no piece more than four years")
    func leave() throws {
        try here.list(here.source("Work"), [event("leave", "2026-03-16", "0:00", length: 10 * 86_400)])
        // The reach at its beginning takes in the evening before.
        #expect(try here.marked().first == "2026-03-15" && here.marked().last == "2026-03-25")
        #expect(try here.marked().count == 11)
        try here.derive()
        try here.list(here.source("Team"), [event("endless", "2000-01-02", "12:00", length: 20_000 * 86_400)])
        #expect(try here.marked().count == 1_500)
    }

    @Test("What is imported again unchanged marks nothing; what another source sees too marks its day")
    func unchanged() throws {
        let (work, team) = (try here.source("Work"), try here.source("Team"))
        try here.list(work, [event("a", "2026-03-16")])
        try here.derive()
        #expect(try here.list(work, [event("a", "2026-03-16")]).unchanged == 1)
        #expect(try here.marked() == [])
        try here.list(team, [event("a", "2026-03-16")])
        #expect(try here.marked() == ["2026-03-16"])
        try here.derive()
        try here.remove(team)
        #expect(try here.marked() == ["2026-03-16"])
    }

    @Test("An event that is moved marks where it was and where it is; one that goes marks where it was")
    func moved() throws {
        let work = try here.source("Work")
        try here.list(work, [event("a", "2026-03-16"), event("b", "2026-03-12")])
        try here.derive()
        try here.list(work, [event("a", "2026-03-20", sequence: 2), event("b", "2026-03-12")])
        #expect(try here.marked() == ["2026-03-16", "2026-03-20"])
        try here.derive()
        try here.list(work, [event("a", "2026-03-20", sequence: 2)])
        #expect(try here.marked() == ["2026-03-12"])
    }

    @Test("A word about a piece marks its day, and the day that it is moved to")
    func corrected() throws {
        let a = event("a", "2026-03-16")
        try here.list(here.source("Work"), [a, event("b", "2026-03-12")])
        try here.derive()
        try here.write { try $0.correct(a.id, action: here.ulid()) { $0.arena = .growth } }
        #expect(try here.marked() == ["2026-03-16"])
        try here.derive()
        try here.write {
            try $0.correct(a.id, action: here.ulid()) {
                ($0.from, $0.until) = (at("2026-03-03", "9:00"), at("2026-03-03", "10:00"))
            }
        }
        #expect(try here.marked() == ["2026-03-03", "2026-03-16"])
        try here.derive()
        // Moved on from there, and back again: all three places.
        try here.write {
            try $0.correct(a.id, action: here.ulid()) {
                ($0.from, $0.until) = (at("2026-03-05", "9:00"), at("2026-03-05", "10:00"))
            }
        }
        #expect(try here.marked() == ["2026-03-03", "2026-03-05", "2026-03-16"])
        try here.derive()
        try here.undo()
        #expect(try here.marked() == ["2026-03-03", "2026-03-05", "2026-03-16"])
    }

    @Test("A word about one meeting of a series marks the unanswered others, and its undo does")
    func series() throws {
        func occurrence(_ day: String, _ standing: Standing) -> EvidenceDraft {
            var draft = event(day, day)
            draft.series = "weekly"
            draft.standing = standing
            return draft
        }
        let drafts = [
            occurrence("2026-03-02", .unanswered), occurrence("2026-03-09", .accepted),
            occurrence("2026-03-16", .unanswered), event("other", "2026-03-11"),
        ]
        try here.list(here.source("Work"), drafts)
        try here.derive()
        try here.write { try $0.correct(drafts[0].id, action: here.ulid()) { $0.happened = true } }
        #expect(try here.marked() == ["2026-03-02", "2026-03-16"])
        try here.derive()
        try here.undo()
        #expect(try here.marked() == ["2026-03-02", "2026-03-16"])
    }

    @Test("My job, what a source is for, and who the person is mark every day; results and tellings none")
    func everything() throws {
        let work = try here.source("Work")
        try here.list(work, [event("a", "2026-03-16"), event("b", "2026-03-02")])
        let all = ["2026-03-02", "2026-03-16"]
        let acts: [(String, (Transaction) throws -> Void)] = [
            ("job", { try $0.save(MyJob(), action: here.ulid(), verb: "job") }),
            ("default", { try $0.setDefault(of: work, arena: .side, plansCount: nil, action: here.ulid()) }),
            ("me", { try $0.addMe("maria@example.com", name: "", action: here.ulid()) }),
            ("another me", { try $0.addMe("m@example.com", name: "", action: here.ulid()) }),
            ("no more me", { _ = try $0.removeMe("m@example.com", action: here.ulid()) }),
        ]
        for (name, act) in acts {
            try here.derive()
            try here.write(act)
            #expect(try here.marked() == all, "\(name)")
        }
        for (name, _) in acts.reversed() {
            try here.derive()
            try here.undo()
            #expect(try here.marked() == all, "undo of \(name)")
        }
        try here.derive()
        let ulid = here.ulid()
        let claim = Claim(
            id: PublicID(.claim, ulid.text), text: "x", at: FixedWorld.now, evidence: [PublicID(.event, "a/single")])
        try here.write { try $0.add(claim, ulid: ulid) }
        try here.write { try $0.tell(claim: claim.id, Telling(person: "M", at: FixedWorld.now), action: here.ulid()) }
        try here.undo()
        #expect(try here.marked() == [])
    }

    @Test("A calendar that is true as of another moment marks what counts by that, and nothing else")
    func spoken() throws {
        let (work, team) = (try here.source("Work"), try here.source("Team"))
        func finish(_ day: String) throws {
            var state = CalendarState()
            state.asOf = at(day, "9:00")
            try here.write { try $0.finishImport(of: work, state: state.text, warnings: nil) }
        }
        try here.list(work, ["2026-03-05", "2026-03-12", "2026-03-14", "2026-03-20"].map { event($0, $0) })
        try here.list(team, [event("theirs", "2026-03-13")])
        try finish("2026-03-01")
        try here.derive()
        // From 8 March (a week after the first) to 15 March (a week after the eighth).
        try finish("2026-03-08")
        #expect(try here.marked() == ["2026-03-12", "2026-03-14"])
        try here.derive()
        try finish("2026-03-08")
        #expect(try here.marked() == [])
        try finish("2026-03-06")
        #expect(try here.marked() == ["2026-03-14"])
    }

    @Test("What changed while it was derived is not stored, and stays marked")
    func changedMeanwhile() throws {
        try here.list(here.source("Work"), [event("a", "2026-03-16"), event("b", "2026-03-02")])
        let derived = try here.derived([])
        try here.write {
            try $0.log(EvidenceDraft(kind: .note, externalID: "n", at: at("2026-03-16", "12:00"), title: "n"))
        }
        let left = try here.store.store(derived, days: [], waiting: true)
        #expect(left.map(\.shard) == [Shard(containing: at("2026-03-16", "12:00"))])
        #expect(try here.marked() == ["2026-03-16"])
    }

    @Test("A timeline under another key begins anew: every day that a piece can reach is marked, once")
    func anew() throws {
        try here.list(here.source("Work"), [event("a", "2026-03-16", "12:00"), event("b", "2026-03-02", "12:00")])
        try here.derive()
        func begin(_ key: String, reach: Int64) throws -> Bool {
            try here.store.beginTimeline(key, reach: reach, waiting: true) { Instant($0) }
        }
        #expect(try begin("one", reach: 7200))
        #expect(
            try here.marked() == [
                "2026-03-01", "2026-03-02", "2026-03-03", "2026-03-15", "2026-03-16", "2026-03-17",
            ])
        #expect(try here.store.read { try $0.derivationKey() } == "one")
        try here.derive()
        #expect(try begin("one", reach: 7200))
        #expect(try here.marked() == [])
        // A reach of more than a day takes in two on each side.
        #expect(try begin("two", reach: 90_000))
        #expect(try here.marked().count == 10)
    }

    @Test("Times without a zone move with the zone the person was in, and mark where they were and where they are")
    func floating() throws {
        var draft = event("dentist", "2026-03-16", "23:00")
        draft.flags.insert(.floating)
        try here.list(here.source("Work"), [draft, event("fixed", "2026-03-02")])
        try here.derive()
        // Kathmandu is 5:45 ahead of UTC: 23:00 there is 17:15 UTC.
        let offset: Int64 = 20_700
        _ = try here.store.beginTimeline("kathmandu", reach: 7200, waiting: true) { Instant($0 - offset) }
        let moved = try here.store.read { try $0.show(draft.id) }.draft
        #expect(moved.at == at("2026-03-16", "17:15") && moved.until == at("2026-03-16", "18:15"))
        #expect(moved.utcOffset == 20_700)
        #expect(
            try here.store.read { try $0.show(PublicID(.event, "fixed/single")) }.draft.at == at("2026-03-02", "10:00"))
        // Back again, from what is kept of it alone.
        _ = try here.store.beginTimeline("utc", reach: 7200, waiting: true) { Instant($0) }
        #expect(try here.store.read { try $0.show(draft.id) }.draft.at == draft.at)
    }
}
