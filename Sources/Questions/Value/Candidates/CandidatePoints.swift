import LedgerModel

/// How much speaks for a cluster. Each rule gives points that can be told in a sentence; Documentation/Value.md has them.
struct CandidatePoints {
    let total: Double

    /// What is below is not worth telling.
    static let least = 3.1

    /// - Parameters:
    ///   - members: The pieces of one cluster.
    ///   - named: The numbers that the person's commits for releases name, with their project.
    ///   - releasing: When each project had its first release. What was done before is not held against anybody.
    ///   - prose: The projects whose work is prose, such as a handbook.
    init(
        _ cluster: CandidateCluster, _ members: [PieceTraits], named: Set<String>, releasing: [String: CivilDay],
        prose: Set<String>
    ) {
        let commits = members.filter { $0.piece.kind == .commit }
        var sum = commits.isEmpty ? Self.talk(members) : 0
        if !commits.isEmpty {
            sum += Self.substance(commits, prose: prose)
            if case .number(let number) = cluster.kind {
                sum += 2
                if commits.contains(where: { $0.numbers.closed.contains(number) }) { sum += 0.5 }
                if commits.contains(where: { named.contains($0.piece.project + number) }) { sum += 1 }
            }
            if commits.contains(where: { Self.isOut($0.piece, releasing) }) { sum += 2 }
            if members.contains(where: \.isDecision) { sum += 3 }
            if members.count > commits.count { sum += 0.5 }
        }
        sum += Self.said(members) + (cluster.isSaid ? 2 : 0)
        // Four pieces count a little more than two, and forty only a little more than four.
        sum += 0.15 * Double(Int.bitWidth - 1 - members.count.leadingZeroBitCount)
        total = sum
    }

    /// Whether it was released within a month and a half, or is of a project that had not released anything yet.
    private static func isOut(_ piece: CandidatePiece, _ releasing: [String: CivilDay]) -> Bool {
        guard releasing[piece.project] != nil else { return true }
        return piece.release.map { $0.day - piece.day <= 45 } ?? false
    }

    private static func substance(_ commits: [PieceTraits], prose: Set<String>) -> Double {
        var sum = 0.0
        func isProse(_ item: PieceTraits) -> Bool { prose.contains(item.piece.project) && item.files.prose > 0 }
        let hasCode = commits.contains { $0.files.code > 0 || isProse($0) }
        if hasCode { sum += 1 }
        if hasCode, commits.contains(where: \.files.hasTests) { sum += 0.75 }
        if hasCode, commits.contains(where: { $0.files.prose > 0 }) { sum += 0.25 }
        if commits.contains(where: \.subject.leads) {
            sum += 2.5
        } else if commits.contains(where: { $0.subject.isSupport && !isProse($0) }) {
            sum -= 1
        }
        if commits.allSatisfy({ $0.isInternal && !isProse($0) }) { sum -= 1 }
        if commits.allSatisfy(\.isChore) { sum -= 2.5 }
        return sum
    }

    /// Notes and meetings without a commit: a decision, or several notes on different days.
    private static func talk(_ members: [PieceTraits]) -> Double {
        let notes = members.filter { $0.piece.kind.isByHand }
        // What the person calls an outcome stands before any single change, and a decision among them.
        if notes.contains(where: { !outcomes.isDisjoint(with: $0.piece.tags.map(\.caseFolded)) }) { return 8 }
        if members.contains(where: \.isDecision) { return 6.5 }
        return Set(notes.map(\.piece.day)).count > 1 || notes.contains(where: \.hasFigure) ? 3.25 : 1.25
    }

    private static let outcomes: Set<String> = [
        "result", "win", "shipped", "launched", "milestone", "praise", "kudos", "done",
    ]

    /// What hand, rule and Sort say of it. What a model takes it for says nothing here: moved down by that, the ten of
    /// four histories had fewer of what was published.
    private static func said(_ members: [PieceTraits]) -> Double {
        func most(_ value: (CandidatePiece) -> Double) -> Double { members.map { value($0.piece) }.max() ?? 0 }
        var sum = most { piece in
            guard let worth = piece.worth, worth != .baseline else { return 0 }
            return piece.worthBy == .hand ? 2 : piece.worthBy == .rule ? 1 : 0
        }
        if members.allSatisfy({ $0.piece.worth == .baseline && $0.piece.worthIsSaid }) { sum -= 1.5 }
        if members.contains(where: \.piece.hasObjective) { sum += 0.5 }
        return sum
    }
}
