import LedgerModel
import LedgerOperations

/// Takes a person out of everything, for good.
enum ForgetForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> String {
        guard case .person(_, let name, _, _) = try PeoplePage.target(visit) else { throw Refusal.noSuchPage }
        let remarks = try visit.ledger.forget(PeoplePage.target(visit))
        if fields["backups"] == "yes" { visit.ledger.deleteBackups() }
        return (["\(name) is forgotten."] + remarks).joined(separator: " ")
    }
}
