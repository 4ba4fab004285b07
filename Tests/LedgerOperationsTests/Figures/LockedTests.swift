import LedgerModel
import Questions
import TestSupport
import Testing

@testable import LedgerOperations
@testable import LedgerStore

@Suite("Asked while another program writes")
struct LockedTests {
    private let period = Period(since: CivilDay(iso: "2026-03-01")!, until: CivilDay(iso: "2026-04-01")!)

    /// What was written since the last question, and a timer that runs, both with skills and people.
    private func filled() throws -> OperationsWorld {
        let here = try OperationsWorld()
        var myJob = MyJob()
        myJob.responsibilities = [Responsibility(key: "restores", label: "Restores")]
        myJob.responsibilities[0].measure = "minutes to restore"
        myJob.skills = [Skill(key: "swift", label: "Swift")]
        var when = Condition()
        when.tag = ["restore"]
        myJob.rules = [
            Rule(key: "r", when: when, set: .init(arena: .job, responsibility: "restores", skills: ["swift"]))
        ]
        try here.ledger.myJob.load(myJob)
        try here.note("old", at: here.at("9:00", "2026-03-02"), minutes: 60, with: ["Maria"], tags: ["restore"])
        _ = try here.ledger.asking.scope(period)
        try here.note("new", at: here.at("11:00"), minutes: 90, with: ["Maria"], tags: ["restore"])
        _ = try here.ledger.capture.start("runs", at: here.at("12:30"), with: ["Omar"], tags: ["restore"])
        return here
    }

    @Test("Answers, totals, search, timeline and one piece are right, and nobody waits")
    func right() throws {
        let here = try filled()
        let other = try OtherProgram(here.ledger.path)
        let before = here.ledger.store.fetchTimeout.waits
        try other.writing {
            #expect(try here.ledger.asking.scope(period).answer.measured.spent.seconds == 3 * 3_600)
            func totals(_ by: TotalsAnswer.By) throws -> [String: Int64] {
                try Dictionary(
                    uniqueKeysWithValues: here.ledger.asking.totals(period, by: by).answer.rows.map {
                        ($0.name, $0.spent.seconds)
                    })
            }
            #expect(try totals(.skill) == ["Swift": 3 * 3_600])
            #expect(try totals(.person) == ["Maria": 9_000, "Omar": 1_800])
            #expect(try totals(.arena).values.reduce(0, +) == 3 * 3_600)
            #expect(try here.ledger.asking.picture(period).answer.skills.first?.seconds == 3 * 3_600)
            #expect(try here.ledger.asking.search("arena:job skill:swift").hits.map(\.title) == ["new", "old"])
            #expect(try here.ledger.asking.search("responsibility:restores new").hits.map(\.title) == ["new"])
            #expect(try here.ledger.asking.timeline(period).stretches.map(\.title) == ["old", "new", "runs"])
            let id = try #require(try here.ledger.asking.search("new").hits.first?.id)
            #expect(try here.ledger.asking.show(id.description).shown.spent.seconds == 5_400)
        }
        #expect(here.ledger.store.fetchTimeout.waits == before)
    }

    @Test("After My job was changed elsewhere the answer is by it at once")
    func zonesChanged() throws {
        let here = try filled()
        let other = try OtherProgram(here.ledger.path)
        // As by a program that ended before it reckoned anew.
        var myJob = try here.ledger.myJob.current()
        myJob.settings.zones = [.init(from: CivilDay(iso: "2026-01-01")!, zone: "America/New_York")]
        try here.ledger.store.write(at: FixedWorld.now, WriteContext(now: FixedWorld.now, reach: 7_200)) {
            try $0.save(myJob, action: here.ledger.asking.ulid(), verb: "job")
        }
        let before = here.ledger.store.fetchTimeout.waits
        let locked = try other.writing { try Figures(here.ledger, period) }
        #expect(here.ledger.store.fetchTimeout.waits == before)
        #expect(locked.differences(from: try Figures(here.ledger, period)).isEmpty)
        #expect(locked.differences(from: try Figures(here.restored(1), period)).isEmpty)
    }
}
