package import LedgerModel

/// Cuts undecided time into groups, so that each answer explains as much time as possible.
///
/// The invariant: the conditions of a group match its pieces and no other undecided piece, so an answer places exactly
/// the time that it showed. Every piece is in a group. Groups may overlap, since the first rule that matches decides:
/// an answer takes its pieces out of every group, and all are counted anew.
///
/// What is too large for one answer is asked about in parts: a repository that holds more than a fifth of the time, a
/// calendar, and a folder or a journal that holds more than a quarter. It waits while parts of it are worth a question, and is then
/// offered with what is left.
///
/// Example: of a repository with 90 % of the time, `packages/core` holds 30 %, `packages/site` 20 %, and fifty folders
/// less than one each. Two folders are offered and the repository waits; after two answers it is offered with 40 %.
package struct Sorting {
    let pieces: [SortPiece]
    /// The seconds on record in the range. Sizes are relative to it.
    let traced: Int64
    /// The ids of groups that the person asked to see in parts.
    let split: Set<String>
    /// The explained seconds of repositories and calendars, by their case-folded names.
    let explained: [String: Int64]
    /// What is decided in each project, by its case-folded name.
    let decided: [String: DecidedHours]

    package init(
        _ pieces: [SortPiece], traced: Int64, split: Set<String> = [], explained: [String: Int64] = [:],
        decided: [String: DecidedHours] = [:]
    ) {
        self.pieces = pieces
        self.traced = traced
        self.split = split
        self.explained = explained
        self.decided = decided
    }

    /// The groups, those with most hours first and waiting ones last. The order is stable: by name where hours are equal,
    /// since an id depends on where a repository is.
    package func groups() -> [SortGroup] {
        var seen: Set<String> = []
        return containers().flatMap(offered).filter { seen.insert($0.node.id).inserted }.map(group).sorted { a, b in
            a.isWaiting != b.isWaiting ? b.isWaiting : (b.seconds, a.name, a.id) < (a.seconds, b.name, b.id)
        }
    }

    /// The group with this id, whether it is offered now or not.
    package func group(_ id: String) -> SortGroup? {
        var open = containers()
        while let node = open.popLast() {
            let parts = parts(of: node)
            if node.id == id { return group(Offer(node: node, parts: parts)) }
            open += parts
        }
        return nil
    }

    /// A node that can be asked about.
    struct Offer {
        var node: SortNode
        var parts: [SortNode]
        var isWaiting = false
    }

    /// The node, or the parts of it that are worth a question and the node as what waits for them.
    func offered(_ node: SortNode) -> [Offer] {
        let parts = parts(of: node)
        let isAsked = split.contains(node.id)
        guard isAsked || isDivided(node) else { return [Offer(node: node, parts: parts)] }
        let asked = isAsked ? parts : parts.filter { isWorthAsking($0) && !($0.isAcross && isLarge($0)) }
        guard asked.contains(where: { $0.members.count < node.members.count }) else {
            // A calendar of one meeting is that meeting.
            return node.kind == .calendar && parts.count == 1 ? offered(parts[0]) : [Offer(node: node, parts: parts)]
        }
        return waiting(withoutTypes(asked.flatMap(offered))) + [Offer(node: node, parts: parts, isWaiting: true)]
    }

    /// Leaves out the types of commits (`fix: …`) where folders, scopes or issues take a repository apart: a type says the
    /// kind of work, and seldom what it was for.
    private func withoutTypes(_ offers: [Offer]) -> [Offer] {
        func isType(_ offer: Offer) -> Bool { offer.node.kind == .opening && offer.node.isAcross }
        let others = offers.filter { !isType($0) }
        let isEnough =
            others.contains { !$0.isWaiting } && waiting(others).allSatisfy { $0.isWaiting || !isLarge($0.node) }
        return isEnough ? others : offers
    }

    /// Lets large groups wait that have no parts of their own, but are half covered by smaller groups beside them: a
    /// folder of all files, where scopes or issues tell its commits apart.
    private func waiting(_ offers: [Offer]) -> [Offer] {
        offers.map { offer in
            guard isLarge(offer.node), !offer.isWaiting else { return offer }
            let smaller = offers.filter { !isLarge($0.node) && !$0.isWaiting }
            let covered = Set(smaller.flatMap(\.node.members)).intersection(offer.node.members)
            var offer = offer
            offer.isWaiting = seconds(Array(covered)) * 2 >= offer.node.seconds
            return offer
        }
    }

    /// Whether it holds more than a quarter of the time on record, too much for one answer.
    private func isLarge(_ node: SortNode) -> Bool { node.seconds * 4 > traced }

    /// A part of a repository is worth a question from a hundredth of the time on record, a meeting from a five-hundredth.
    private func isWorthAsking(_ node: SortNode) -> Bool {
        node.seconds * (node.isMeeting || pieces[node.members[0]].facts.kind.isByHand ? 500 : 100) >= traced
    }

    /// Meetings that are one for the person (a series, 1:1s) are one question, however many hours they hold.
    private func isDivided(_ node: SortNode) -> Bool {
        switch node.kind {
        case .project: (node.seconds + explained(node)) * 5 > traced
        case .folder: isLarge(node)
        case .calendar: !node.members.allSatisfy { pieces[$0].facts.arena.map { $0 != .job } ?? false }
        case .journal: isLarge(node)
        case .oneOnOnes, .numbered, .opening, .ticket, .tag, .scope, .issue, .category, .title, .untitled: false
        }
    }

    /// The parts of a node. They may overlap.
    func parts(of node: SortNode) -> [SortNode] {
        switch node.kind {
        case .project: repositoryParts(node)
        case .folder: folders(node)
        case .calendar: calendarParts(node)
        case .oneOnOnes: node.conditions.map { series($0, of: node) }
        case .journal, .tag: handParts(node)
        case .category: titles(node.members, in: node, isMeeting: true)
        case .ticket, .numbered, .opening:
            titles(node.members, in: node, isMeeting: node.isMeeting, families: false)
        case .scope, .issue, .title, .untitled: []
        }
    }

    func seconds(_ members: [Int]) -> Int64 { members.reduce(0) { $0 + pieces[$1].seconds } }

    private func explained(_ node: SortNode) -> Int64 {
        let projects = Set(node.members.map { pieces[$0].facts.project.caseFolded })
        return projects.union(node.condition.calendar.map(\.caseFolded)).reduce(0) { $0 + (explained[$1] ?? 0) }
    }

    /// The answer of at least 80 % of what is decided in the project of a group.
    private func suggestion(_ node: SortNode) -> SortGroup.Suggestion? {
        guard !decided.isEmpty else { return nil }
        var all = DecidedHours()
        for project in Set(node.members.map { pieces[$0].facts.project.caseFolded }) {
            // Time without a project is beside all projects.
            guard !project.isEmpty else { return nil }
            if let hours = decided[project] { all += hours }
        }
        guard let (key, seconds) = all.agreement else { return nil }
        return SortGroup.Suggestion(answer: SortAnswer(responsibility: key), seconds: seconds, decided: all.total)
    }

    private func group(_ offer: Offer) -> SortGroup {
        let node = offer.node
        let newest = node.members.sorted { (pieces[$1].facts.at, pieces[$0].id) < (pieces[$0].facts.at, pieces[$1].id) }
        var group = SortGroup(
            id: node.id, kind: node.kind, name: node.name, within: node.within, conditions: node.conditions,
            isWaiting: offer.isWaiting,
            isRest: (node.kind == .project || node.kind == .calendar) && explained(node) > 0,
            isMeeting: node.isMeeting, seconds: node.seconds, pieces: newest.map { pieces[$0].id },
            rows: newest.map { pieces[$0].row }, examples: examples(newest), headCount: headCount(newest),
            parts: named(offer.parts).sorted { ($1.seconds, $0.name) < ($0.seconds, $1.name) })
        group.suggestion = suggestion(node)
        return group
    }

    /// The parts that a group names: folders of a repository that has several.
    private func named(_ parts: [SortNode]) -> [SortGroup.Part] {
        let folders = parts.filter { $0.kind == .folder }
        return (folders.count > 1 ? folders : parts).map {
            SortGroup.Part(name: $0.name == "/" ? "files at the top" : $0.name, seconds: $0.seconds)
        }
    }

    private func examples(_ newest: [Int]) -> [SortGroup.Example] {
        let shown = newest.filter { !pieces[$0].isPrivate && !pieces[$0].facts.title.isEmpty }
        var titles: Set<String> = []
        let different = shown.prefix(200).filter { titles.insert(pieces[$0].facts.title).inserted }.prefix(3)
        let rest = shown.prefix(6).filter { !different.contains($0) }
        return (different + rest).prefix(3).sorted { pieces[$0].facts.at > pieces[$1].facts.at }.map {
            SortGroup.Example(id: pieces[$0].id, at: pieces[$0].facts.at, title: pieces[$0].facts.title)
        }
    }

    private func headCount(_ members: [Int]) -> Int {
        let counts = Dictionary(grouping: members) { pieces[$0].headCount }.mapValues(\.count)
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    }
}
