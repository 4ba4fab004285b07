import LedgerModel

/// Groups by title: kinds of ticket, titles that differ only in numbers, titles with the same beginning, single titles.
extension Sorting {
    /// The pieces with one title.
    private struct Bucket {
        var expression: String
        var title: String
        var members: [Int]
        var seconds: Int64
    }

    /// - Parameter families: Whether similar titles form one group.
    func titles(_ members: [Int], in base: SortNode, isMeeting: Bool, families: Bool = true) -> [SortNode] {
        let buckets = buckets(members)
        var taken: Set<Int> = []
        var nodes: [SortNode] = []
        func take(_ kind: SortGroup.Kind, _ name: String, _ expression: String, _ places: [Int]) {
            taken.formUnion(places)
            nodes.append(
                SortNode(
                    kind, name, within: base.place, [base.condition.with { $0.title = expression }],
                    places.flatMap { buckets[$0].members }, seconds: places.reduce(0) { $0 + buckets[$1].seconds },
                    isMeeting: isMeeting))
        }
        if families {
            for family in self.families(buckets) where taken.isDisjoint(with: family.places) {
                take(family.kind, family.name, family.expression, family.places)
            }
        }
        for (place, bucket) in buckets.enumerated() where !taken.contains(place) {
            take(bucket.title.isEmpty ? .untitled : .title, bucket.title, bucket.expression, [place])
        }
        return nodes
    }

    /// The title as rules see it. A private title is empty.
    func heardTitle(_ index: Int) -> String { pieces[index].isPrivate ? "" : pieces[index].facts.title }

    /// One of several series that are asked about together.
    func series(_ condition: Condition, of node: SortNode) -> SortNode {
        let expression = TitlePattern.folded(condition.title ?? "")
        let members = node.members.filter { TitlePattern.folded(TitlePattern.exact(heardTitle($0))) == expression }
        let title = members.last.map(heardTitle) ?? ""
        return SortNode(
            .title, title, within: node.within, [condition], members, seconds: seconds(members), isMeeting: true)
    }

    private func buckets(_ members: [Int]) -> [Bucket] {
        let groups = Dictionary(grouping: members) { index in
            TitlePattern.folded(TitlePattern.exact(heardTitle(index)))
        }
        return groups.keys.sorted().map { key in
            let members = groups[key] ?? []
            let newest = members.max { (pieces[$0].facts.at, pieces[$1].id) < (pieces[$1].facts.at, pieces[$0].id) }
            let title = newest.map(heardTitle) ?? ""
            return Bucket(
                expression: TitlePattern.exact(title), title: title, members: members, seconds: seconds(members))
        }
    }

    private typealias Family = (kind: SortGroup.Kind, name: String, expression: String, places: [Int])

    /// The families large enough to ask about, each with every title that its expression matches. Tickets come first,
    /// then numbers, then beginnings, and larger ones first. Families may overlap.
    private func families(_ buckets: [Bucket]) -> [Family] {
        var tickets: [String: [Int]] = [:]
        var written: Set<String> = []
        var numbered: [String: [Int]] = [:]
        var openings: [String: [Int]] = [:]
        for (place, bucket) in buckets.enumerated() {
            for (prefix, isWritten) in TitlePattern.ticketPrefixes(bucket.title) {
                if isWritten { written.insert(prefix) }
                if tickets[prefix]?.last != place { tickets[prefix, default: []].append(place) }
            }
            if let expression = TitlePattern.numbered(bucket.title) {
                numbered[TitlePattern.folded(expression), default: []].append(place)
            }
            if let opening = TitlePattern.opening(bucket.title) {
                openings[TitlePattern.folded(opening.expression), default: []].append(place)
            }
        }
        func total(_ places: [Int]) -> Int64 { places.reduce(0) { $0 + buckets[$1].seconds } }
        func ordered(_ families: [Family]) -> [Family] {
            families.sorted { (total($1.places), $0.name) < (total($0.places), $1.name) }
        }
        let ofTickets = tickets.filter { $0.value.count > 2 && written.contains($0.key) }.map { prefix, places in
            (.ticket, prefix + "-…", TitlePattern.ticket(prefix), places) as Family
        }
        let ofNumbers = numbered.values.filter { $0.count > 1 }.compactMap { places -> Family? in
            let title = buckets[places[0]].title
            return TitlePattern.numbered(title).map { (.numbered, title, $0, places) }
        }
        let ofOpenings = openings.values.compactMap { places -> Family? in
            let largest = places.map { buckets[$0].seconds }.max() ?? 0
            guard places.count > 1, largest * 5 <= total(places) * 3,
                let opening = TitlePattern.opening(buckets[places[0]].title)
            else { return nil }
            return (.opening, opening.words, opening.expression, places)
        }
        return ordered(ofTickets) + ordered(ofNumbers) + ordered(ofOpenings)
    }
}
