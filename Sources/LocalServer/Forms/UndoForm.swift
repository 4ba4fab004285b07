import LedgerModel
import LedgerOperations

/// Takes back the last action by hand.
enum UndoForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> String {
        let undone = try visit.ledger.undo()
        let moments = Moments(zones: try visit.ledger.zones(visit.ledger.frame()))
        return "Taken back: \(undone.verb) of \(moments.date(undone.at)), \(moments.zones.civil(undone.at).clock)."
    }
}
