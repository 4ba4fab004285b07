import LedgerModel
import LedgerOperations
import Renderings

extension FoundView {
    init(_ id: Int, _ folder: String, _ plan: ImportPlan, _ times: TimeLabels) {
        self.init(
            look: id, folder: folder,
            items: (plan.likely + plan.rest).map { question in
                Item(
                    index: question.place, name: question.source.name, place: question.source.path,
                    what: question.source.what, last: question.source.last.map(times.date) ?? "",
                    isLikely: question.usual() != .leaveOut)
            }, rest: plan.restTitle, remarks: plan.remarks(listing: Self.most))
        guard let authors = plan.whose?.authors else { return }
        whose = Whose(
            title: ImportPlan.WhoseCommits.title, reason: ImportPlan.WhoseCommits.reason,
            choices: authors.map { .init(identity: $0.identity, label: $0.label, commits: $0.commits) })
    }
}
