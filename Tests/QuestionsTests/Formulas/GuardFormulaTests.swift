import LedgerModel
import TestSupport
import Testing
import Timeline

@testable import Questions

/// Documentation/Guard.md, worked by hand.
@Suite("Time for me, worked by hand")
struct GuardFormulaTests {
    /// Tuesday, 10 March 2026, 17:00 to 18:00.
    private let promise = Interval(FixedWorld.at("2026-03-10", "17:00"), FixedWorld.at("2026-03-10", "18:00"))

    private func answer(_ segments: [PlainSegment], at current: Interval? = nil) -> GuardAnswer {
        let block = BlockInput(
            id: PublicID(.event, "block"), title: "Study", birth: promise, current: current ?? promise,
            isCancelled: false, word: nil, area: nil, segments: segments[...])
        return GuardAnswer(WorkedWeek.base(), blocks: [block])
    }

    private func segment(
        _ id: String, _ from: String, _ to: String, _ kind: EvidenceKind, grade: Grade = .sure, arena: Arena? = .job
    ) -> PlainSegment {
        PlainSegment(
            interval: Interval(FixedWorld.at("2026-03-10", from), FixedWorld.at("2026-03-10", to)), grade: grade,
            id: PublicID(kind == .event ? .event : .note, id), kind: kind, arena: arena)
    }

    @Test(
        "What took ten minutes of it, by kind of cause",
        arguments: [
            ("16:30", EvidenceKind.event, GuardAnswer.Cause.overran), ("17:00", .event, .onTop),
            ("17:00", .commit, .work), ("17:00", .timer, .work), ("16:50", .note, .work), ("17:00", .note, .arrived),
        ])
    func causes(from: String, kind: EvidenceKind, cause: GuardAnswer.Cause) {
        let result = answer([segment("x", from, "17:10", kind)])
        #expect(result.instead.map(\.cause) == [cause])
        #expect(result.instead.map(\.seconds) == [600])
        #expect(result.taken == 600 && result.forMe == 0 && result.noTrace == 3000)
    }

    @Test("What is only possible is none; half an hour of growth keeps the block, a minute less does not")
    func kept() {
        #expect(answer([segment("x", "17:00", "18:00", .event, grade: .possible)]).noTrace == 3600)
        #expect(answer([segment("x", "17:00", "17:30", .note, arena: .growth)]).blocks[0].isKept == true)
        #expect(answer([segment("x", "17:00", "17:29", .note, arena: .side)]).blocks[0].isKept == false)
        #expect(answer([segment("block", "17:00", "18:00", .event, arena: nil)]).forMe == 3600)
    }

    @Test("A block that lies ahead is in no sum; the end of one counts")
    func ahead() {
        let ahead = answer([], at: Interval(FixedWorld.now - 1800, FixedWorld.now + 1800))
        #expect(ahead.ahead == 3600 && ahead.promised == 0 && ahead.moved == 3600 && ahead.blocks.isEmpty)
        #expect(answer([], at: Interval(FixedWorld.now - 1800, FixedWorld.now)).promised == 1800)
    }

    private func cell(_ day: Int64, _ arena: Arena?, _ seconds: Int64, outside: Int64 = 0) -> DayCell {
        WorkedWeek.cell(day, "", 1, Meaning(arena: arena), .note, Spent(sure: seconds), outside: outside, pieces: 1)
    }

    private func block(_ word: BlockWord?) -> BlockInput {
        BlockInput(
            id: PublicID(.event, "block"), title: "Study", birth: promise, current: promise, isCancelled: false,
            word: word, area: nil, segments: [])
    }

    @Test("A day counts with a quarter hour of growth or a block kept; half of its hours make it known")
    func days() {
        let cells = [
            // Monday, with growth alone; Tuesday, with the block; Wednesday, 14:59 of growth and four hours of the job;
            // Thursday, four hours less a second; Friday, five hours of which two were outside.
            cell(0, .growth, 900), cell(1, .job, 60), cell(2, .growth, 899), cell(2, .job, 14_400),
            cell(3, .job, 14_399), cell(4, .job, 18_000, outside: 7_200), cell(5, .side, 7200),
        ]
        let answer = GuardAnswer(WorkedWeek.base(cells, []), blocks: [block(.forMe)])
        #expect(answer.days == .init(base: 3, with: 2))
        #expect(
            answer.document(WorkedWeek.base(cells, [])).headline.plain.contains(
                "On two of three days there was time for you."))
        // Of the job alone: what is not placed is not said to be the job’s.
        #expect(answer.afterHours == 7200)
        // Of a day on which a quarter hour of a block is not known nobody knows.
        func mostly(_ to: String) -> BlockInput {
            var most = block(nil)
            most.segments = [segment("x", "17:00", to, .event)][...]
            return most
        }
        let full = [cell(1, .job, 28_800), cell(2, .job, 28_800)]
        #expect(GuardAnswer(WorkedWeek.base(full, []), blocks: [block(nil)]).days == .init(base: 1, with: 0))
        #expect(GuardAnswer(WorkedWeek.base(full, []), blocks: [block(.unknown)]).days == .init(base: 1, with: 0))
        #expect(GuardAnswer(WorkedWeek.base(full, []), blocks: [block(.taken)]).days == .init(base: 2, with: 0))
        #expect(GuardAnswer(WorkedWeek.base(full, []), blocks: [mostly("17:45")]).days == .init(base: 1, with: 0))
        #expect(GuardAnswer(WorkedWeek.base(full, []), blocks: [mostly("17:46")]).days == .init(base: 2, with: 0))
    }
}

