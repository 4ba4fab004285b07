import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

/// Documentation/Review.md, "What it proposes": the one event of the coming week that is looked at from the career
/// angle.
@Suite("The review looks at one event of the coming week")
struct CareerTaskTests {
    /// What is read from the first word of a title, and what it counts beside one for a single event.
    private func myJob() -> MyJob {
        var myJob = MyJob()
        myJob.objectives = [Objective(key: "resilience", label: "Resilience")]
        myJob.responsibilities = [Responsibility(key: "desk", label: "Service desk")]
        myJob.skills = [Skill(key: "sql", label: "SQL")]
        func rule(_ word: String, _ set: Rule.Outcome) -> Rule {
            var when = Condition()
            when.title = "^\(word)"
            return Rule(key: word.lowercased(), when: when, set: set)
        }
        myJob.rules = [
            rule("Desk", .init(responsibility: "desk")),  // 1
            rule("Drill", .init(skills: ["sql"])),  // 2
            rule("Plan", .init(objective: "resilience")),  // 2
            rule("Both", .init(objective: "resilience", skills: ["sql"])),  // 4
            rule("All", .init(responsibility: "desk", objective: "resilience", skills: ["sql"])),  // 5
            rule("Study", .init(arena: .growth, skills: ["sql"])),
            rule("Gym", .init(arena: .personal, skills: ["sql"])),
        ]
        return myJob
    }

    /// An event at 10:00 on a day of March 2026.
    private func event(_ title: String, _ day: Int, _ more: String = "") -> String {
        "UID:\(title)\(day)\nDTSTAMP:20260301T000000Z\nDTSTART:202603\(day)T090000Z\nDTEND:202603\(day)T093000Z\nSUMMARY:\(title)\(more)"
    }

    private func review(_ events: [String]) async throws -> Answered<ReviewAnswer> {
        let world = try OperationsWorld(now: FixedWorld.at("2026-03-13", "16:00"))
        try world.ledger.myJob.load(myJob())
        try await world.importCalendar("Work", events)
        return try world.ledger.reviewing.review(ReviewWeek.around(CivilDay(iso: "2026-03-13")!))
    }

    private static let weekly = "\nRRULE:FREQ=WEEKLY;COUNT=2"

    private struct Planned: Sendable {
        var title: String
        var day: Int
        var more = ""

        init(_ title: String, _ day: Int, _ more: String = "") {
            (self.title, self.day, self.more) = (title, day, more)
        }
    }

    /// Events, the one that is looked at, and the sums.
    private static let choices: [(events: [Planned], title: String?)] = [
        ([Planned("Desk", 16), Planned("Drill", 17)], "Drill"),  // 2, 3
        ([Planned("Drill", 18), Planned("Plan", 17)], "Plan"),  // 3, 3
        ([Planned("Drill", 16), Planned("Both", 20)], "Both"),  // 3, 5
        ([Planned("Both", 16), Planned("All", 20)], "All"),  // 5, 6
        ([Planned("Both", 16), Planned("All", 17, weekly)], "Both"),  // 5, 5
        ([Planned("Drill", 17, weekly), Planned("Desk", 16)], "Drill"),  // 2, a responsibility alone
        ([Planned("Drill", 16, weekly), Planned("Desk", 17)], "Drill"),  // 2, 2
        ([Planned("Plan", 16, weekly), Planned("Plan b", 17)], "Plan b"),  // 2, 3
        ([Planned("Lunch", 16), Planned("Desk", 20, weekly)], nil),  // nothing, a responsibility alone
    ]

    @Test("The highest sum, and the soonest of equals", arguments: choices.indices)
    func choice(row: Int) async throws {
        let (events, title) = Self.choices[row]
        let answered = try await review(events.map { event($0.title, $0.day, $0.more) })
        #expect(answered.answer.task?.title == title)
    }

    @Test(
        "Growth, personal time, what is private, called off or not of that week, and what touches nothing",
        arguments: [
            ("Study", 16, ""), ("Gym", 16, ""), ("Lunch", 16, ""), ("Drill", 23, ""), ("Drill", 13, ""),
            ("Drill", 16, "\nCLASS:PRIVATE"), ("Drill", 16, "\nSTATUS:CANCELLED"),
        ])
    func none(title: String, day: Int, more: String) async throws {
        let (answer, base) = try await review([event(title, day, more)]).parts
        #expect(answer.task == nil)
        #expect(!answer.next(base).contains { $0.id == .taskAhead })
    }
}
