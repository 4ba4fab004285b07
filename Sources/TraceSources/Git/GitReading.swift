package import LedgerModel

/// Some commits of a reading, ready to be written.
package struct GitBatch: Sendable {
    /// The person's own, and others' that name them (`.byOther`).
    package var own: [EvidenceDraft] = []
    package var others: [OthersCommit] = []
    /// Commits read, those that are kept nowhere among them.
    package var read = 0

    package init() {}
}

/// What became of commits that an earlier reading saw.
package enum VanishedCommits: Hashable, Sendable {
    case none
    /// No longer reachable: the history was rewritten, or a branch deleted.
    case commits([String])
    /// Git no longer has the old tips: compare with `reachableShas`.
    case unknown
}

/// How a reading ended.
package struct GitReading: Sendable {
    /// Commits read: on a first reading all that HEAD, branches, remotes and tags reach.
    package var read = 0
    package var diagnostics = Diagnostics()
    package var vanished = VanishedCommits.none
    /// Where the next reading goes on, to be kept with the source; the old state when this one was not complete,
    /// so that what is missing is read again.
    package var state: GitTips?
    /// False when git stopped before the end: what was read is good, and a diagnostic says where it stopped.
    package var isComplete = true
    /// Everything was read, not only what is new: what was warned about before is told again, or is mended.
    package var isWhole = false
    /// No branch and no tag is left, and no HEAD: nothing was read.
    package var isEmpty = false

    package init() {}

    static let triesAgain = "git could not read on after this commit: the next import tries again"
    static let vanishedMeanwhile = "the repository vanished while it was read: the next import reads the rest"

    /// Of what was warned about before, what still holds after this reading.
    package func standing(of earlier: [Diagnostic]) -> [Diagnostic] {
        if isWhole, isComplete { return [] }
        var gone: Set<String> = []
        if case .commits(let shas) = vanished { gone = Set(shas) }
        return earlier.filter {
            !gone.contains($0.location) && $0.message != Self.triesAgain && $0.message != Self.vanishedMeanwhile
        }
    }
}
