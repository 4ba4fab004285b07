import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// Takes a person out of everything, for good.
enum ForgetForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> String {
        guard case .person(_, let name, _, _) = try PeoplePage.target(visit) else { throw Refusal.noSuchPage }
        let holding = try visit.ledger.forgetting.keptFiles(holding: PeoplePage.target(visit))
        let reviews = try visit.ledger.forgetting.keptReviews(holding: PeoplePage.target(visit)).filter(\.isRoutines)
        var remarks = try visit.ledger.forgetting.forget(PeoplePage.target(visit))
        if fields["files"] == "yes" {
            visit.ledger.importing.deleteKeptFiles(of: holding)
        } else if !holding.isEmpty {
            remarks.append("What was dropped for \(Words.list(holding.map(\.name))) still holds the name.")
        }
        if fields["reviews"] == "yes" {
            for review in reviews { review.delete() }
        } else if !reviews.isEmpty {
            remarks.append("Reviews beside the ledger still hold the name: \(Words.list(reviews.map(\.name))).")
        }
        if fields["backups"] == "yes" { visit.ledger.keeping.deleteBackups() }
        return (["\(name) is forgotten."] + remarks.map(\.words)).joined(separator: " ")
    }
}
