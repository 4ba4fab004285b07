package import LedgerModel

/// At most ten candidates for results of a period, best first, made by rules that Documentation/Value.md explains.
package struct Candidates: Sendable, Hashable {
    package var period: Period
    package var list: [Candidate]
    /// What the pieces that are no results have in common.
    package var cause: CommonCause?
    /// The incidents, hotfixes and rescues of the period, which are never candidates.
    package var leftOut: EvidenceRef
    /// How many are left out because a result cites them, or because they were struck or put off.
    package var answered: Int
    /// Whether anything of the period is there to look at.
    package var holdsPieces: Bool
    /// Whether one of them is a note.
    package var holdsNotes: Bool

    /// The most of a period.
    package static let most = 10

    /// - Parameters:
    ///   - pieces: Of twelve months up to the end of the period at least, and of the six weeks around it.
    ///   - releasing: When each project had its first release.
    ///   - settled: Pieces that kept results cite, or that candidates had when they were struck.
    ///   - said: What the person said of which pieces belong together, in the order in which they said it.
    ///   - most: How many candidates there are at most.
    package init(
        _ pieces: [CandidatePiece], in period: Period, releasing: [String: CivilDay] = [:],
        settled: Set<PublicID> = [], said: [SaidOfCandidate] = [], most: Int = Candidates.most
    ) {
        self.period = period
        let maker = CandidateMaker(pieces, releasing: releasing, said: said)
        (list, answered) = maker.candidates(in: period, settled: settled, most: most)
        let held = maker.traits.filter { period.since <= $0.piece.day && $0.piece.day < period.until }
        holdsPieces = !held.isEmpty
        holdsNotes = held.contains { $0.piece.kind.isByHand }
        let year = Period(since: period.until.adding(months: -12), until: period.until)
        let heroics = maker.traits.filter(\.isHeroic)
        func inside(_ period: Period) -> [PieceTraits] {
            heroics.filter { period.since <= $0.piece.day && $0.piece.day < period.until }
        }
        cause = CommonCause(inside(year), until: year.until)
        leftOut = EvidenceRef(pieces: inside(period).map(\.piece.id))
    }
}

/// Makes clusters of pieces and puts the best first.
struct CandidateMaker {
    let traits: [PieceTraits]
    private let clusters: [CandidateCluster]
    private let named: Set<String>
    private let releasing: [String: CivilDay]
    private let prose: Set<String>

    init(_ pieces: [CandidatePiece], releasing: [String: CivilDay], said: [SaidOfCandidate]) {
        let ordered = pieces.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
        let traits = Self.withRoutine(ordered.map { PieceTraits($0) })
        self.traits = traits
        self.releasing = releasing
        let gone = Self.takenBack(traits)
        var seen: Set<Int64> = []
        let places = traits.indices.filter { place in
            let item = traits[place]
            // The same work on another branch is in it once.
            let isFirst = item.piece.workKey == 0 || seen.insert(item.piece.workKey).inserted
            return isFirst && !item.isHeroic && !item.isLateBaseline && !item.piece.isMerge && !item.piece.isNotMine
                && item.piece.arena != .personal && !gone.contains(place)
                && !(item.isChore && item.piece.kind != .commit)
        }
        clusters = SaidClusters(traits, CandidateClusters(traits, places).list).applying(said)
        named = Set(
            traits.filter(\.isRelease).flatMap { item in item.numbers.all.map { item.piece.project + $0 } })
        var kinds: [String: (prose: Int, code: Int)] = [:]
        for item in places.map({ traits[$0] }) where item.files.code + item.files.prose > 0 {
            kinds[item.piece.project, default: (0, 0)].code += item.files.code > 0 ? 1 : 0
            kinds[item.piece.project, default: (0, 0)].prose += item.files.code > 0 ? 0 : 1
        }
        prose = Set(kinds.filter { $0.value.prose > 2 * $0.value.code }.keys)
    }

    // MARK: what is no result by itself

    /// How often the same title makes routine of it, whatever numbers are in it, unless it names what it is part of.
    private static let routine = 6

    /// What only happened often is no result.
    private static func withRoutine(_ traits: [PieceTraits]) -> [PieceTraits] {
        var counts: [String: Int] = [:]
        let patterns = traits.map { $0.piece.kind == .event || $0.numbers.isPart ? "" : $0.pattern }
        for pattern in patterns where !pattern.isEmpty { counts[pattern, default: 0] += 1 }
        return zip(traits, patterns).map { item, pattern in
            (counts[pattern] ?? 0) < routine ? item : PieceTraits(item.piece, isRoutine: true)
        }
    }

