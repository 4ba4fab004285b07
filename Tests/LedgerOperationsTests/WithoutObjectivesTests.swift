import LedgerModel
import LedgerOperations
import Questions
import Renderings
import TestSupport
import Testing

/// Documentation/Value.md, "The report".
@Suite("Without objectives nothing is said of them")
struct WithoutObjectivesTests {
    private func texts(_ objectives: [Objective]) throws -> [String] {
        let here = try OperationsWorld()
        var myJob = MyJob()
        myJob.objectives = objectives
        var desk = Responsibility(key: "desk", label: "Service desk")
        desk.measure = "calls answered"
        myJob.responsibilities = [desk]
        myJob.people = [MyJobPerson(key: "maria", label: "Maria", role: .decider)]
        var when = Condition()
        when.title = "drill"
        myJob.rules = [Rule(key: "drills", when: when, set: .init(responsibility: "desk", worth: .interaction))]
        try here.ledger.myJob.load(myJob)
        try here.note("drill", at: here.at("10:00"), minutes: 60)
        _ = try here.ledger.results.addClaim(.init(text: "Nights are calm"))
        let period = try here.ledger.asking.currentQuarter()
        let week = ReviewWeek.around(FixedWorld.day)
        let review = try here.ledger.reviewing.review(week)
        let documents = [
            try here.ledger.asking.scope(period).document, try here.ledger.asking.value(period).document,
            try here.ledger.results.valueReport(period, for: "Maria").document,
            try here.ledger.reviewing.quarterAnswer(period).document(), review.answer.page(review.base),
        ]
        return documents.map { TerminalText.render($0, width: 100, colour: false) }
    }

    @Test("In scope, value, results, report, quarter and week there is no word of them")
    func none() throws {
        let texts = try texts([])
        for text in texts {
            #expect(!text.lowercased().contains("objective"), "\(text)")
            #expect(!text.lowercased().contains("serves"), "\(text)")
        }
        #expect(texts[1].hasPrefix("One result in this period."))
        #expect(texts[2].contains("One result in this period."))
        #expect(!texts[4].contains("went beyond"))
    }

    @Test("With one there is")
    func some() throws {
        let texts = try texts([Objective(key: "calm", label: "Calm nights")])
        for text in texts.prefix(2) { #expect(text.lowercased().contains("objective"), "\(text)") }
    }
}
