import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
import Renderings

struct Review: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "The week in four questions, in a minute.",
        discussion: """
            From Friday on, it is about this week; before that, about last week. Answer
            each question with one key; Enter accepts the answer shown. A file is only for
            you: a draft mail is addressed to you and not sent.

            EXAMPLES
              limelight review
              limelight review --week 2026-03-09
              limelight review -o review.html
              limelight review -o review.eml
              limelight review --quarter --in 2026-Q1
            """)
    @OptionGroup var globals: Globals
    @OptionGroup var json: OutputOptions
    @Option(help: ArgumentHelp("The week to review: any day of it, 2026-W40, \"last week\".", valueName: "day"))
    var week: String?

    @Flag(help: "The quarter on one page; in its first three weeks, last quarter.")
    var quarter = false
    @Option(
        name: .customLong("in"), help: ArgumentHelp("Which quarter, such as 2026-Q1.", valueName: "quarter"))
    var period: String?
    @Option(name: .short, help: ArgumentHelp("Write it to FILE.html or FILE.eml.", valueName: "file"))
    var output: String?

    func validate() throws {
        guard quarter || period == nil else { throw ValidationError("--in goes with --quarter.") }
        guard !quarter || (week == nil && !json.json) else {
            throw ValidationError("--quarter goes with --in and -o alone.")
        }
    }

    func run() throws {
        let ledger = try globals.open()
        if quarter { return try showQuarter(ledger) }
        let today = try ledger.asking.today()
        let day = try week.map { (text: String) throws(LedgerError) in try Period.day(text, today: today) }
        let week = try ledger.reviewing.reviewWeek(of: day)
        let (asked, json) = try ledger.asking.inquire(.review(week)) { inquiry in
            let asked = try inquiry.review(week)
            return (asked, self.json.json ? Optional(try inquiry.json(asked, AnswerJSON.review)) : nil)
        }
        let (answer, base) = (asked.answer, asked.base)
        if let json { return Console.print(json) }
        if let output { return try write(answer.page(base), to: output, ledger) }
        var document = asked.document
        // The answers come before what to do next; at a terminal the conversation is in between.
        document.sections += answer.next(base)
        Console.print(document)
        guard answer.isAsking else {
            if let note = answer.state.note { Console.say("\nTo review the week again: limelight remove \(note)") }
            return
        }
        guard let replies = ReviewTalk(answer, base.zones).hold() else {
            Console.note("You left before the end; nothing was saved.")
            return
        }
        let outcome = try ledger.reviewing.finishReview(week, replies)
        Console.say("\n" + outcome.sentence)
        if outcome.answers + outcome.lines > 0 { Console.say("To undo the last one: limelight undo") }
    }

    private func showQuarter(_ ledger: Ledger) throws {
        let today = try ledger.asking.today()
        let day = try period.map { (text: String) throws(LedgerError) in try Period(text, today: today).since }
        let document = try ledger.reviewing.quarterAnswer(ledger.reviewing.quarter(of: day)).document()
        if let output { try write(document, to: output, ledger) } else { Console.print(document) }
    }

    private func write(_ document: Document, to path: String, _ ledger: Ledger) throws {
        try ledger.reviewing.write(document, to: path, by: ReviewPaper.render)
        Console.say("Written to \(path). Only you can read it.")
    }
}
