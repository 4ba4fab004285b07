import LedgerModel
import LedgerOperations

/// Takes back the last action by hand.
enum UndoForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> String {
        let undone = try visit.ledger.keeping.undo()
        let times = TimeLabels(zones: try visit.ledger.asking.zones())
        let time = "\(times.date(undone.at)), \(times.zones.civil(undone.at).clock)"
        return "Took back \(undone.sentence), of \(time)."
    }
}
