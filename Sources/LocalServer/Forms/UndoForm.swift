import LedgerModel
import LedgerOperations

/// Takes back the last action by hand.
enum UndoForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> String {
        let undone = try visit.ledger.undo()
        let moments = Moments(zones: try visit.ledger.zones(visit.ledger.frame()))
        let time = "\(moments.date(undone.at)), \(moments.zones.civil(undone.at).clock)"
        return "Taken back: \(words[undone.verb] ?? undone.verb) of \(time)."
    }

    /// What was done, by the verb it is kept under.
    private static let words = [
        "log": "a note", "start": "the start of a timer", "stop": "the end of a timer", "edit": "a change of a note",
        "remove": "the removal of a note", "correct": "a correction", "frame": "a change of your job",
        "claim": "a result", "cite": "a citation", "reword": "a rewording", "dismiss": "the dismissal of a result",
        "tell": "a telling", "me": "an address of yours", "default": "the default of a source",
    ]
}
