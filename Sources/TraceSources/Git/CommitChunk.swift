import LedgerModel
import TraceFormats

/// A few hundred commits in the order of the log, before and after their changes are known.
struct CommitChunk: Sendable {
    static let size = 256

    /// What a clone made with `--filter` does not have.
    enum Lack: Sendable { case lines, paths }

    private var items: [CommitMapper.Mapped] = []
    private var counted: [String] = []
    private var named: [String] = []
    private(set) var diagnostics = Diagnostics()
    private(set) var isGone = false
    /// What this partial clone lacks of them, for one warning over all.
    private(set) var lacks: Set<Lack> = []
    /// The error if git hung at one of them, since it would hang at the next too.
    private(set) var silence: LedgerError?

    var isFull: Bool { items.count >= Self.size }
    var count: Int { items.count }

    mutating func append(_ item: CommitMapper.Mapped, isMerge: Bool, isEdge: Bool) {
        items.append(item)
        switch item {
        case .own(let draft):
            if isEdge {
                diagnostics.warn(draft.externalID, "the clone ends here: what the commit changed is not known")
            }
            if !isMerge, !isEdge { counted.append(draft.externalID) }
        case .naming(let draft): if !isMerge, !isEdge { named.append(draft.externalID) }
        case .other(let commit): if !isMerge, !isEdge { named.append(commit.sha) }
        case .outside: break
        }
    }

    /// Adds what each commit changed, and the key of its piece of work.
    mutating func complete(_ pool: ChangesPool, root: String?) async -> GitBatch {
        let answers = await pool.changes(counted: counted, named: named)
        var changes: [String: ChangesReader.Answer] = [:]
        for (sha, answer) in zip(counted + named, answers.counted + answers.named) { changes[sha] = answer }
        // Names of files need no contents of files.
        let uncounted = counted.filter { if case .unreadable = changes[$0] { true } else { false } }
        let byName = uncounted.isEmpty ? [] : await pool.changes(counted: [], named: uncounted).named
        for (sha, answer) in zip(uncounted, byName) { changes[sha] = answer }
        let withoutLines = Set(uncounted)
        var batch = GitBatch()
        batch.read = items.count
        for item in items {
            switch item {
            case .own(var draft):
                let sha = draft.externalID
                if let found = self.found(changes[sha], sha, isPartial: pool.isPartial) {
                    let hasLines = !withoutLines.contains(sha)
                    draft.add(found, withLines: hasLines)
                    if !hasLines, pool.isPartial { lacks.insert(.lines) }
                    if !hasLines, !pool.isPartial { diagnostics.warn(sha, Self.lackingLines) }
                }
                draft.addWorkKey(root: root)
                batch.own.append(draft)
            case .naming(var draft):
                if let found = self.found(changes[draft.externalID], draft.externalID, isPartial: pool.isPartial) {
                    draft.paths = found.paths
                }
                draft.addWorkKey(root: root)
                batch.own.append(draft)
            case .other(var commit):
                if let found = self.found(changes[commit.sha], commit.sha, isPartial: pool.isPartial) {
                    commit.paths = found.paths
                }
                batch.others.append(commit)
            case .outside: break
            }
        }
        return batch
    }

    private static let lackingLines =
        "the contents of its files are missing or damaged in this clone: its lines are not known"

    private mutating func found(_ answer: ChangesReader.Answer?, _ sha: String, isPartial: Bool) -> GitChanges? {
        switch answer {
        case nil: return nil
        case .changes(let changes):
            if changes.isCut { diagnostics.warn(sha, "\(changes.files) files changed: the first 5,000 are kept") }
            if changes.hasRepairedPath {
                diagnostics.warn(sha, "a file name is not UTF-8: unreadable characters were replaced")
            }
            return changes
        case .unreadable:
            if isPartial {
                lacks.insert(.paths)
            } else {
                diagnostics.warn(sha, "its files are missing or damaged in this clone: kept without its changes")
            }
            return nil
        case .gone:
            isGone = true
            return nil
        case .silent(let error):
            silence = error
            return nil
        }
    }
}

extension EvidenceDraft {
    fileprivate mutating func add(_ changes: GitChanges, withLines: Bool) {
        paths = changes.paths
        let files = Measure("files", Int64(changes.files))
        measures =
            withLines
            ? [Measure("lines_added", changes.added), Measure("lines_deleted", changes.deleted), files] : [files]
    }

    fileprivate mutating func addWorkKey(root: String?) {
        guard let root else { return }
        let author = flags.contains(.byOther) ? people.first?.identity ?? "" : ""
        workKey = WorkKey.key(author: author, at: at, subject: title, root: root)
    }
}
