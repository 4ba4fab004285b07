import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

@Suite("Five lines for someone who decides")
struct FiveLinesTests {
    let here: OperationsWorld

    init() throws { here = try OperationsWorld() }

    private func line(
        _ what: String, whom: String = "", plan: String = "", figure: String = "", known: String = ""
    ) -> Results.ResultLine {
        var line = Results.ResultLine()
        (line.whatChanged, line.forWhom, line.plan, line.figure, line.knownBy) = (what, whom, plan, figure, known)
        return line
    }

    @Test("In an empty ledger, lines become results and objectives; one undo takes all of it back")
    func emptyLedger() throws {
        let kept = try here.ledger.results.keep(
            [
                line(
                    "Restores take 50 minutes", whom: "Payments", plan: "Calm nights", figure: "1 day → 50 min",
                    known: "drill log of 17 March"),
                line(""), line("The night shift has a runbook", plan: "calm NIGHTS"),
                line("Two people know the ledger"),
            ], author: "Dana Ortiz")
        #expect(kept.claims.count == 3)
        #expect(kept.newObjectives == ["Calm nights"])
        #expect(kept.sentence == "Saved: three lines. “Calm nights” is new among the objectives of My job.")
        let claims = try here.ledger.asking.claims()
        #expect(
            claims.map(\.text) == [
                "Restores take 50 minutes", "The night shift has a runbook", "Two people know the ledger",
            ])
        #expect(claims.map(\.objective) == ["calm-nights", "calm-nights", nil])
        #expect(claims[0].knownBy == "drill log of 17 March")
        #expect(try here.ledger.myJob.current().name == "Dana Ortiz")
        let undone = try here.ledger.keeping.undo()
        #expect(undone.sentence == "the lines you wrote together")
        #expect(try here.ledger.asking.claims().isEmpty)
        #expect(try here.ledger.myJob.current() == MyJob())
    }

    @Test("A line of an earlier quarter is on the page with the others")
    func earlier() throws {
        let quarter = try here.ledger.asking.currentQuarter()
        var old = line("Contract signed")
        old.when = "2025-12-03"
        let kept = try here.ledger.results.keep([old, line("Restores take 50 minutes")])
        #expect(kept.period(quarter) == Period(since: CivilDay(iso: "2025-12-03")!, until: quarter.until))
        let report = try here.ledger.results.valueReport(kept.period(quarter), for: nil).report
        #expect(Set(report.lines.map(\.text.text)) == ["Contract signed", "Restores take 50 minutes"])
        let new = try here.ledger.results.keep([line("Nights are calm")])
        #expect(new.period(quarter) == quarter)
    }

    @Test("The page has them in their order, with how each is known, and is about nobody’s hours")
    func page() throws {
        try here.ledger.results.keep(
            [
                line("Restores take 50 minutes", whom: "Payments", plan: "Calm nights", known: "drill log"),
                line("The night shift has a runbook", plan: "Calm nights"),
            ], author: "Dana Ortiz")
        let paper = try here.ledger.results.valueReport(here.ledger.asking.currentQuarter(), for: "Maria Keller")
            .document
        #expect(paper.title == "Results of Dana Ortiz, for Maria Keller")
        #expect(paper.headline.plain == "Two results in this period serve objectives.")
        let text = paper.sections.flatMap(\.blocks).map { block -> String in
            if case .paragraph(let spans) = block { spans.plain } else { "" }
        }
        #expect(text[0] == "Restores take 50 minutes. For Payments. Known from: drill log.")
        #expect(text[1] == "The night shift has a runbook. *")
        #expect(paper.sections.first?.title == "Calm nights")
        #expect(paper.sections.allSatisfy { !$0.onlyForYou })
    }

    @Test("An item of the plan is known by key, label or key result, and taken up again when it had ended")
    func plan() throws {
        var myJob = MyJob()
        myJob.objectives = [
            Objective(key: "calm", label: "Calm nights", keyResults: [KeyResult(key: "p", label: "Pages a night")]),
            Objective(key: "old", label: "Old plan", until: CivilDay(iso: "2025-12-31")),
        ]
        try here.ledger.myJob.load(myJob)
        let kept = try here.ledger.results.keep([
            line("a", plan: "CALM"), line("b", plan: "pages a night"), line("c", plan: "Old plan"),
        ])
        #expect(kept.newObjectives.isEmpty)
        #expect(try here.ledger.asking.claims().map(\.objective) == ["calm", "calm", "old"])
        #expect(try here.ledger.myJob.current().objectives[1].until == nil)
        #expect(try here.ledger.results.planItems() == ["Calm nights", "Old plan"])
    }

    @Test("What one is judged on is no new objective: a line counts for what it serves, else for itself")
    func judgedOn() throws {
        var myJob = MyJob()
        myJob.objectives = [Objective(key: "calm", label: "Calm nights")]
        var restores = Responsibility(key: "restores", label: "Restores that work")
        restores.objective = "calm"
        var people = Responsibility(key: "people-kept", label: "People we keep")
        people.measure = "who stays"
        var gone = Responsibility(key: "tape", label: "Tape backup")
        gone.until = CivilDay(iso: "2025-12-31")
        myJob.responsibilities = [restores, people, gone]
        try here.ledger.myJob.load(myJob)
        #expect(try here.ledger.results.planItems() == ["Calm nights", "People we keep"])
        let kept = try here.ledger.results.keep([
            line("a", plan: "restores THAT work"), line("b", plan: "People we keep"),
            line("c", plan: "people we keep: who stays"), line("d", plan: "Tape backup"),
        ])
        #expect(kept.newObjectives == ["Tape backup"])
        #expect(
            kept.sentence
                == "Saved: four lines. “Tape backup” is new among the objectives of My job. What went to “Restores that work” counts for “Calm nights”, which it serves."
        )
        #expect(
            try here.ledger.asking.claims().map(\.objective) == ["calm", "people-kept", "people-kept", "tape-backup"])
        let paper = try here.ledger.results.valueReport(here.ledger.asking.currentQuarter(), for: nil).document
        #expect(paper.sections.map(\.title).prefix(3) == ["Calm nights", "Tape backup", "People we keep"])
    }

    @Test("Sent twice, a line is kept once")
    func twice() throws {
        let lines = [line("a", whom: "b"), line("c")]
        try here.ledger.results.keep(lines)
        let again = try here.ledger.results.keep(lines + [line("d")])
        #expect((again.claims.count, again.known) == (1, 2))
        #expect(try here.ledger.asking.claims().count == 3)
        #expect(try here.ledger.results.keep(lines).sentence == "Nothing new was saved. Two lines existed already.")
    }

    @Test("What cannot be kept keeps nothing of all")
    func refused() throws {
        for lines in [
            [], [line(" ")], [line("a"), line("", whom: "Payments")], (1...6).map { line("\($0)") },
            [line("a"), line(String(repeating: "x", count: 501))],
        ] {
            #expect(throws: LedgerError.self) { try here.ledger.results.keep(lines) }
        }
        #expect(try here.ledger.asking.claims().isEmpty)
    }

    @Test("Somebody who no longer decides is no audience any more")
    func ended() throws {
        var myJob = MyJob()
        myJob.people = [
            MyJobPerson(key: "m", label: "Maria", role: .decider), MyJobPerson(key: "o", label: "Olga", role: .decider),
        ]
        myJob.people[1].until = CivilDay(iso: "2026-03-16")
        try here.ledger.myJob.load(myJob)
        try here.ledger.results.keep([line("a", plan: "Calm nights")])
        #expect(try here.ledger.results.deciders() == ["Maria"])
        #expect(
            try here.ledger.asking.value(here.ledger.asking.currentQuarter()).answer.notTold.map(\.person) == [
                "Maria"
            ])
    }
}