/// Documentation/Guard.md, "When a half hour stays yours".
@Suite("Whether a half hour stays mine, worked by hand")
struct SurvivalFormulaTests {
    /// Fridays, 8:00 to 8:30.
    private let possible = [DayHours(weekday: 5, spans: [ClockRange(start: 480, end: 510)])]
    private let friday = CivilDay(iso: "2026-03-13")!

    private func day(_ ago: Int64, taken: (String, String)? = nil) -> Survival.Day {
        let day = friday - ago
        return Survival.Day(
            day: day,
            taken: taken.map { from, to in
                [
                    (
                        Interval(FixedWorld.at(day.iso, from), FixedWorld.at(day.iso, to)),
                        PublicID(.event, "meeting \(ago)")
                    )
                ]
            } ?? [])
    }

    private func slot(_ days: [Survival.Day]) throws -> Survival.Slot {
        try #require(
            Survival(possible: possible, days: days, zones: ZoneHistory(FixedWorld.berlin), today: friday).slots.first)
    }

    @Test("Kept today and 24 weeks ago, taken 12 weeks ago: K = 1¼ of N = 1¾, m = 0.653, the chance 0.672")
    func chance() throws {
        // Weights 1, ½ and ¼. All stretches: (1.25 + 2 × ½) / (1.75 + 2) = 0.6. The weekday and the time of day:
        // (1.25 + 2 × 0.6) / (1.75 + 2) = 0.65333. The chance: (1.25 + 4 × 0.65333) / (1.75 + 4) = 0.671884.
        // 1.645 × √(0.671884 × 0.328116 / 6.75) = 0.297286.
        let slot = try slot([day(0), day(84, taken: ("8:00", "8:30")), day(168)])
        #expect(abs(slot.kept - 0.671_884) < 1e-6)
        #expect(abs(slot.low - 0.374_598) < 1e-5 && abs(slot.high - 0.969_170) < 1e-5)
        #expect(slot.n == 3 && !slot.isKnown && slot.takenBy == [PublicID(.event, "meeting 84")])
    }

    @Test("A day is kept when less than half of the half hour was taken")
    func half() throws {
        // One day of weight 1: all stretches (K + 1) / 3; weekday and time of day (K + 2 × that) / 3;
        // the chance (K + 4 × that) / 5. Kept: 0.6667, 0.7778, 0.8222. Taken: 0.3333, 0.2222, 0.1778.
        #expect(abs(try slot([day(0, taken: ("8:00", "8:14"))]).kept - 37.0 / 45) < 1e-9)
        #expect(abs(try slot([day(0, taken: ("8:00", "8:15"))]).kept - 8.0 / 45) < 1e-9)
    }

    @Test("Four days say something, and five in the morning is not looked at")
    func known() throws {
        #expect(try slot([day(0), day(7), day(14), day(21)]).isKnown)
        #expect(try slot([day(0), day(7), day(14)]).isKnown == false)
    }

    @Test("A half hour counts the same in every run, however the weights are summed")
    func equals() {
        let spans = [ClockRange(start: 480, end: 960)]
        let possible = (1...5).map { DayHours(weekday: $0, spans: spans) }
        let days = (0..<180 as Range<Int64>).map { day($0, taken: $0 % 3 == 0 ? ("8:00", "16:00") : nil) }
        let slots = Survival(possible: possible, days: days, zones: ZoneHistory(FixedWorld.berlin), today: friday).slots
        let halves = slots.filter { $0.weekday == .friday && $0.minutes.count == 30 }
        #expect(halves.count == 16 && Set(halves.map(\.kept)).count == 1)
    }

    @Test(
        "½ to the power of an age",
        arguments: [(0.0, 1.0), (1, 0.5), (0.5, 0.707_106_781_187), (2.25, 0.210_224_103_813)])
    func halves(x: Double, expected: Double) {
        #expect(abs(halving(x) - expected) < 1e-11)
    }
}
