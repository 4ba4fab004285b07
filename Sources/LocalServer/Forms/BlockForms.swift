import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// The answers about time set aside.
enum BlockForms {
    static func answer(_ visit: Visit, _ fields: Fields) throws -> String {
        let reviewing = visit.ledger.reviewing
        if let title = fields["plan"] {
            guard let answer = fields["word"].flatMap(PlanAnswer.init) else { throw unsaid }
            let title = try visit.ledger.myJob.answer(plan: title, answer)
            return "“\(title)”: \(answer.label)."
        }
        guard let word = fields["word"].flatMap(BlockWord.init) else { throw unsaid }
        if let block = fields["block"] {
            let title = try reviewing.answerBlock(block, word)
            return "“\(title)”: \(word.label)."
        }
        guard let day = fields["week"].flatMap({ CivilDay(iso: $0) }) else { throw unsaid }
        let count = try reviewing.answerBlocks(ofWeek: day, word)
        guard count > 0 else { return "Nothing of that week is open any more; nothing was changed." }
        return "\(Words.count(count, "block").sentence): \(word.label)."
    }

    private static var unsaid: LedgerError {
        LedgerError(.usage, "the form does not say what became of it", hint: "Load the page again and answer there.")
    }
}