    /// Reverts and what they took back.
    private static func takenBack(_ traits: [PieceTraits]) -> Set<Int> {
        var gone: Set<Int> = []
        var byTitle: [String: Int] = [:]
        var bySha: [Substring: Int] = [:]
        for (place, item) in traits.enumerated() where item.piece.kind == .commit {
            if let reverted = item.reverted {
                gone.insert(place)
                let bySha = reverted.sha.flatMap { bySha[$0.prefix(7)] }
                if let target = bySha ?? byTitle[item.piece.project + reverted.title] { gone.insert(target) }
            }
            bySha[item.piece.externalID.prefix(7)] = place
            byTitle[item.piece.project + item.piece.title] = place
        }
        return gone
    }

    // MARK: the list

    private struct Rated {
        var cluster: CandidateCluster
        var members: [PieceTraits]
        var points: Double
        /// Whether all of it was done beside the job.
        var isBeside: Bool
    }

    /// The list, and how many would be in it if nothing had been said of them.
    func candidates(in period: Period, settled: Set<PublicID>, most: Int) -> (list: [Candidate], answered: Int) {
        let all = clusters.filter { cluster in
            cluster.members.contains { period.since <= traits[$0].piece.day && traits[$0].piece.day < period.until }
        }.map { cluster -> Rated in
            let members = cluster.members.prefix(Candidate.mostPieces).map { traits[$0] }
            let points = CandidatePoints(cluster, members, named: named, releasing: releasing, prose: prose)
            return Rated(
                cluster: cluster, members: members, points: points.total,
                isBeside: members.allSatisfy { $0.piece.arena.map { $0 != .job } ?? false })
        }.filter { $0.cluster.isSaid || $0.points >= CandidatePoints.least }
        let rated = all.filter { !Self.isSettled($0.members, settled) }
            .sorted { a, b in
                // What was done beside the job comes behind what was done for it.
                if a.isBeside != b.isBeside { return b.isBeside }
                if a.points != b.points { return a.points > b.points }
                if a.members.count != b.members.count { return a.members.count > b.members.count }
                // The newest first; ids say nothing of what is worth telling.
                if a.cluster.last != b.cluster.last { return a.cluster.last > b.cluster.last }
                return a.members[0].piece.id < b.members[0].piece.id
            }
        let sum = Self.sumUp(rated.dropFirst(most))
        let list =
            rated.prefix(most - (sum == nil ? 0 : 1)).map { Candidate($0.cluster, $0.members) }
            + [sum].compactMap { $0 }
        return (list, all.count - rated.count)
    }

    /// Whether at least half of it is in a result that was kept, or in what was struck.
    private static func isSettled(_ members: [PieceTraits], _ settled: Set<PublicID>) -> Bool {
        !settled.isEmpty && members.count { settled.contains($0.piece.id) } * 2 >= members.count
    }

    /// From how many on what found no place is summed up, by folder.
    private static let worthSumming = 16

    /// Where many more are worth telling, the folder with most of them is the last candidate.
    private static func sumUp(_ rest: ArraySlice<Rated>) -> Candidate? {
        let folders = Dictionary(grouping: rest.filter { !$0.members[0].piece.project.isEmpty }) {
            Folder(project: $0.members[0].piece.project, path: $0.members[0].files.folder)
        }
        guard
            let (folder, parts) = folders.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }),
            parts.count >= worthSumming
        else { return nil }
        // As many as a query can name.
        var room = Candidate.mostPieces
        let named = parts.prefix { part in
            room -= part.members.count
            return room >= 0
        }
        let members = named.flatMap(\.members).sorted { ($0.piece.day, $0.piece.id) < ($1.piece.day, $1.piece.id) }
        guard let first = members.first?.piece.day, let last = members.last?.piece.day else { return nil }
        var cluster = parts[0].cluster
        (cluster.kind, cluster.first, cluster.last) = (.words, first, last)
        let words = parts.prefix(2).map { Candidate.wording($0.members) }.joined(separator: "; ")
        return Candidate(
            cluster, members, wording: "\(folder.name): \(words)",
            lead: "\(named.count) more changes in \(folder.text)")
    }

    private struct Folder: Hashable, Comparable {
        var project: String
        var path: String

        var text: String { path.isEmpty ? project : "\(project): \(path)" }
        var name: Substring { path.split(separator: "/").last ?? project[...] }

        static func < (a: Folder, b: Folder) -> Bool { (a.project, a.path) < (b.project, b.path) }
    }
}
