import LedgerModel
import LedgerOperations

/// Takes back the last action by hand.
enum UndoForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> String {
        let undone = try visit.ledger.keeping.undo()
        let moments = Moments(zones: try visit.ledger.asking.zones())
        let time = "\(moments.date(undone.at)), \(moments.zones.civil(undone.at).clock)"
        return "Took back \(undone.sentence), of \(time)."
    }
}
