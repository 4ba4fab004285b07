import LedgerModel
import TestSupport
import Timeline

@testable import Questions

/// One week whose hours are few enough to be added up by hand; the examples of Documentation/ are worked from it.
///
/// | day | hours | of | read as |
/// | --- | --- | --- | --- |
/// | Mon | 2 (½ outside) | repository a | restore, an improvement that serves resilience |
/// | Tue | 1 sure, ½ likely | Work calendar | support, baseline |
/// | Wed | 1 | Work calendar | mentoring, which has no measure |
/// | Thu | ½ | repository b | on the desk: printers |
/// | Fri | 2 likely (1 outside) | repository b | not placed |
/// | Sat | 1 (1 outside) | repository c | growth |
///
/// The week before: one hour of restore in a, three hours not placed in d.
enum WorkedWeek {
    static let period = Period(since: CivilDay(iso: "2026-03-09")!, until: CivilDay(iso: "2026-03-16")!)
    static let hour: Int64 = 3600

    static func cell(
        _ day: Int64, _ project: String, _ source: Int64, _ meaning: Meaning, _ kind: EvidenceKind, _ spent: Spent,
        outside: Int64 = 0, pieces: Int
    ) -> DayCell {
        DayCell(
            day: period.since + day, project: project, source: source, meaning: meaning, kind: kind, spent: spent,
            outside: outside, pieces: pieces)
    }

    static let cells = [
        cell(
            0, "a", 2, Meaning(arena: .job, responsibility: "restore", objective: "resilience", worth: .improvement),
            .commit, Spent(sure: 2 * hour), outside: hour / 2, pieces: 2),
        cell(
            1, "", 1, Meaning(arena: .job, responsibility: "support", worth: .baseline), .event,
            Spent(sure: hour, likely: hour / 2), pieces: 1),
        cell(2, "", 1, Meaning(arena: .job, responsibility: "mentoring"), .event, Spent(sure: hour), pieces: 1),
        cell(
            3, "b", 2, Meaning(arena: .job, responsibility: "not mine:printers"), .commit, Spent(sure: hour / 2),
            pieces: 1),
        cell(4, "b", 2, Meaning(), .commit, Spent(likely: 2 * hour), outside: hour, pieces: 3),
        cell(5, "c", 2, Meaning(arena: .growth), .commit, Spent(sure: hour), outside: hour, pieces: 1),
    ]

    static let previous = [
        cell(-7, "a", 2, Meaning(arena: .job, responsibility: "restore"), .commit, Spent(sure: hour), pieces: 1),
        cell(-6, "d", 2, Meaning(), .commit, Spent(sure: 3 * hour), pieces: 1),
    ]

    static func base(
        _ cells: [DayCell] = cells, _ previous: [DayCell] = previous, change: (inout MyJob) -> Void = { _ in }
    ) -> AnswerBase {
        var myJob = QuestionWorld.myJob()
        change(&myJob)
        let zones = ZoneHistory(FixedWorld.berlin)
        return AnswerBase(
            now: FixedWorld.now, zones: zones, period: period, myJob: myJob,
            working: WorkingHours(myJob.settings, zones: zones), cells: cells, previous: previous,
            sourceNames: [1: "Work", 2: "repo"])
    }
}
