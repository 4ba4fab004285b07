import LedgerModel

/// The widest groups. No piece is in two of them.
extension Sorting {
    func containers() -> [SortNode] {
        var commits: [Int] = []
        var events: [Int] = []
        var byHand: [Int] = []
        var others: [Int] = []
        for (index, piece) in pieces.enumerated() {
            if !piece.facts.project.isEmpty {
                commits.append(index)
            } else if piece.facts.kind == .event, !piece.facts.calendars.isEmpty {
                events.append(index)
            } else if piece.facts.kind.isByHand {
                byHand.append(index)
            } else {
                others.append(index)
            }
        }
        return repositories(commits) + calendars(events) + hand(byHand) + kinds(others)
    }

    /// Repositories with commits in common form one group. Its condition names them by their ids, which stay when one is
    /// renamed, moved, or joined by another of its name.
    private func repositories(_ members: [Int]) -> [SortNode] {
        var together = UnionFind()
        for index in members { together.join(pieces[index].facts.repositories) }
        let groups = Dictionary(grouping: members) { index in
            let facts = pieces[index].facts
            return facts.repositories.first.map(together.root) ?? "/" + facts.project.caseFolded
        }
        return groups.values.map { members in
            let ids = Set(members.flatMap { pieces[$0].facts.repositories }).sorted()
            var names = Set(members.map { pieces[$0].facts.project }).sorted()
            var when = Condition()
            if ids.isEmpty {
                // Their names differ in the case of letters alone.
                names = Array(names.prefix(1))
                when.project = names.map(Glob.exactly)
            } else {
                when.source = ids
            }
            return SortNode(
                kind: .project, name: names.joined(separator: ", "), within: "", when: when, members: members,
                seconds: seconds(members))
        }
        .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    /// Calendars with events in common form one group.
    private func calendars(_ members: [Int]) -> [SortNode] {
        var together = UnionFind()
        for index in members { together.join(pieces[index].facts.calendars.map { $0.caseFolded }) }
        let groups = Dictionary(grouping: members) { index in
            together.root(of: pieces[index].facts.calendars.first?.caseFolded ?? "")
        }
        return groups.keys.sorted().map { key in
            let members = groups[key] ?? []
            var names: [String: String] = [:]
            for name in members.flatMap({ pieces[$0].facts.calendars }) { names[name.caseFolded] = name }
            let sorted = names.keys.sorted().compactMap { names[$0] }
            var when = Condition()
            when.calendar = sorted
            when.kind = [EvidenceKind.event.rawValue]
            return SortNode(
                kind: .calendar, name: sorted.joined(separator: ", "), within: "", when: when, members: members,
                isMeeting: true, seconds: seconds(members))
        }
    }

    /// Groups notes and timers by a tag that several of them have, else by title.
    private func hand(_ members: [Int]) -> [SortNode] {
        var byTag: [String: [Int]] = [:]
        for index in members {
            for tag in Set(pieces[index].facts.tags.map { $0.caseFolded }) { byTag[tag, default: []].append(index) }
        }
        var taken: Set<Int> = []
        var nodes: [SortNode] = []
        let tags = byTag.filter { $0.value.count > 1 }.map { ($0.key, $0.value, seconds($0.value)) }
        for (tag, tagged, seconds) in tags.sorted(by: { ($1.2, $0.0) < ($0.2, $1.0) })
        where taken.isDisjoint(with: tagged) {
            taken.formUnion(tagged)
            var when = Self.byHand
            when.tag = [tag]
            nodes.append(
                SortNode(kind: .tag, name: tag, within: "", when: when, members: tagged, seconds: seconds))
        }
        let base = SortNode(kind: .untitled, name: "", within: "", when: Self.byHand, members: [])
        let rest = members.filter { !taken.contains($0) }
        return nodes + titles(rest, in: base, isMeeting: false, others: members.filter(taken.contains))
    }

    private static var byHand: Condition {
        Condition().with { $0.kind = EvidenceKind.allCases.filter(\.isByHand).map(\.rawValue) }
    }

    /// Groups the rest by kind.
    private func kinds(_ members: [Int]) -> [SortNode] {
        let groups = Dictionary(grouping: members) { pieces[$0].facts.kind.rawValue }
        return groups.keys.sorted().flatMap { kind in
            let base = SortNode(
                kind: .untitled, name: "", within: "", when: Condition().with { $0.kind = [kind] }, members: [])
            let members = Set(groups[kind] ?? [])
            let others = pieces.indices.filter { pieces[$0].facts.kind.rawValue == kind && !members.contains($0) }
            return titles(
                members.sorted(), in: base, isMeeting: kind == EvidenceKind.event.rawValue, others: others)
        }
    }
}

/// Sets of names that belong together (union-find).
struct UnionFind {
    private var parents: [String: String] = [:]

    func root(of name: String) -> String {
        var name = name
        while let parent = parents[name] { name = parent }
        return name
    }

    /// Joins the sets of these names. The first name in order represents the set.
    mutating func join(_ names: [String]) {
        let roots = Set(names.map(root)).sorted()
        for other in roots.dropFirst() { parents[other] = roots[0] }
    }
}
