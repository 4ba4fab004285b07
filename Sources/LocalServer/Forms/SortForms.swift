import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// What was said of a group, and taking it back.
enum SortForms {
    static func answer(_ visit: Visit, _ fields: Fields) throws -> String {
        let ledger = visit.ledger
        let today = try ledger.asking.today()
        let place = try SortPlace(fields, today: today, default: ledger.asking.lastTwelveMonths())
        guard let id = place.group, let pieces = fields["pieces"].flatMap({ Int($0) }) else {
            throw LedgerError(.usage, "say which group", hint: "Load the page again and answer there.")
        }
        let choices = SortChoice.all(try ledger.myJob.current(), on: today)
        let choice = fields["answer"].flatMap { value in choices.first { $0.value == value } }
        guard choice != nil || fields["named"] != nil else {
            throw LedgerError(
                .notFound, "My job has changed, and there is no such answer any more",
                hint: "Load the page again and answer there.")
        }
        let asked = JobEditing.SortAsked(id: id, pieces: pieces, period: place.period, split: place.split)
        switch try ledger.myJob.answer(asked, choice?.answer ?? .mine, naming: choice == nil ? fields["named"] : nil) {
        case .kept(let sorted): return "\(sorted.title.sentence): \(sorted.said)."
        case .refused(.decided(let words)): return "It is decided already: \(words). Nothing was changed."
        case .refused(.waits): return "It shares titles with other groups; answer those first. Nothing was kept."
        case .refused(.changed): return "That group is not what it was when it was shown; nothing was kept."
        }
    }

    static func undo(_ visit: Visit, _ fields: Fields) throws -> String {
        "Took back \(try visit.ledger.keeping.undoSort().sentence)."
    }
}
