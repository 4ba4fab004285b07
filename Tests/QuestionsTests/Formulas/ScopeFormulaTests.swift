import LedgerModel
import Testing

@testable import Questions

/// Documentation/Scope.md, worked by hand from `WorkedWeek`.
@Suite("Scope, worked by hand")
struct ScopeFormulaTests {
    let hour = WorkedWeek.hour
    let answer = ScopeAnswer(WorkedWeek.base())

    @Test("Five hours of the job and two not placed are the base; its parts are 4½, 0, ½ and 2 hours")
    func parts() {
        #expect(answer.base.seconds == 7 * hour)
        #expect(answer.measured.spent.seconds == 9 * hour / 2 && answer.measured.ref.count == 4)
        #expect(answer.unmeasured.spent == .zero && answer.unmeasured.ref.count == 0)
        #expect(answer.notMine.spent.seconds == hour / 2 && answer.notMine.ref.count == 1)
        #expect(answer.unknown.spent.seconds == 2 * hour && answer.unknown.ref.count == 3)
        #expect(answer.otherArenas.map(\.arena) == [.growth] && answer.otherArenas[0].spent.seconds == hour)
    }

    @Test("What is mine without a responsibility is my other work")
    func other() {
        var cells = WorkedWeek.cells
        cells[2].meaning.responsibility = Meaning.mine
        let answer = ScopeAnswer(WorkedWeek.base(cells))
        #expect(answer.measured.spent.seconds == 7 * hour / 2)
        #expect(answer.unmeasured.spent.seconds == hour && answer.unmeasured.ref.count == 1)
    }

    @Test("Shares are of seven hours, trends against one of four hours before")
    func shares() throws {
        #expect(answer.responsibilities.map(\.responsibility.key) == ["restore", "support", "mentoring"])
        let (restore, support) = (answer.responsibilities[0], answer.responsibilities[1])
        #expect(abs(restore.share - 2.0 / 7) < 1e-12 && restore.previousShare == 0.25)
        #expect(abs(try #require(restore.trend) - 1.0 / 28) < 1e-12)
        #expect(abs(support.share - 3.0 / 14) < 1e-12 && support.previousShare == 0)
        #expect(ScopeAnswer(WorkedWeek.base(WorkedWeek.cells, [])).responsibilities[0].trend == nil)
    }

    @Test("The table shows the share of its row; without time of the job a dash")
    func shownShare() {
        var answer = answer
        let base = WorkedWeek.base()
        #expect(answer.document(base).rows(.lineOfSight).map { $0[4] } == ["29 %", "21 %", "14 %"])
        answer.responsibilities[0].share = 0.4
        answer.responsibilities[0].shown.percent = 40
        #expect(answer.document(base).rows(.lineOfSight).map { $0[4] } == ["40 %", "21 %", "14 %"])
        let none = WorkedWeek.base([WorkedWeek.cells[5]])
        #expect(ScopeAnswer(none).document(none).rows(.lineOfSight).map { $0[4] } == ["–", "–", "–"])
    }

    @Test("One desk item with half an hour; growth reached by nobody; five hours without an objective")
    func besides() {
        #expect(answer.desk.map(\.item.key) == ["printers"] && answer.desk[0].spent.seconds == hour / 2)
        #expect(answer.unreached.map(\.key) == ["growth"])
        #expect(answer.withoutObjective.spent.seconds == 5 * hour && answer.withoutObjective.ref.count == 6)
    }

    @Test("Seven fronts after three: a, b, c and four responsibilities, beside a, d and one; b and c are new")
    func fronts() {
        #expect(answer.fronts.perWeek == 7 && answer.fronts.previousPerWeek == 3)
        #expect(answer.fronts.new == ["b", "c"] && answer.fronts.hasRisen)
    }

    @Test(
        "Fronts rose from a quarter more and one more",
        arguments: [(5.0, 4.0, true), (4.9, 4.0, false), (3.0, 2.0, true), (2.9, 2.0, false), (10.9, 9.0, false)])
    func risen(now: Double, before: Double, rose: Bool) {
        #expect(ScopeAnswer.Fronts(perWeek: now, previousPerWeek: before, new: []).hasRisen == rose)
    }

    @Test("What is not judged piles up in b with two and a half hours")
    func drains() {
        #expect(answer.drains.map(\.name) == ["b"])
        #expect(answer.drains.map(\.spent.seconds) == [5 * hour / 2])
    }

    @Test("Five and a half of forty working hours have a record: eight hours, less two and a half outside")
    func seen() {
        let base = WorkedWeek.base()
        #expect(base.workingSeconds == 40 * hour && base.total.seconds == 8 * hour)
        #expect(base.seenSeconds == 11 * hour / 2 && base.untracedSeconds == 69 * hour / 2)
    }
}

/// Documentation/Timeline.md, "Totals": every minute counted once.
@Suite("Totals, worked by hand")
struct TotalsFormulaTests {
    @Test(
        "Rows of each dimension, most time first",
        arguments: [
            (
                TotalsAnswer.By.day,
                [
                    ("2026-03-09", 7200), ("2026-03-10", 5400), ("2026-03-11", 3600), ("2026-03-12", 1800),
                    ("2026-03-13", 7200), ("2026-03-14", 3600),
                ]
            ),
            (.arena, [("job", 18_000), ("unknown", 7200), ("growth", 3600)]),
            (
                .responsibility,
                [
                    ("unknown", 10_800), ("restore", 7200), ("support", 5400), ("mentoring", 3600),
                    ("not mine:printers", 1800),
                ]
            ),
            (.objective, [("unknown", 21_600), ("resilience", 7200)]),
            (.project, [("b", 9000), ("unknown", 9000), ("a", 7200), ("c", 3600)]),
            (.source, [("repo", 19_800), ("Work", 9000)]),
            (.worth, [("unknown", 16_200), ("improvement", 7200), ("baseline", 5400)]),
        ] as [(TotalsAnswer.By, [(String, Int64)])])
    func rows(by: TotalsAnswer.By, expected: [(String, Int64)]) {
        let answer = TotalsAnswer(WorkedWeek.base(), by: by)
        #expect(answer.rows.map(\.key) == expected.map(\.0))
        #expect(answer.rows.map(\.spent.seconds) == expected.map(\.1))
        #expect(answer.total.seconds == 28_800)
    }
}
