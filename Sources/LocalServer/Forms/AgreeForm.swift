import LedgerModel
import LedgerOperations

/// Keeps that a measure was agreed with somebody who decides.
enum AgreeForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> String {
        guard let responsibility = fields["responsibility"], let person = fields["with"] else {
            throw LedgerError(.usage, "say what was agreed, and with whom")
        }
        let agreed = try visit.ledger.myJob.agree(responsibility, with: person)
        return "Kept: “\(agreed.responsibility)” is agreed with \(agreed.person)."
    }
}
