import LedgerModel
import LedgerOperations
import Questions
import Renderings
import TestSupport
import Testing

/// Documentation/Scope.md, "The same on Today", and the week up to Tuesday, 17 March 2026.
@Suite("The week in the lines of a bare limelight")
struct OverviewTests {
    private func first(_ world: OperationsWorld) throws -> String? {
        try world.ledger.asking.inquire(.weekNow, { try $0.overview() }).lines.first.flatMap {
            if case .sentence(let text) = $0 { text.words } else { nil }
        }
    }

    private func load(_ world: OperationsWorld, measured: Bool) throws {
        var myJob = MyJob()
        if measured {
            var item = Responsibility(key: "restore", label: "Restores")
            item.measure = "minutes"
            myJob.responsibilities = [item]
        }
        var when = Condition()
        when.title = "^Restore"
        myJob.rules = [
            Rule(key: "restores", when: when, set: .init(arena: .job, responsibility: measured ? "restore" : nil))
        ]
        try world.ledger.myJob.load(myJob)
    }

    @Test("One hour of two went to what I am judged on: 50 %; time of last week and for growth is in neither")
    func share() throws {
        let world = try OperationsWorld()
        try load(world, measured: true)
        try world.note("Restore drill", at: world.at("9:00", "2026-03-16"), minutes: 60)
        try world.note("Desk", at: world.at("11:00", "2026-03-16"), minutes: 60, arena: .job)
        try world.note("Restore drill", at: world.at("9:00", "2026-03-12"), minutes: 240)
        let half = "went to what you are judged on, 50 % is not placed yet."
        #expect(try first(world) == "This week: 50 % of the 2 h on record \(half)")
        try world.note("A book", at: world.at("8:00"), minutes: 60, arena: .growth)
        #expect(
            try first(world)
                == "This week: 50 % of the 2 h on record for the job \(half) Besides that, 1 h growth.")
        try world.note("Tides", at: world.at("9:30"), minutes: 30, arena: .side)
        #expect(try first(world)?.hasSuffix(" Besides that, 1 h growth and 30 min side projects.") == true)
    }

    @Test("Without a responsibility it is the time of the job; without time of the job it is what there is")
    func onRecord() throws {
        let world = try OperationsWorld()
        try load(world, measured: false)
        try world.note("Restore drill", at: world.at("9:00", "2026-03-16"), minutes: 90)
        #expect(
            try first(world)
                == "This week: 1.5 h on record. What you are judged on is not written down yet.")
        try world.note("A book", at: world.at("8:00"), minutes: 60, arena: .growth)
        #expect(try first(world)?.hasPrefix("This week: 1.5 h on record for the job. What") == true)
        #expect(try first(world)?.hasSuffix("Besides that, 1 h growth.") == true)
        let other = try OperationsWorld()
        try load(other, measured: true)
        try other.note("A book", at: other.at("8:00"), minutes: 60, arena: .growth)
        #expect(try first(other) == "This week: 1 h on record, none of it for the job.")
    }
}
