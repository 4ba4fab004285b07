import LedgerModel
import Testing

@testable import Questions

/// Documentation/Timeline.md, “Figures that are shown”.
@Suite("Figures that are shown add up")
struct ShownFiguresTests {
    @Test(
        "The largest remainders get what rounding down leaves",
        arguments: [
            // 0.4 + 0.4 + 0.4 h of 1.3: each is 0.433, and the first takes the tenth that is missing.
            ([1560, 1560, 1560], [5, 4, 4]),
            // 3 × 1 minute are not a tenth; 3 × 2 minutes are one.
            ([60, 60, 60], [1, 0, 0]), ([50, 50, 50], [0, 0, 0]), ([120, 120, 120], [1, 0, 0]),
            ([0, 3600, 0], [0, 10, 0]), ([], []), ([0, 0], [0, 0]),
            // 0.95 and 0.06 of 1.0: the remainders are 180 and 216 seconds of 360.
            ([3420, 216], [9, 1]),
        ])
    func tenths(seconds: [Int64], shown: [Int64]) { #expect(Apportionment.tenths(seconds) == shown) }

    @Test(
        "Shares sum to 100",
        arguments: [
            ([1, 1, 1], [34, 33, 33]), ([2, 1], [67, 33]), ([1, 199], [1, 99]), ([1, 999], [0, 100]),
            ([0, 5], [0, 100]),
            ([0, 0], [0, 0]), ([1, 1, 1, 1, 1, 1, 1], [15, 15, 14, 14, 14, 14, 14]),
        ])
    func percents(values: [Int64], shown: [Int64]) { #expect(Apportionment.percents(values) == shown) }

    @Test("Each is its value rounded down or up, whatever the values", arguments: 1...40)
    func near(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let values = (0..<Int.random(in: 1...30, using: &random)).map { _ in
            Int64.random(in: 0...40_000, using: &random)
        }
        let shown = Apportionment.tenths(values)
        #expect(shown.reduce(0, +) == Apportionment.tenths(values.reduce(0, +)), "seed \(seed)")
        for (value, tenths) in zip(values, shown) {
            #expect(tenths == value / 360 || tenths == value / 360 + 1, "seed \(seed)")
            #expect(value > 0 || tenths == 0, "seed \(seed)")
        }
        let percents = Apportionment.percents(values)
        #expect(percents.reduce(0, +) == (values.allSatisfy { $0 == 0 } ? 0 : 100), "seed \(seed)")
    }

    @Test("Every table of hours sums to its total, and its shares to 100 %", arguments: 1...20)
    func tables(seed: Int) {
        let base = QuestionWorld.base(seed: UInt64(seed))
        for by in TotalsAnswer.By.allCases where !by.overlaps {
            let rows = TotalsAnswer(base, by: by).rows
            #expect(
                rows.reduce(0) { $0 + $1.shown.tenths } == Apportionment.tenths(base.total.seconds),
                "\(by), seed \(seed)")
            #expect(rows.reduce(0) { $0 + $1.shown.percent } == 100, "\(by), seed \(seed)")
            // What is shown in the table is what adds up.
            let column = TotalsAnswer(base, by: by).document(base).rows(.totals).map { $0[1] }
            #expect(column == rows.map { Hours.column(tenths: $0.shown.tenths) })
        }
    }

    @Test(
        "The parts sum to the job’s time, responsibilities to their part, and totals show the same", arguments: 1...20)
    func views(seed: Int) throws {
        let base = QuestionWorld.base(seed: UInt64(seed))
        let scope = ScopeAnswer(base)
        let parts = [scope.measured, scope.unmeasured, scope.notMine, scope.unknown]
        #expect(parts.reduce(0) { $0 + $1.shown.tenths } == scope.placed.job.tenths, "seed \(seed)")
        #expect(parts.reduce(0) { $0 + $1.shown.percent } == 100, "seed \(seed)")
        let judged = scope.responsibilities
        #expect(judged.reduce(0) { $0 + $1.shown.tenths } == scope.measured.shown.tenths, "seed \(seed)")
        #expect(judged.reduce(0) { $0 + $1.shown.percent } == scope.measured.shown.percent, "seed \(seed)")
        let others = scope.otherArenas.reduce(0) { $0 + (scope.placed.arenas[$1.arena]?.tenths ?? 0) }
        #expect(scope.placed.job.tenths + others == Apportionment.tenths(base.total.seconds), "seed \(seed)")

        let arenas = TotalsAnswer(base, by: .arena).rows
        for (arena, _) in scope.otherArenas {
            let row = try #require(arenas.first { $0.key == arena.rawValue })
            #expect(row.shown.tenths == scope.placed.arenas[arena]?.tenths, "\(arena), seed \(seed)")
        }
        let keys = TotalsAnswer(base, by: .responsibility).rows
        for item in judged {
            let elsewhere = base.cells.contains {
                $0.meaning.responsibility == item.responsibility.key && !$0.meaning.isJobOrUnknown
            }
            let row = keys.first { $0.key == item.responsibility.key }
            if !elsewhere { #expect((row?.shown.tenths ?? 0) == item.shown.tenths, "seed \(seed)") }
        }
    }

    @Test("Weeks and months are rows of their own, in their order, cut to the period")
    func time() {
        let cells = [(-7, 60), (0, 60), (6, 30), (22, 90)].map { day, minutes in
            WorkedWeek.cell(
                day, "", 0, Meaning(arena: .job), .note, Spent(sure: Int64(minutes) * 60), pieces: 1)
        }
        var base = WorkedWeek.base(cells, [])
        base.period = Period(since: CivilDay(iso: "2026-03-03")!, until: CivilDay(iso: "2026-04-02")!)
        let weeks = TotalsAnswer(base, by: .week)
        #expect(weeks.rows.map(\.key) == ["2026-03-02", "2026-03-09", "2026-03-30"])
        #expect(weeks.rows.map(\.spent.seconds) == [3600, 5400, 5400])
        #expect(weeks.rows[0].ref.query == "since:2026-03-03 until:2026-03-09 is:work")
        #expect(weeks.document(base).rows(.totals)[0][0] == "from 2 March 2026")
        let months = TotalsAnswer(base, by: .month)
        #expect(months.rows.map(\.key) == ["2026-03"] && months.rows[0].spent.seconds == 14_400)
        #expect(months.document(base).rows(.totals)[0][0] == "March 2026")
    }

    @Test("A figure of nothing opens nothing; one without pieces of its own still opens its time")
    func nothing() {
        let none = EvidenceRef(count: 0, query: "arena:job")
        #expect(Document.Span.figure("0.0", none).opening == .text("0.0"))
        #expect(Document.Span.figure("0 min", none).opening == .text("0 min"))
        #expect(Document.Span.figure("0.5", none).opening == .figure("0.5", none))
        let some = EvidenceRef(count: 2, query: "arena:job")
        #expect(Document.Span.figure("0.0", some).opening == .figure("0.0", some))
    }
}
