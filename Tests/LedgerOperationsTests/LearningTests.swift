import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

@Suite("Learning kinds of work: a step of its own, shown first and undoable")
struct LearningTests {
    let here: OperationsWorld

    init() throws {
        here = try OperationsWorld()
        for place in 0..<40 {
            let title = place % 2 == 0 ? "Umzug Schule \(place)x" : "Kasse abgestimmt \(place)x"
            try here.note(title, at: here.at("\(4 + place / 6):\(place % 6)5"), minutes: 4)
        }
        try here.note("Umzug Schule", at: here.at("12:30"), minutes: 20)
    }

    private func say(_ worth: Worth, _ word: String, atMost most: Int = 99) throws {
        let pieces = try here.ledger.asking.kindSheet(here.march).pieces
        for piece in pieces.filter({ $0.title.contains(word) && $0.title.hasSuffix("x") }).prefix(most) {
            _ = try here.ledger.capture.sayKind(worth, of: piece.all)
        }
    }

    private func school() throws -> LearnedKind? {
        let piece = try #require(
            try here.ledger.asking.kindSheet(here.march).pieces.first { $0.title == "Umzug Schule" })
        return try here.ledger.asking.show(piece.id.description).learned
    }

    @Test("An answer changes only what it says, until a step learns from it; undo takes the step back")
    func step() throws {
        try say(.contribution, "Umzug")
        try say(.baseline, "Kasse")
        #expect(try school() == nil)
        let plan = try here.ledger.asking.learning()
        #expect(plan.canLearn && plan.number == 1 && plan.said == 40 && plan.ruled == 0)
        #expect(plan.changes.map(\.title) == ["Umzug Schule"])
        #expect(plan.changes.map(\.before) == [nil] && plan.changes.map(\.after) == [.contribution])
        #expect(plan.answered == 0 && plan.wouldAnswer == 1 && plan.titles == 1)
        // Shown alone it changes nothing.
        #expect(try school() == nil)
        try here.ledger.capture.learn(plan)
        let learned = try #require(try school())
        #expect(learned.worth == .contribution)
        #expect(learned.like.count == 3 && learned.like.allSatisfy { $0.title.hasPrefix("Umzug Schule") })
        // It counts nowhere.
        #expect(try here.ledger.asking.search("worth:contribution").total == 20)
        #expect(try !here.ledger.asking.learning().canLearn)
        #expect(throws: LedgerError.self) { try here.ledger.capture.learn(try here.ledger.asking.learning()) }
        #expect(try here.ledger.keeping.undo().sentence == "what was learned of kinds of work in step 1")
        #expect(try school() == nil)
        _ = try here.ledger.keeping.redo()
        #expect(try school() == learned)
    }

    @Test("What was learned stays as it was when an answer changes, and a second step takes the place of the first")
    func second() throws {
        try say(.contribution, "Umzug")
        try say(.baseline, "Kasse")
        try here.ledger.capture.learn(here.ledger.asking.learning())
        let ids = try here.ledger.asking.search("worth:contribution", limit: 50).hits.map(\.id)
        _ = try here.ledger.capture.sayKind(.improvement, of: ids)
        #expect(try school()?.worth == .contribution)
        let plan = try here.ledger.asking.learning()
        #expect(plan.canLearn && plan.number == 2)
        try here.ledger.capture.learn(plan)
        #expect(try school()?.worth == .improvement)
        _ = try here.ledger.keeping.undo()
        #expect(try school()?.worth == .contribution)
    }

    @Test("What was learned is compared with what was said later, and not with what it was learned from")
    func report() throws {
        try say(.contribution, "Umzug")
        try say(.baseline, "Kasse")
        let before = try here.ledger.asking.attributionReport()
        #expect(before.pieces == 41 && before.unseen == 40)
        #expect(before.deciders.first { $0.dimension == .worth }?.pieces == [.hand: 40, .unknown: 1])
        try here.ledger.capture.learn(here.ledger.asking.learning())
        #expect(try here.ledger.asking.attributionReport().unseen == 0)
        let piece = try #require(try here.ledger.asking.kindSheet(here.march).pieces.first)
        _ = try here.ledger.capture.sayKind(.contribution, of: piece.all)
        let after = try here.ledger.asking.attributionReport()
        #expect(after.unseen == 1 && after.spoken == (1, 1))
    }

    @Test("Too few answers are not learned from")
    func few() throws {
        try say(.contribution, "Umzug", atMost: 12)
        try say(.baseline, "Kasse", atMost: 7)
        let plan = try here.ledger.asking.learning()
        #expect(plan.kinds.count == KindLearning.least - 1 && !plan.canLearn)
        #expect(throws: LedgerError.self) { try here.ledger.capture.learn(plan) }
    }

    @Test("What rules say teaches too, at most fifty pieces of a rule; what the person said of one comes first")
    func rules() throws {
        for place in 0..<60 {
            try here.note("Kasse \(place) gezählt", at: here.at("\(4 + place / 20):\(place % 20 + 20)"), minutes: 1)
        }
        var myJob = try here.ledger.myJob.current()
        var till = Condition()
        till.title = "^kasse"
        myJob.rules.append(Rule(key: "till", when: till, set: .init(worth: .baseline)))
        try here.ledger.myJob.load(myJob)
        try say(.contribution, "Umzug")
        let plan = try here.ledger.asking.learning()
        #expect(plan.said == 20 && plan.ruled == 50)
        let said = "20 titles of which you said the kind of work, and 50 more of which your rules say it"
        #expect(plan.document.headline == [.text("Step 1 learns from \(said).")])
        #expect(plan.kinds.values.count { $0 == .baseline } == 50)
    }

    @Test("A forgotten piece is taken out of what was learned, and an export holds the step")
    func forgotten() throws {
        try say(.contribution, "Umzug")
        try say(.baseline, "Kasse")
        try here.ledger.capture.learn(here.ledger.asking.learning())
        let like = try #require(try school()?.like.first)
        _ = try here.ledger.forgetting.forget(here.ledger.forgetting.forgettable(like.id.description))
        #expect(try school()?.like.contains { $0.id == like.id } == false)
        var lines: [String] = []
        try here.ledger.keeping.export { lines.append($0) }
        let steps = lines.filter { $0.contains("\"learned\"") && !$0.contains("hand_action") }
        #expect(steps.count == 1 && steps.allSatisfy { !$0.contains(like.id.description) })
    }
}
