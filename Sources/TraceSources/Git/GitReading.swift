package import LedgerModel
package import TraceFormats

/// Some commits of a reading, ready to be saved.
package struct GitBatch: Sendable {
    /// The person's own commits, and others' that name the person (`.byOther`).
    package var own: [EvidenceDraft] = []
    package var others: [OthersCommit] = []
    /// Commits read, including those that are not kept.
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
    /// Where the next reading continues, to be stored with the source. The old state if this reading was not complete,
    /// so that the missing part is read again.
    package var state: GitTips?
    /// False if git stopped before the end: what was read is valid, and a diagnostic says where it stopped.
    package var isComplete = true
    /// Whether everything was read, not only what is new: earlier warnings then come again, unless they are resolved.
    package var isWhole = false
    /// The names under which the person's addresses wrote.
    package var ownNames: Set<GitAuthor> = []
    /// What `.mailmap` says of the person in what was read.
    package var mailmap = MailmapEffect()
    /// Whether there is no branch, no tag and no HEAD, so that nothing was read.
    package var isEmpty = false

    package init() {}

    /// What a partial clone lacks, in one sentence; `nil` if nothing. The same each time, so that it stands once.
    static func warning(of lacks: Set<CommitChunk.Lack>, hasMailmap: Bool) -> String? {
        var unknown: [String] = []
        if lacks.contains(.paths) {
            unknown.append("what commits changed is not known")
        } else if lacks.contains(.lines) {
            unknown.append("how many lines commits changed is not known")
        }
        if !hasMailmap { unknown.append(".mailmap is not in it, so names and addresses are used as written") }
        return unknown.isEmpty
            ? nil : "the clone was made without all files (--filter): " + unknown.joined(separator: "; ")
    }

    static let triesAgain = "git could not continue after this commit: the next import tries again"
    static let vanishedMeanwhile = "the repository disappeared during reading: the next import reads the rest"

    /// The earlier warnings that still apply after this reading.
    package func standing(of earlier: [Diagnostic]) -> [Diagnostic] {
        if isWhole, isComplete { return [] }
        var gone: Set<String> = []
        if case .commits(let shas) = vanished { gone = Set(shas) }
        return earlier.filter {
            !gone.contains($0.location) && $0.message != Self.triesAgain && $0.message != Self.vanishedMeanwhile
        }
    }
}
