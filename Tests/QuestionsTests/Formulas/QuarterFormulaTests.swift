import LedgerModel
import TestSupport
import Testing
import Timeline

@testable import Questions

/// Documentation/Review.md, "The quarter": `WorkedWeek` beside the week before it.
@Suite("The quarter, worked by hand")
struct QuarterFormulaTests {
    private func side(_ base: AnswerBase, blocks: [BlockInput] = [], claims: [Claim] = []) -> QuarterAnswer.Side {
        .init(
            scope: Answered(ScopeAnswer(base), base), mine: Answered(GuardAnswer(base, blocks: blocks), base),
            picture: Answered(PictureAnswer(base, skills: []), base),
            backstage: Answered(BackstageAnswer(base, people: [], pairs: []), base),
            value: Answered(ValueAnswer(base, claims: claims, occasions: []), base))
    }

    /// An hour on Tuesday, 10 March 2026: ten minutes of a meeting that began before it, fifteen of one that was put on
    /// top, and twenty minutes of reading.
    private var block: BlockInput {
        func segment(_ from: String, _ to: String, _ kind: EvidenceKind, _ arena: Arena) -> PlainSegment {
            PlainSegment(
                interval: Interval(FixedWorld.at("2026-03-10", from), FixedWorld.at("2026-03-10", to)), grade: .sure,
                id: PublicID(kind == .event ? .event : .note, from), kind: kind, arena: arena)
        }
        let promise = Interval(FixedWorld.at("2026-03-10", "17:00"), FixedWorld.at("2026-03-10", "18:00"))
        return BlockInput(
            id: PublicID(.event, "block"), title: "Study", birth: promise, current: promise, isCancelled: false,
            word: nil, area: nil,
            segments: [
                segment("16:30", "17:10", .event, .job), segment("17:15", "17:30", .event, .job),
                segment("17:40", "18:00", .note, .growth),
            ])
    }

    private func claim(_ text: String, _ iso: String, objective: String?) -> Claim {
        Claim(id: PublicID(.claim, text), text: text, objective: objective, at: FixedWorld.at(iso, "12:00"))
    }

    private func document(
        blocks: [BlockInput] = [], claims: [Claim] = [], cells: [DayCell] = WorkedWeek.cells,
        change: (inout MyJob) -> Void = { _ in }
    ) -> Document {
        var before = WorkedWeek.base(WorkedWeek.previous, [])
        before.period = Period(since: CivilDay(iso: "2025-10-01")!, until: CivilDay(iso: "2025-10-08")!)
        return QuarterAnswer(
            quarter: QuarterAnswer.around(FixedWorld.day),
            now: side(WorkedWeek.base(cells, change: change), blocks: blocks, claims: claims), before: side(before)
        ).document()
    }

    @Test("Each row by the formula of its page")
    func comparison() {
        // Judged on: restore 2 h, support 1½ h and mentoring 1 h of 7 h; before, restore 1 h of 4 h. Outside: half an hour of restore;
        // what is not placed is not the job’s. Of the block, twenty minutes were reading.
        let document = document(
            blocks: [block],
            claims: [
                claim("in time", "2026-03-10", objective: "resilience"), claim("beside", "2026-03-10", objective: nil),
            ])
        #expect(
            document.rows(.comparison) == [
                ["Results that serve an objective", "1", "0"], ["Of the job on what I am judged on", "64 %", "25 %"],
                ["Job outside working hours", "0.5 h", "0 h"],
                ["Of the time set aside, for me", "0.3 h of the 0.8 h known", "none"],
                ["Development", "1 h", "0 h"], ["Relationships", "0 h", "0 h"], ["Side projects", "0 h", "0 h"],
            ])
        #expect(document.lines(.comparison).isEmpty)
    }

    @Test("Nothing to compare with is left out")
    func alone() {
        let empty = side(WorkedWeek.base([], []))
        let quarter = QuarterAnswer(
            quarter: QuarterAnswer.around(FixedWorld.day), now: side(WorkedWeek.base()), before: empty)
        #expect(quarter.document().blocks(.comparison).isEmpty)
    }

    @Test("Two measures of three, the thing on the desk with an hour, the cause with fifteen minutes, one result")
    func asks() {
        let phones = WorkedWeek.cell(
            1, "", 1, Meaning(arena: .job, responsibility: "not mine:phones"), .note, Spent(sure: WorkedWeek.hour),
            pieces: 1)
        let document = document(
            blocks: [block],
            claims: [
                claim("in time", "2026-03-10", objective: "resilience"),
                claim("later", "2026-03-11", objective: "resilience"),
            ], cells: WorkedWeek.cells + [phones]
        ) { myJob in
            myJob.people = [MyJobPerson(key: "maria", label: "Maria", role: .decider)]
            myJob.responsibilities[1].agreedWith = "Ada"
            myJob.responsibilities[2].measure = "hours"
            myJob.notMine.append(NotMine(key: "phones", label: "Phones", owner: nil))
        }
        #expect(
            document.lines(.asks) == [
                "Agree “Restore” with Maria.", "Agree “Support” with Ada.", "A home for “Phones”, which took 1 h.",
                "An answer to “a meeting was put on top”, which took 15 min of your own time: decline it or offer another time.",
                "A moment with Maria for “in time”.",
            ])
    }

    @Test("An owner is named; what took no time, and what is agreed or told, is not asked for")
    func few() {
        let document = document { myJob in
            myJob.notMine.append(NotMine(key: "phones", label: "Phones", owner: nil))
            for index in myJob.responsibilities.indices {
                myJob.responsibilities[index].agreedWith = "Ada"
                myJob.responsibilities[index].agreedOn = CivilDay(iso: "2026-01-07")
            }
        }
        #expect(document.lines(.asks) == ["A home for “Printers”, which took 30 min: Facilities owns it."])
        let nothing = self.document(cells: [WorkedWeek.cells[5]]) { $0.responsibilities = [] }
        #expect(nothing.blocks(.asks).isEmpty)
    }
}
