import LedgerModel
import LedgerOperations

/// Marks that someone has heard of a result.
enum TellForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> String {
        guard let claim = fields["result"], let person = fields["person"], person.count <= 200 else {
            throw LedgerError(.usage, "say which result, and who was told")
        }
        try visit.ledger.results.tell(claim, to: person)
        return "Kept: \(person.trimmed) has heard of it."
    }
}
