import LedgerModel
import LedgerOperations
import Renderings

extension FoundView {
    init(_ id: Int, _ folder: String, _ found: Importing.Discovered, _ moments: Moments) {
        self.init(
            look: id, folder: folder,
            items: found.found.enumerated().filter { !$1.isKnown }.map { index, item in
                Item(
                    index: index, name: item.name, place: item.path,
                    what: item.kind == .git ? "\(item.own) of \(item.commits) commits are yours" : "calendar file",
                    last: item.last.map(moments.date) ?? "", isLikely: item.isLikely)
            }, known: found.found.count(where: \.isKnown), isCut: found.isCut)
        guard found.needsIdentity else { return }
        whose = found.authors.map { .init(identity: $0.identity, label: $0.label, commits: $0.commits) }
    }
}
