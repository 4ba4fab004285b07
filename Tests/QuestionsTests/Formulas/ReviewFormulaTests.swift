import LedgerModel
import TestSupport
import Testing

@testable import Questions

/// Documentation/Review.md, "What it says", for the week of 23 to 29 March 2026, seen on its Sunday at 18:00.
@Suite("The weekly review, worked by hand")
struct ReviewFormulaTests {
    private let week = ReviewWeek.around(CivilDay(iso: "2026-03-23")!)

    private func cell(
        _ day: Int64, _ project: String, _ meaning: Meaning, seconds: Int64 = 0, pieces: Int
    ) -> DayCell {
        DayCell(
            day: week.since + day, project: project, source: 2, meaning: meaning, kind: .commit,
            spent: Spent(sure: seconds), outside: 0, pieces: pieces)
    }

    private func document(_ change: (inout ReviewWorld) -> Void) -> Document {
        var world = ReviewWorld()
        world.myJob = QuestionWorld.myJob()
        change(&world)
        return world.answer.document(world.base)
    }

    @Test("Beyond what is expected are two improvements and one idea that reach an objective, and are seen in the week")
    func beyond() {
        let cells = [
            cell(0, "a", Meaning(arena: .job, objective: "resilience", worth: .improvement), pieces: 2),
            cell(1, "b", Meaning(objective: "growth", worth: .idea), pieces: 1),
            // A rule that calls every 1:1 an interaction does not make it more than expected.
            cell(1, "b", Meaning(arena: .job, worth: .interaction), pieces: 32),
            cell(2, "a", Meaning(arena: .job, objective: "growth", worth: .baseline), pieces: 4),
            cell(3, "c", Meaning(arena: .growth, worth: .improvement), pieces: 8),
            cell(4, "a", Meaning(arena: .job), pieces: 16),
            // The rest of a piece that began on another day.
            cell(5, "a", Meaning(arena: .job, objective: "growth", worth: .interaction), seconds: 60, pieces: 0),
        ]
        let document = document { $0.cells = cells }
        #expect(document.headline.plain == "Three pieces of work went beyond what is expected.")
        #expect(
            document.lines(.behindResults) == [
                "Two improvements and one idea went beyond what is expected. They served “Grow” and “Stay up”."
            ])
        let one = self.document {
            $0.cells = [cell(1, "b", Meaning(objective: "growth", worth: .interaction), pieces: 1)]
        }
        #expect(one.headline.plain == "One piece of work went beyond what is expected.")
        #expect(
            one.lines(.behindResults) == ["One interaction went beyond what is expected. It served “Grow”."])
    }

    @Test("Five side projects, most time first; those without time have their pieces, by name")
    func sideProjects() {
        let side = Meaning(arena: .side)
        let document = document {
            $0.cells = [
                cell(0, "boat", side, seconds: 3000, pieces: 1), cell(1, "tides", side, seconds: 3600, pieces: 1),
                cell(4, "tides", side, seconds: 1800, pieces: 2), cell(2, "", side, pieces: 1),
                cell(2, "dory", side, pieces: 9), cell(3, "bells", side, pieces: 3), cell(3, "atlas", side, pieces: 2),
                cell(3, "work", Meaning(arena: .job), seconds: 7200, pieces: 1),
            ]
        }
        #expect(
            document.lines(.sideProjects) == [
                "tides: 1 h 30 min; boat: 50 min; without a project: 1 piece; atlas: 2 pieces; bells: 3 pieces."
            ])
    }

    /// Everybody with one 1:1 that the person organised so many days ago; all but Fay are in My job.
    ///
    /// Such a contact weighs 2 × ½^(days / 90): 1.36 after 50 days, 1.95 after three; 0.43, which is `far`, after 200.
    private func drifting(_ met: [(name: String, days: Int64)], at now: Instant? = nil) -> [String] {
        let document = document { world in
            if let now { world.now = now }
            let today = world.now
            world.people = met.map { name, days in
                let contact = Contact(
                    at: today - days * 86_400, evidence: PublicID(.event, name), headCount: 1, startedByMe: true)
                return Acquaintance(person: PublicID(.person, name), name: name, contacts: [contact])
            }
            world.myJob.people = met.filter { $0.name != "Fay" }.map { MyJobPerson(key: $0.name, label: $0.name) }
        }
        return document.lines(.strengthening).filter { $0.hasPrefix("Not spoken") }
    }

    @Test("Three who drift, the longest silence first; nobody who is far, and nobody whom My job does not name")
    func drift() {
        let all = drifting([("Ann", 20), ("Ben", 30), ("Cid", 40), ("Dora", 50), ("Fay", 60), ("Hal", 200)])
        #expect(all == ["Not spoken with lately: Dora, 7 weeks ago; Cid, 5 weeks ago; Ben, 4 weeks ago."])
    }

    @Test("Less than two weeks is not a silence, nor is somebody silent who was met in that week")
    func silence() {
        #expect(
            drifting([("Ann", 14), ("Eve", 3), ("Gus", 13), ("Ivy", 0)])
                == ["Not spoken with lately: Ann, 2 weeks ago."])
        // Looked at again on 20 April: 26 days before was Wednesday of that week, 29 days before the Sunday before.
        let later = FixedWorld.at("2026-04-20", "18:00")
        #expect(drifting([("Ann", 29), ("Eve", 26)], at: later) == ["Not spoken with lately: Ann, 4 weeks ago."])
    }

    @Test(
        "How long ago, by days of the calendar",
        arguments: [
            ("2026-03-17", "23:30", "today"), ("2026-03-17", "0:00", "today"), ("2026-03-16", "23:59", "yesterday"),
            ("2026-03-16", "0:00", "yesterday"), ("2026-03-15", "23:59", "2 days ago"),
            ("2026-03-04", "12:00", "13 days ago"), ("2026-03-03", "12:00", "2 weeks ago"),
            ("2026-02-25", "12:00", "2 weeks ago"), ("2026-02-24", "12:00", "3 weeks ago"),
            ("2026-01-07", "12:00", "9 weeks ago"), ("2026-01-06", "12:00", "2 months ago"),
            ("2025-12-18", "12:00", "2 months ago"), ("2025-12-17", "12:00", "3 months ago"),
            ("2025-03-17", "12:00", "12 months ago"),
        ])
    func ago(iso: String, clock: String, words: String) {
        #expect(BackstageAnswer.ago(FixedWorld.at(iso, clock), WorkedWeek.base()) == words)
    }
}
