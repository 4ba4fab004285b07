package import LedgerModel

/// Cuts undecided time into groups, so that each answer explains as much time as possible.
///
/// The invariant: every piece is in exactly one group, and the condition of a group matches its pieces and no other
/// undecided piece. So no hour is counted twice, and an answer changes exactly the time that it showed.
///
/// A repository is asked about as a whole, unless it is more than a fifth of the time and a few of its folders have
/// separate histories. A calendar is asked about title by title; as a whole only if it is for something other than the
/// job, or if only small pieces of it are left.
package struct Sorting {
    let pieces: [SortPiece]
    /// The seconds on record in the range. Sizes are relative to it.
    let traced: Int64
    /// The ids of groups that the person asked to see in parts.
    let split: Set<String>
    /// The case-folded names of repositories and calendars that already have decided time.
    let begun: Set<String>

    package init(_ pieces: [SortPiece], traced: Int64, split: Set<String> = [], begun: Set<String> = []) {
        self.pieces = pieces
        self.traced = traced
        self.split = split
        self.begun = begun
    }

    /// The groups, those with most hours first and waiting ones last. The order is stable: by name where hours are equal,
    /// since an id depends on where a repository is.
    package func groups() -> [SortGroup] {
        containers().flatMap(cut).map(group).sorted { a, b in
            a.isWaiting != b.isWaiting ? b.isWaiting : (b.seconds, a.name, a.id) < (a.seconds, b.name, b.id)
        }
    }

    /// A folder or a kind of ticket is worth its own question from a hundredth of the time on record, a meeting from a
    /// five-hundredth.
    private func isLarge(_ node: SortNode) -> Bool { node.seconds * 100 >= traced }
    private func isNotable(_ node: SortNode) -> Bool { node.seconds * 500 >= traced }

    /// The nodes to ask about, each with its parts.
    private func cut(_ node: SortNode) -> [(node: SortNode, parts: [SortNode])] {
        let parts = parts(of: node)
        guard parts.count > 1 else {
            return node.kind == .calendar ? parts.map { ($0, []) } : [(node, [])]
        }
        return isAskedInParts(node, parts) ? parts.flatMap(cut) : [(node, parts)]
    }

    private func isAskedInParts(_ node: SortNode, _ parts: [SortNode]) -> Bool {
        if split.contains(node.id) { return true }
        switch node.kind {
        case .project: return node.seconds * 5 > traced && livesApart(parts)
        case .calendar:
            let isForOneThing = node.members.allSatisfy { pieces[$0].facts.arena.map { $0 != .job } ?? false }
            return !isForOneThing && parts.contains(where: isNotable)
        default: return false
        }
    }

    /// Whether two to four folders, or kinds of ticket, hold most of a repository's time.
    private func livesApart(_ parts: [SortNode]) -> Bool {
        let whole = parts.reduce(0) { $0 + $1.seconds }
        let large = parts.filter { ($0.kind == .folder || $0.kind == .ticket) && isLarge($0) }
        return (2...4).contains(large.count) && large.reduce(0) { $0 + $1.seconds } * 5 >= whole * 3
    }

    /// The parts of a node. A node that is not worth dividing is its own only part.
    func parts(of node: SortNode) -> [SortNode] {
        switch node.kind {
        case .project, .folder: repositoryParts(node)
        case .calendar: titles(node.members, in: node, isMeeting: true)
        case .tag: titles(node.members, in: node, isMeeting: false)
        case .ticket, .numbered, .opening:
            titles(node.members, in: node, isMeeting: node.isMeeting, families: false)
        case .title, .untitled: [node]
        }
    }

    func seconds(_ members: [Int]) -> Int64 { members.reduce(0) { $0 + pieces[$1].seconds } }

    private func group(_ node: SortNode, _ parts: [SortNode]) -> SortGroup {
        let newest = node.members.sorted { (pieces[$1].facts.at, pieces[$0].id) < (pieces[$0].facts.at, pieces[$1].id) }
        return SortGroup(
            id: node.id, kind: node.kind, name: node.name, within: node.within, when: node.when,
            isWaiting: node.isWaiting,
            isRest: (node.kind == .project || node.kind == .calendar) && isBegun(node),
            isMeeting: node.isMeeting, seconds: node.seconds, pieces: newest.map { pieces[$0].id },
            rows: newest.map { pieces[$0].row }, examples: examples(newest), headCount: headCount(newest),
            parts: named(parts, of: node).sorted { ($1.seconds, $0.name) < ($0.seconds, $1.name) })
    }

    /// The parts that a group names. Single commits of a repository are named together.
    private func named(_ parts: [SortNode], of node: SortNode) -> [SortGroup.Part] {
        let isRepository = node.kind == .project || node.kind == .folder
        let single = isRepository ? parts.filter { $0.kind == .title || $0.kind == .untitled } : []
        let others = isRepository ? parts.filter { $0.kind != .title && $0.kind != .untitled } : parts
        var named = others.map { SortGroup.Part(name: $0.name, seconds: $0.seconds) }
        if !single.isEmpty {
            let name = others.contains { $0.kind == .ticket } ? "without a ticket" : "other files"
            named.append(SortGroup.Part(name: name, seconds: single.reduce(0) { $0 + $1.seconds }))
        }
        return named
    }

    private func isBegun(_ node: SortNode) -> Bool {
        let projects = Set(node.members.map { pieces[$0].facts.project })
        return projects.union(node.when.calendar).contains { begun.contains($0.caseFolded) }
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

/// The pieces that one condition matches, before they become a group.
struct SortNode {
    var kind: SortGroup.Kind
    var name: String
    var within: String
    var when: Condition
    /// Indices into the list of pieces.
    var members: [Int]
    /// The folder depth of its parts, for repositories and their folders.
    var depth = 0
    var isMeeting = false
    var seconds: Int64 = 0
    /// Whether its condition matches pieces of other groups too.
    var isWaiting = false

    var id: String { SortGroup.id(of: when) }
}

extension Condition {
    func with(_ change: (inout Condition) -> Void) -> Condition {
        var copy = self
        change(&copy)
        return copy
    }
}

/// A piece of evidence whose time nobody has explained yet.
package struct SortPiece: Sendable, Hashable {
    /// Its row in the store.
    package var row: Int64
    package var id: PublicID
    package var facts: EvidenceFacts
    /// The sure and likely seconds that it won on the timeline.
    package var seconds: Int64
    /// The number of other people on it.
    package var headCount: Int
    /// Whether its title is private.
    package var isPrivate: Bool

    package init(
        row: Int64, id: PublicID, facts: EvidenceFacts, seconds: Int64, headCount: Int = 0, isPrivate: Bool = false
    ) {
        self.row = row
        self.id = id
        self.facts = facts
        self.seconds = seconds
        self.headCount = headCount
        self.isPrivate = isPrivate
    }
}

extension Rule {
    /// Makes the rule of an answer, with a key that no rule of `others` has, such as `sort-stand-up`.
    package init(_ group: SortGroup, _ answer: SortAnswer, besides others: [Rule]) {
        let base = "sort-" + (MyJobKeys.word(group.name).isEmpty ? "time" : MyJobKeys.word(group.name))
        var key = base
        var number = 1
        while others.contains(where: { $0.key == key }) {
            number += 1
            key = "\(base)-\(number)"
        }
        self.init(key: key, when: group.when, set: answer.outcome)
    }
}

extension MyJob {
    /// The position at which a rule takes effect. This is the end, so that every earlier rule holds. But a rule for
    /// something other than the job goes before the first rule that says these pieces are for the job.
    ///
    /// - Parameter matching: The rules that match each undecided piece of the group.
    package func place(for rule: Rule, matching: [[Rule]]) -> Int {
        guard let arena = rule.set.arena, arena != .job else { return rules.count }
        let shadows = Set(matching.flatMap { $0.filter { $0.set.arena != nil }.map(\.key) })
        return rules.firstIndex { shadows.contains($0.key) } ?? rules.count
    }
}
