import LedgerModel

/// The widest groups. Every piece is in one of them.
extension Sorting {
    func containers() -> [SortNode] {
        let commits = pieces.indices.filter { !pieces[$0].facts.project.isEmpty }
        let events = pieces.indices.filter {
            pieces[$0].facts.kind == .event && !pieces[$0].facts.calendars.isEmpty && pieces[$0].facts.project.isEmpty
        }
        let byHand = pieces.indices.filter { pieces[$0].facts.kind.isByHand }
        let nodes = repositories(commits) + calendars(events) + hand(byHand)
        return nodes + kinds(besides: Set(nodes.flatMap(\.members)))
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
            return SortNode(.project, names.joined(separator: ", "), [when], members, seconds: seconds(members))
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
                .calendar, sorted.joined(separator: ", "), [when], members, seconds: seconds(members), isMeeting: true)
        }
    }

    /// Categories that the person gave, 1:1s, and the other meetings by title.
    func calendarParts(_ node: SortNode) -> [SortNode] {
        let titles = titles(node.members, in: node, isMeeting: true)
        let ones = titles.filter(isOneOnOne)
        var title: [Int: Int] = [:]
        for (place, node) in titles.enumerated() { for index in node.members { title[index] = place } }
        // A category of one meeting alone is the meeting.
        let categories = tags(node.members, .category, in: node).filter { Set($0.members.map { title[$0] }).count > 1 }
        guard ones.count > 1 else { return categories + titles }
        let members = ones.flatMap(\.members)
        let together = SortNode(
            .oneOnOnes, "1:1s", within: node.place, ones.map(\.condition), members, seconds: seconds(members),
            isMeeting: true)
        let single = Set(ones.map(\.id))
        return categories + [together] + titles.filter { !single.contains($0.id) }
    }

    /// Whether it is a series of meetings with one other person that calls itself so.
    private func isOneOnOne(_ node: SortNode) -> Bool {
        node.kind == .title && node.members.count > 1 && TitlePattern.saysOneOnOne(node.name)
            && node.members.count { pieces[$0].headCount == 1 } * 2 > node.members.count
    }

    /// Groups notes and timers by the file of notes from which they come, by a tag that several of them have, else by
    /// title.
    private func hand(_ members: [Int]) -> [SortNode] {
        let journals = journals(members)
        var taken = Set(journals.flatMap(\.members))
        let base = SortNode(.untitled, "", [Self.byHand], [], seconds: 0)
        let tags = tags(members, .tag, in: base).filter { !taken.isSuperset(of: $0.members) }
        taken.formUnion(tags.flatMap(\.members))
        let titles = titles(members, in: base, isMeeting: false).filter { !taken.isSuperset(of: $0.members) }
        return journals + tags + titles
    }

    /// Files of notes with notes in common form one group.
    private func journals(_ members: [Int]) -> [SortNode] {
        let written = members.filter { !pieces[$0].facts.journals.isEmpty }
        var together = UnionFind()
        for index in written { together.join(Array(pieces[index].facts.journals.keys)) }
        let groups = Dictionary(grouping: written) { pieces[$0].facts.journals.keys.min().map(together.root) ?? "" }
        return groups.keys.sorted().map { key in
            let members = groups[key] ?? []
            let names = members.reduce(into: [:]) { $0.merge(pieces[$1].facts.journals) { first, _ in first } }
            let when = Self.byHand.with { $0.source = names.keys.sorted() }
            let name = Set(names.values).sorted().joined(separator: ", ")
            return SortNode(.journal, name, [when], members, seconds: seconds(members))
        }
    }

    /// The tags of a journal, and its notes by title.
    func handParts(_ node: SortNode) -> [SortNode] {
        let titles = titles(node.members, in: node, isMeeting: false)
        return node.kind == .journal ? tags(node.members, .tag, in: node) + titles : titles
    }

    /// Groups by each tag that several pieces have.
    private func tags(_ members: [Int], _ kind: SortGroup.Kind, in base: SortNode) -> [SortNode] {
        var byTag: [String: (name: String, members: [Int])] = [:]
        for index in members {
            let tags = pieces[index].facts.tags
            guard !tags.isEmpty else { continue }
            for (folded, tag) in Dictionary(tags.map { ($0.caseFolded, $0) }, uniquingKeysWith: min) {
                byTag[folded, default: (tag, [])].members.append(index)
                if let known = byTag[folded]?.name, tag < known { byTag[folded]?.name = tag }
            }
        }
        return byTag.values.filter { $0.members.count > 1 }.sorted { $0.name < $1.name }.map { name, members in
            SortNode(
                kind, name, within: base.place, [base.condition.with { $0.tag = [name] }], members,
                seconds: seconds(members), isMeeting: kind == .category, isAcross: kind == .category)
        }
    }

    private static var byHand: Condition {
        Condition().with { $0.kind = EvidenceKind.allCases.filter(\.isByHand).map(\.rawValue) }
    }

    /// Groups the rest by kind.
    private func kinds(besides taken: Set<Int>) -> [SortNode] {
        let rest = pieces.indices.filter { !taken.contains($0) }
        return Set(rest.map { pieces[$0].facts.kind }).sorted { $0.rawValue < $1.rawValue }.flatMap { kind in
            let base = SortNode(.untitled, "", [Condition().with { $0.kind = [kind.rawValue] }], [], seconds: 0)
            let members = pieces.indices.filter { pieces[$0].facts.kind == kind }
            return titles(members, in: base, isMeeting: kind == .event).filter { !taken.isSuperset(of: $0.members) }
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
