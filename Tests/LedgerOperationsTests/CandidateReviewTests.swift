import LedgerModel
import Questions
import TestSupport
import Testing

@testable import LedgerOperations

@Suite("Candidates: beside other answers")
struct CandidateReviewTests {
    let here: OperationsWorld
    let fixture: GitFixture
    private let quarter = Period(
        since: FixedWorld.day.firstOfQuarter, until: FixedWorld.day.firstOfQuarter.adding(months: 3))

    init() async throws {
        here = try OperationsWorld()
        try here.ledger.importing.addMe("mina@example.org")
        fixture = try GitFixture(name: "press")
        for (day, title) in [("15", "feat: sort rows, closes #1"), ("16", "feat: sort rows by column, refs #1")] {
            try fixture.write("\(title)\n", to: "src/\(day).c")
            try fixture.commit(title, at: "2026-03-\(day)T09:00:00+0100")
        }
        _ = try await here.ledger.importing.importAll(
            .git, [fixture.path], arena: .job, progress: OperationsWorld.silent)
    }

    private func sizes(_ ledger: Ledger? = nil) throws -> [Int] {
        try (ledger ?? here.ledger).asking.candidates(quarter).list.map(\.pieces.count)
    }

    private let week = ReviewWeek.around(FixedWorld.day)

    private func asked() throws -> Candidate? { try here.ledger.reviewing.review(week).answer.candidate }

    @Test("The review asks about the best of its quarter, and not for two weeks once it was put off")
    func later() throws {
        let first = try #require(try asked())
        #expect(first.pieces.count == 2)
        _ = try here.ledger.results.later(first)
        #expect(try asked() == nil)
        here.set(FixedWorld.now + Results.putOff * 86_400)
        #expect(try asked() == first)
        _ = try here.ledger.reviewing.finishReview(week, ReviewReplies())
        #expect(try asked() == nil)
    }

    @Test("An answer is kept with the review or not at all, and of another candidate nothing is said")
    func finish() throws {
        let first = try #require(try asked())
        var replies = ReviewReplies()
        replies.candidate = .init("another", .strike)
        #expect(try here.ledger.reviewing.finishReview(week, replies).answers == 0)
        _ = try here.ledger.keeping.undo()
        replies.candidate = .init(first.key, .keep(String(repeating: "x", count: 2_001)))
        #expect(throws: LedgerError.self) { try here.ledger.reviewing.finishReview(week, replies) }
        #expect(try !here.ledger.asking.reviewState(of: week).isDone)
        replies.candidate = .init(first.key, .keep(""))
        replies.lines[.helped] = "Jonas with his drill"
        #expect(try here.ledger.reviewing.finishReview(week, replies).answers == 1)
        #expect(try here.ledger.asking.claims().map(\.text) == [first.wording])
        #expect(try here.ledger.asking.claims().map(\.evidence) == [first.pieces])
        // That it is done, the line, the candidate.
        for left in [0, 0, 1] {
            _ = try here.ledger.keeping.undo()
            #expect(try sizes().count == left)
        }
    }

    @Test("What is remembered of candidates ends with a write, the day, and the beginning of a meeting")
    func remembered() async throws {
        try await here.importCalendar(
            "Work",
            [
                "UID:talk\nDTSTAMP:20260301T000000Z\nDTSTART:20260317T150000Z\nDTEND:20260317T153000Z\nSUMMARY:Sort rows #1\nORGANIZER;CN=Mina:mailto:mina@example.org\nATTENDEE;CN=Mina;PARTSTAT=ACCEPTED:mailto:mina@example.org\nATTENDEE;CN=Jonas;PARTSTAT=ACCEPTED:mailto:jonas@example.org"
            ])
        #expect(try sizes() == [2])
        here.set(FixedWorld.at("2026-03-17", "16:30"))
        #expect(try sizes() == [3])
        here.set(FixedWorld.now)
        #expect(try sizes() == [2])
        let other = try here.ledger.beside()
        #expect(try sizes(other) == [2])
        let candidate = try #require(try other.asking.candidates(quarter).list.first)
        _ = try other.results.later(candidate)
        #expect(try sizes() == [])
        here.set(FixedWorld.now + Results.putOff * 86_400)
        #expect(try sizes().count == 1)
    }

    @Test("Where too many pieces would have to be read, an answer has none and says where they are")
    func apart() throws {
        #expect(try here.ledger.asking.inquire { try $0.candidates(beside: quarter, most: 1) } == nil)
        #expect(try here.ledger.asking.inquire { try $0.candidates(beside: quarter, most: 2) }?.list.count == 1)
        var (answer, base) = try here.ledger.asking.value(quarter).parts
        let full = answer.document(base).sections.first { $0.id == .candidates }
        #expect(full?.blocks.count == 2)
        (answer.candidates, answer.candidatesApart) = (nil, quarter)
        let document = answer.document(base)
        #expect(document.sections.first { $0.id == .candidates }?.blocks.count == 1)
        #expect(answer.candidateQuestions().count == 1)
        #expect(
            document.sections.first { $0.id == .candidates }?.blocks == [
                .paragraph([
                    .text("What of this period could be one: "),
                    .offer(.candidates(in: .init(since: quarter.since, until: quarter.until))), .text("."),
                ])
            ])
    }
}
