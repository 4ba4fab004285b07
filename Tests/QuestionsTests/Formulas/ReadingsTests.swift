import LedgerModel
import TestSupport
import Testing

@testable import Questions

/// Documentation/Value.md, "Readings of your objectives".
@Suite("Readings of objectives, worked by hand")
struct ReadingsTests {
    private func series(_ values: [(String, Double)], target: Double?, unit: String = "min") -> LineChart.Series {
        let readings = values.compactMap { iso, value in CivilDay(iso: iso).map { KeyReading(on: $0, value: value) } }
        return LineChart.Series(label: "Restore", readings: readings, target: target, unit: unit)
    }

    @Test("480 on 23 December 2025 and 50 on 2 March: first to last by day, beside the target of 60")
    func course() {
        let line = series([("2026-03-02", 50), ("2026-01-14", 300), ("2025-12-23", 480)], target: 60)
        #expect(line.course == "480 → 50\u{A0}min" && line.goal == "target 60")
        #expect(line.bounds == 50...480)
    }

    @Test("One reading is no course; without a unit or a target there is none")
    func single() {
        let line = series([("2026-03-02", 12.25)], target: nil, unit: "")
        #expect(line.course == "12.3" && line.goal.isEmpty)
        // A single value is drawn in the middle of a scale of two.
        #expect(line.bounds == 11.25...13.25)
    }

    @Test(
        "The bounds take in the target",
        arguments: [(30.0, 30.0, 480.0), (60, 50, 480), (500.5, 50, 500.5)])
    func bounds(target: Double, low: Double, high: Double) {
        #expect(series([("2025-12-23", 480), ("2026-03-02", 50)], target: target).bounds == low...high)
    }

    @Test(
        "At most one decimal",
        arguments: [
            (0.0, "0"), (50, "50"), (12.25, "12.3"), (12.04, "12"), (99.95, "100"), (-0.04, "0"), (-0.25, "−0.3"),
            (-12, "−12"), (1e12, "unknown"), (.infinity, "unknown"), (.nan, "unknown"),
        ])
    func number(value: Double, text: String) { #expect(LineChart.Series.number(value) == text) }

    @Test("A line for each key result with readings, of the objectives that hold in the period")
    func lines() {
        func result(_ label: String, _ readings: [(String, Double)]) -> KeyResult {
            KeyResult(
                key: label, label: label, unit: "min", target: 60,
                readings: readings.compactMap { iso, value in
                    CivilDay(iso: iso).map { KeyReading(on: $0, value: value) }
                })
        }
        let base = WorkedWeek.base { myJob in
            myJob.objectives[0].keyResults = [
                result("Restore", [("2025-12-23", 480), ("2026-03-02", 50)]), result("Page", []),
            ]
            myJob.objectives[1].keyResults = [result("Learn", [("2026-02-01", 5)])]
            myJob.objectives[1].until = CivilDay(iso: "2026-03-08")
        }
        let document = ValueAnswer(base, claims: [], occasions: []).document(base)
        let lines = document.blocks(.plan).flatMap { block -> [LineChart.Series] in
            if case .chart(.lines(let chart)) = block { chart.lines } else { [] }
        }
        #expect(lines.map(\.label) == ["Restore"] && lines.map(\.course) == ["480 → 50\u{A0}min"])
        let none = WorkedWeek.base()
        #expect(ValueAnswer(none, claims: [], occasions: []).document(none).blocks(.plan).isEmpty)
    }
}
