import LedgerModel

/// Puts together and takes apart what the person said, after the rules have had their say.
struct SaidClusters {
    private let traits: [PieceTraits]
    private var list: [CandidateCluster]

    init(_ traits: [PieceTraits], _ list: [CandidateCluster]) {
        self.traits = traits
        self.list = list
    }

    /// One after the other, so that what was said last holds.
    func applying(_ said: [SaidOfCandidate]) -> [CandidateCluster] {
        var result = self
        for item in said {
            switch item.answer {
            case .one: result.join(Set(item.pieces))
            case .apart: result.part(Set(item.leaving), from: Set(item.pieces))
            case .struck, .later: continue
            }
        }
        return result.list
    }

    private func holds(_ cluster: CandidateCluster, _ pieces: Set<PublicID>) -> Bool {
        cluster.members.contains { pieces.contains(traits[$0].piece.id) }
    }

    private mutating func join(_ pieces: Set<PublicID>) {
        let parts = list.indices.filter { holds(list[$0], pieces) }
        guard parts.count > 1 else { return }
        let members = parts.flatMap { list[$0].members }.sorted()
        let kinds = Set(parts.map { list[$0].kind })
        var whole = CandidateCluster(kinds.count == 1 ? list[parts[0]].kind : .words, members: members, traits)
        whole.isSaid = true
        list[parts[0]] = whole
        for index in parts.dropFirst().reversed() { list.remove(at: index) }
    }

    private mutating func part(_ leaving: Set<PublicID>, from rest: Set<PublicID>) {
        for index in list.indices where holds(list[index], leaving) && holds(list[index], rest) {
            let cluster = list[index]
            let left = cluster.members.filter { leaving.contains(traits[$0].piece.id) }
            let stays = cluster.members.filter { !leaving.contains(traits[$0].piece.id) }
            var smaller = CandidateCluster(cluster.kind, members: stays, traits)
            smaller.isSaid = cluster.isSaid
            list[index] = smaller
            list.append(CandidateCluster(kind(of: left), members: left, traits))
        }
    }

    /// What pieces by themselves are: the number that all commits of them name, else words.
    private func kind(of members: [Int]) -> CandidateCluster.Kind {
        let commits = members.filter { traits[$0].piece.kind == .commit }
        guard !commits.isEmpty else {
            return members.contains { traits[$0].isDecision } ? .decision : .notes
        }
        let numbers = Set(commits.map { traits[$0].numbers.main })
        if numbers.count == 1, let number = numbers.first ?? nil { return .number(number) }
        return .words
    }
}
