import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
import Renderings

struct Review: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "The week by four questions, a minute with single keys.",
        discussion: """
            From Friday on it is about this week, before that about the last. What is
            asked is answered with one key each; Enter accepts what stands.

            EXAMPLES
              limelight review
              limelight review --week 2026-03-09
            """)
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions
    @Option(help: ArgumentHelp("A day of the week to review.", valueName: "day")) var week: String?

    func run() throws {
        let ledger = try globals.open()
        let week = try ledger.reviewWeek(of: try week.map(Self.day))
        let (answer, base) = try ledger.review(week)
        if output.json {
            Console.print(AnswerJSON(base) { (try? ledger.ids($0)) ?? [] }.review(answer))
            return
        }
        var document = answer.document(base)
        // What was asked and said stands before what comes next; a conversation asks in between.
        document.sections += answer.next(base)
        Console.print(document)
        guard answer.isAsking else {
            if let note = answer.state.note { Console.print("\nOpen it again with: limelight remove \(note)") }
            return
        }
        guard let replies = ReviewTalk(answer, base.zones).hold() else {
            Console.note("Left before its end; nothing was kept.")
            return
        }
        let outcome = try ledger.finishReview(week, replies)
        Console.print("\n" + outcome.sentence)
        if outcome.answers + outcome.lines > 0 { Console.print("Take back the last with: limelight undo") }
    }

    private static func day(_ text: String) throws(LedgerError) -> CivilDay {
        guard let day = CivilDay(iso: text) else {
            throw LedgerError(.badPeriod, "“\(text)” is no day I can read", hint: "Write 2026-03-17.")
        }
        return day
    }
}
