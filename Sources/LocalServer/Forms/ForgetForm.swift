import LedgerModel
import LedgerOperations
import Renderings

/// Takes a person out of everything, for good.
enum ForgetForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> String {
        let plan = try PeoplePage.plan(visit)
        guard case .person(_, let name, _, _) = plan.target else { throw Refusal.noSuchPage }
        let also = ForgettingPlan.Also(files: fields["files"] == "yes", backups: fields["backups"] == "yes")
        let sentences = try visit.ledger.forgetting.perform(plan, also, by: ReviewPaper.render)
        return (["\(name) is forgotten."] + sentences.map(\.words)).joined(separator: " ")
    }
}
