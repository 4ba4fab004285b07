import LedgerModel
import LedgerStore
import TestSupport
import Testing

@Suite("Corrections: what the person says of a piece")
struct CorrectionTests {
    let here: StoreWorld
    let id: PublicID

    init() throws {
        here = try StoreWorld()
        let event = StoreWorld.event("planning")
        try here.list(here.source("Work"), [event])
        id = event.id
        try here.derive()
    }

    private func correct(_ change: (inout Correction) -> Void) throws {
        try here.write { try $0.correct(id, action: here.ulid(), change) }
    }

    private func said() throws -> Correction? { try here.store.read { try $0.show(id) }.correction }

    @Test("Everything that can be said is read back, and what is said later leaves the rest")
    func whole() throws {
        var whole = Correction()
        whole.arena = .growth
        whole.responsibility = "not mine:printers"
        whole.objective = "resilience"
        whole.worth = .idea
        whole.skills = ["swift", "sql"]
        whole.happened = false
        whole.from = FixedWorld.at("2026-03-10", "9:00")
        whole.until = FixedWorld.at("2026-03-10", "9:30")
        whole.dropped = true
        try correct { $0 = whole }
        #expect(try said() == whole)
        try correct { $0.worth = .baseline }
        whole.worth = .baseline
        #expect(try said() == whole)
        #expect(try here.trace(id).happened == false && here.trace(id).dropped)
        #expect(try here.trace(id).correctedFrom == whole.from && here.trace(id).correctedUntil == whole.until)
    }

    @Test("No skills is something that was said; nothing said at all is no correction")
    func empty() throws {
        try correct { $0.skills = [] }
        #expect(try said()?.skills == [])
        try correct { $0.skills = nil }
        #expect(try said() == nil)
        try here.undo()
        #expect(try said()?.skills == [])
        try here.undo()
        #expect(try said() == nil)
    }

    @Test("Each word is taken back alone, the last first, and the fact stays as its source said it")
    func undo() throws {
        let fact = try here.store.read { try $0.show(id) }.draft
        try correct { $0.arena = .growth }
        try correct {
            ($0.from, $0.until) = (FixedWorld.at("2026-03-10", "9:00"), FixedWorld.at("2026-03-10", "10:00"))
        }
        try correct { $0.dropped = true }
        #expect(try here.store.read { try $0.show(id) }.draft == fact)
        #expect(try here.undo().verb == "correct")
        #expect(try said()?.dropped == false && said()?.from != nil && said()?.arena == .growth)
        try here.undo()
        #expect(try said()?.from == nil && said()?.until == nil && said()?.arena == .growth)
        try here.undo()
        #expect(try said() == nil)
        #expect(throws: LedgerError.self) { try here.undo() }
    }

    @Test("A piece that was moved is found where it was moved to, and where it was no more once that is taken back")
    func moved() throws {
        let tenth = Interval(FixedWorld.at("2026-03-10", "0:00"), seconds: 86_400)
        let needs = Snapshot.TraceNeeds(bodies: false, paths: false)
        func there() throws -> [PublicID] {
            try here.store.read { try $0.traces(in: tenth, needs: needs) }.map(\.trace.id)
        }
        #expect(try there() == [])
        try correct { ($0.from, $0.until) = (FixedWorld.at("2026-03-10", "9:00"), FixedWorld.at("2026-03-10", "9:30")) }
        #expect(try there() == [id])
        try correct {
            $0.from = FixedWorld.at("2026-03-11", "9:00"); $0.until = FixedWorld.at("2026-03-11", "9:30")
        }
        #expect(try there() == [])
        try here.undo()
        #expect(try there() == [id])
        try here.undo()
        #expect(try there() == [])
    }

    @Test("Said of one half only, the other is what the source said")
    func half() throws {
        let fact = try here.store.read { try $0.show(id) }.draft
        try correct { $0.until = fact.at + 7200 }
        #expect(try here.trace(id).span == Interval(fact.at, seconds: 7200))
        try correct { ($0.until, $0.from) = (nil, fact.at - 600) }
        #expect(try here.trace(id).span == Interval(fact.at - 600, seconds: 4200))
    }

    @Test("A correction survives a new version of its piece")
    func newVersion() throws {
        try correct { $0.arena = .growth }
        try here.list(here.source("Work"), [StoreWorld.event("planning, moved", sequence: 2, clock: "12:00")])
        #expect(try said()?.arena == .growth)
        #expect(try here.store.read { try $0.show(id) }.draft.title == "planning, moved")
    }

    @Test("Saying what was said already is an act all the same, and taking it back takes nothing else")
    func twice() throws {
        try correct { $0.arena = .growth }
        try correct { $0.arena = .growth }
        try here.undo()
        #expect(try said()?.arena == .growth)
        try here.undo()
        #expect(try said() == nil)
    }

    @Test("A piece that is not there takes no correction")
    func missing() throws {
        let error = #expect(throws: LedgerError.self) {
            try here.write { try $0.correct(PublicID(.event, "none"), action: here.ulid()) { $0.arena = .job } }
        }
        #expect(error?.code == .notFound)
        #expect(try here.store.read { try $0.lastAction() } == nil)
    }

    @Test("A note with a word about it is one act")
    func noted() throws {
        var said = Correction()
        said.worth = .idea
        let draft = EvidenceDraft(kind: .note, externalID: here.ulid().text, at: FixedWorld.now, title: "idea")
        try here.write { try $0.log(draft, said: said) }
        #expect(try here.store.read { try $0.show(draft.id) }.correction == said)
        #expect(try here.undo().verb == "log")
        let after = try here.store.read { try $0.show(draft.id) }
        #expect(after.correction == nil && after.draft.flags.contains(.withdrawn))
    }
}
