import LedgerModel

/// The parts of a repository: the main folders of its commits, and across them scopes, issues and kinds of ticket.
extension Sorting {
    func repositoryParts(_ node: SortNode) -> [SortNode] { folders(node) + across(node) }

    /// The folders directly below a repository or a folder, and the files beside them. While everything is in one folder,
    /// the folders below that, and where no folders are left the files.
    func folders(_ node: SortNode) -> [SortNode] {
        var above = node.kind == .folder ? node.name.caseFolded : ""
        guard !above.hasSuffix("/") else { return files(node) }
        while true {
            let start = above.isEmpty ? "" : above + "/"
            var names = Dictionary(grouping: node.members) { Self.next(pieces[$0].facts.mainFolder.path, below: start) }
            let isWhole = names.removeValue(forKey: "") == nil
            guard let only = names.first?.key else { return [] }
            guard names.count > 1 || !isWhole || !only.hasSuffix("/") else { return files(node) }
            guard names.count > 1 || !isWhole else {
                above = only
                continue
            }
            return nodes(names, of: node) { $0.folder = [$1] }
        }
    }

    /// The files of a folder, each with the commits of which it is the first there.
    private func files(_ node: SortNode) -> [SortNode] {
        let names = Dictionary(grouping: node.members) { pieces[$0].facts.mainFolder.file }
        return names.count > 1 ? nodes(names.filter { !$0.key.isEmpty }, of: node) { $0.file = [$1] } : []
    }

    private func nodes(
        _ names: [String: [Int]], of node: SortNode, _ narrow: (inout Condition, String) -> Void
    ) -> [SortNode] {
        names.sorted { $0.key < $1.key }.map { folded, members in
            let name = spelled(folded, members)
            return SortNode(
                .folder, name, within: node.place, [node.condition.with { narrow(&$0, name) }], members,
                seconds: seconds(members))
        }
    }

    /// The first folder of `main` after `start`, or the files directly there as `src/`; empty if there is no path.
    private static func next(_ main: String, below start: String) -> String {
        let rest = main.utf8.dropFirst(start.utf8.count)
        guard let end = rest.firstIndex(of: UInt8(ascii: "/")), end > rest.startIndex else { return main }
        return String(main[..<end])
    }

    /// A case-folded folder as the newest piece spells it.
    private func spelled(_ folded: String, _ members: [Int]) -> String {
        let newest = members.max { (pieces[$0].facts.at, pieces[$1].id) < (pieces[$1].facts.at, pieces[$0].id) }
        let length = folded.utf8.count { $0 == UInt8(ascii: "/") } + 1
        for path in newest.map({ pieces[$0].facts.paths }) ?? [] {
            let names = path.split(separator: "/")
            let name = names.prefix(folded.hasSuffix("/") ? length - 1 : length).joined(separator: "/")
            let whole = folded.hasSuffix("/") ? name + "/" : name
            if whole.caseFolded == folded { return whole }
        }
        return folded
    }

    /// Groups of commits by what their titles say. They lie across the folders.
    private func across(_ node: SortNode) -> [SortNode] {
        scopes(node) + issues(node) + tickets(node)
    }

    /// Conventional scopes, and for titles without one the words before the colon, where most titles have either.
    private func scopes(_ node: SortNode) -> [SortNode] {
        var families = Families()
        var count = 0
        for index in node.members {
            let title = heardTitle(index)
            if let scope = TitlePattern.scope(title) {
                families.add(index, .scope, scope.name, scope.expression)
            } else if let opening = TitlePattern.opening(title) {
                families.add(index, .opening, opening.words, opening.expression)
            } else {
                continue
            }
            count += 1
        }
        return count * 2 > node.members.count ? nodes(families, of: node, atLeast: 2) : []
    }

    private func issues(_ node: SortNode) -> [SortNode] {
        var families = Families()
        for index in node.members {
            for key in TitlePattern.issues(heardTitle(index)) {
                families.add(index, .issue, key, TitlePattern.issue(key))
            }
        }
        return nodes(families, of: node, atLeast: 3)
    }

    private func tickets(_ node: SortNode) -> [SortNode] {
        var families = Families()
        var written: Set<String> = []
        for index in node.members {
            var seen: Set<String> = []
            for (prefix, isWritten) in TitlePattern.ticketPrefixes(heardTitle(index)) {
                if isWritten { written.insert(prefix + "-…") }
                guard seen.insert(prefix).inserted else { continue }
                families.add(index, .ticket, prefix + "-…", TitlePattern.ticket(prefix))
            }
        }
        return nodes(families, of: node, atLeast: 3).filter { written.contains($0.name) }
    }

    private func nodes(_ families: Families, of node: SortNode, atLeast least: Int) -> [SortNode] {
        families.all.values.filter { $0.members.count >= least }.map { family in
            SortNode(
                family.kind, family.name, within: node.place, [node.condition.with { $0.title = family.expression }],
                family.members, seconds: seconds(family.members), isAcross: true)
        }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }
}

/// Pieces by the expressions that match their titles.
private struct Families {
    private(set) var all: [String: (kind: SortGroup.Kind, name: String, expression: String, members: [Int])] = [:]

    /// Of expressions that differ in the case of letters alone the first in order is taken.
    mutating func add(_ index: Int, _ kind: SortGroup.Kind, _ name: String, _ expression: String) {
        var family = all[TitlePattern.folded(expression)] ?? (kind, name, expression, [])
        if expression < family.expression { (family.name, family.expression) = (name, expression) }
        family.members.append(index)
        all[TitlePattern.folded(expression)] = family
    }
}
