import LedgerModel
import TestSupport
import Testing
import Timeline

@testable import Questions

@Suite("What was learned, beside what the person said")
struct AttributionReportTests {
    private var base: AnswerBase {
        let zones = ZoneHistory(FixedWorld.berlin)
        return AnswerBase(
            now: FixedWorld.now, zones: zones, period: Made.quarter, myJob: MyJob(),
            working: WorkingHours(MyJobSettings(), zones: zones), cells: [])
    }

    /// By hand: 0.55 wrong, 0.8 right, 0.85 wrong, 0.9 right, 1 right. It speaks from 0.8 on: 3 of 4.
    @Test("A piece is in the band that begins at or below its chance")
    func bands() {
        let guesses = [(0.55, false), (0.8, true), (0.85, false), (0.9, true), (1, true), (0.7999, true)]
        let report = AttributionReport(
            base: base, pieces: 6, deciders: [], guesses: guesses.map { (chance: $0.0, isRight: $0.1) })
        #expect(report.readings.map(\.from) == [0, 0.5, 0.6, 0.7, 0.8, 0.9])
        #expect(report.readings.map(\.pieces) == [0, 1, 0, 1, 2, 2])
        #expect(report.readings.map(\.right) == [0, 0, 0, 1, 1, 2])
        #expect(report.spoken == (4, 3) && report.unseen == 6)
    }
}
