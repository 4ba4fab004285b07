/// What a person says of a group.
package enum SortAnswer: Sendable, Hashable {
    /// The key of a responsibility.
    case responsibility(String)
    case mine
    /// With the key of an item of the desk, or without.
    case notMine(String?)
    /// For something other than the job.
    case arena(Arena)
    /// Off the timeline.
    case ignore

    package var outcome: Rule.Outcome {
        switch self {
        case .responsibility(let key): .init(arena: .job, responsibility: key)
        case .mine: .init(arena: .job, responsibility: Meaning.mine)
        case .notMine(let key):
            .init(arena: .job, responsibility: key.map { "\(Meaning.notMine):\($0)" } ?? Meaning.notMine)
        case .arena(let arena): .init(arena: arena)
        case .ignore: .init(drop: true)
        }
    }
}
