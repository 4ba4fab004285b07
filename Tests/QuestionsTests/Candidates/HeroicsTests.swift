import LedgerModel
import Testing

@testable import Questions

@Suite("Candidates: heroics are no results")
struct HeroicsTests {
    private func isHeroic(_ piece: CandidatePiece) -> Bool { PieceTraits(piece).isHeroic }

    private func labelled(_ change: (inout CandidatePiece) -> Void) -> CandidatePiece {
        var piece = Made.commit("Let the queue run again")
        change(&piece)
        return piece
    }

    @Test("By title, label, hand or rule")
    func struck() {
        #expect(isHeroic(Made.commit("hotfix: restart when the queue stands still")))
        #expect(isHeroic(Made.commit("fix: incident: payroll stopped, disk full")))
        #expect(isHeroic(Made.commit("Put the on-call handover in order")))
        #expect(isHeroic(Made.note("Rescued the import of the night")))
        #expect(isHeroic(Made.meeting("On call", on: "2026-02-10")))
        #expect(isHeroic(labelled { $0.tags = ["Incident"] }))
        // The name of a rule, or of the responsibility that hand or rule gave.
        #expect(isHeroic(labelled { $0.labels = ["incidents"] }))
        #expect(isHeroic(labelled { $0.labels = ["On-call duty"] }))
        // What the baseline counts as an incident, whatever named it so.
        #expect(isHeroic(labelled { $0.isIncident = true }))
        for name in ["Downtime", "opsgenie", "type: outages", "Emergencies", "Incident reviews", "postmortems"] {
            #expect(isHeroic(labelled { $0.tags = [name] }), "\(name)")
        }
    }

    @Test("A prefix, a feature about incidents, and words that mean something else strike nothing")
    func kept() {
        #expect(!isHeroic(Made.commit("fix: ties in sorted rows")))
        #expect(!isHeroic(Made.commit("feat: a page for each incident")))
        #expect(!isHeroic(Made.commit("Fix crash on call of undefined")))
        #expect(!isHeroic(Made.commit("Rescue blocks keep their line")))
        #expect(!isHeroic(labelled { $0.labels = ["Code reviews", "coincidental", "calling on"] }))
    }

    /// Each part of the rule alone strikes nothing; all of them together do.
    @Test("Alone outside hours only for the job, and if hand or rule calls it what is expected", arguments: 0..<32)
    func late(parts: Int) {
        func has(_ part: Int) -> Bool { parts & (1 << part) != 0 }
        let piece = labelled {
            $0.isOutsideHours = has(0)
            $0.arena = has(1) ? .job : .side
            $0.worth = has(2) ? .baseline : .improvement
            $0.worthBy = has(3) ? .rule : .learned
            $0.people = has(4) ? [] : ["Priya"]
        }
        // It is left out like an incident, and counted as none.
        #expect(Heroics.isLateBaseline(piece) == (parts == 31))
        #expect(!isHeroic(piece))
        #expect(Candidates([piece]).leftOut.count == 0)
    }

    @Test("What most of them say is an improvement that nobody has made")
    func cause() throws {
        let days = (1...6).map { "2026-02-0\($0)" }
        let full = zip(days, ["payroll", "intranet", "file store", "mail", "payroll", "intranet"]).map {
            Made.commit("fix: incident: \($1) stopped, disk full", on: $0)
        }
        let other = [
            Made.commit("hotfix: restart the queue", on: "2026-02-03"),
            Made.commit("docs: incident: what happened when the disk was full", on: "2026-02-04"),
        ]
        let candidates = Candidates(full + other)
        let cause = try #require(candidates.cause)
        #expect(cause.words == "disk full")
        #expect(Set(cause.pieces) == Set(full.map(\.id)))
        #expect(candidates.leftOut.count == 8)
        #expect(candidates.list.isEmpty)
        // Too few, or all on two days: no cause.
        #expect(Candidates(Array(full.prefix(4))).cause == nil)
    }
}
