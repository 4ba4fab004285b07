import LedgerModel
import LedgerOperations
import Questions

/// What calendars ask, in the terminal.
enum QuestionPrinter {
    /// What was found, what is asked, and how to answer.
    static func note(_ question: CalendarQuestion, _ source: Source, said: String? = nil, indent: String) {
        let answers = question.choices.map(\.word).joined(separator: "|")
        Console.note(
            "\(indent)\(question.found(source.traits))\(said == nil ? question.meanwhile : "") \(question.asked)")
        if let said { Console.note("\(indent)You said: \(said).") }
        Console.note("\(indent)  limelight sources answer \(source.id) \(question.word) \(answers)")
    }

    /// Asks what calendars ask, one by one, if somebody sits at the terminal. An empty line leaves it for later.
    static func ask(_ report: ImportReport, _ ledger: Ledger) {
        guard Console.canAsk else { return }
        for outcome in report.outcomes {
            for question in outcome.questions {
                let words = question.choices.map(\.word).joined(separator: ", ")
                let asked = "\(outcome.source.name): \(question.asked) [\(words); Enter for later]"
                guard let line = Console.ask(asked)?.trimmed.lowercased() else { return }
                guard !line.isEmpty else { continue }
                do throws(LedgerError) {
                    try ledger.importing.answer(outcome.source.id.description, question.word, line)
                    Console.say("Saved.")
                } catch {
                    Console.report(error)
                }
            }
        }
    }
}
