import LedgerModel
import LedgerStore
import LocalFiles
import TraceSources

/// Which source a repository is.
///
/// A repository is its commits and its source, not its folder. So one that was moved or renamed goes on as the source
/// that it was, with what was set for it, and another one at a known place is a source of its own. Two clones that both
/// exist are two sources that have their commits in common.
extension Importing {
    /// Thrown when a reading finds another repository where the source was.
    struct AnotherRepository: Error {
        /// What was to be said before that was found.
        var remarks: [Advice]
    }

    /// Lets the source go on that was elsewhere before, if this is it. Says so, or why that cannot be told.
    func recognise(_ repository: GitRepository) async throws -> [Advice] {
        // A place that has a repository may have another one by now. That is looked at only where the name is the same,
        // since it means asking git.
        let sources = try store.read { try $0.sources() }.filter {
            $0.kind == .git
                && ($0.replaced != nil || !GitRepository.isOne(at: $0.locator) || Self.areNamesakes($0, repository))
        }
        if sources.isEmpty { return [] }
        let found = try await candidates(for: repository, among: sources)
        guard let best = found.first else { return [] }
        if found.count > 1, found[1].likeness == best.likeness {
            return [
                "\(repository.path) may have been at \(best.source.shownLocator) or at \(found[1].source.shownLocator) before. That cannot be told, so it is read as a new source."
            ]
        }
        try write { try $0.move(best.source, to: repository.path, folder: repository.folder) }
        return [
            "\(repository.path) was at \(best.source.shownLocator) before. It goes on as the same source, with what you set for it and the rules that name it."
        ]
    }

    private typealias Candidate = (source: Source, likeness: [Int])

    /// The sources that this repository may have been, the likeliest first.
    private func candidates(for repository: GitRepository, among sources: [Source]) async throws -> [Candidate] {
        var seen: [PublicID: Set<String>] = [:]
        for source in sources { seen[source.id] = try marks(of: source, isShallow: repository.isShallow) }
        let held = try await repository.held(of: seen.values.reduce(into: Set()) { $0.formUnion($1) })
        var found: [Candidate] = []
        for source in sources {
            guard let marks = seen[source.id], !marks.isDisjoint(with: held) else { continue }
            let isAll = marks.isSubset(of: held)
            let isNamesake = Self.areNamesakes(source, repository)
            // Less than all of it may be a fork, unless it is called the same: a clone that was made again.
            guard isAll || isNamesake || repository.isShallow, try await isGone(source, marks) else { continue }
            let likeness = [isAll ? 1 : 0, isNamesake ? 1 : 0, Self.commonEnd(source.folder, repository.folder)]
            found.append((source, likeness))
        }
        return found.sorted { a, b in
            a.likeness == b.likeness ? a.source.id < b.source.id : b.likeness.lexicographicallyPrecedes(a.likeness)
        }
    }

    /// The commits by which a source is known: its tips, or if it has to be read anew, or only a part of the history is
    /// here, everything that was read of it.
    private func marks(of source: Source, isShallow: Bool) throws -> Set<String> {
        if !isShallow, let tips = GitTips(text: source.state), !tips.isEmpty { return Set(tips.shas) }
        return try store.read { try $0.knownCommits(of: source) }
    }

    /// Whether a source is no longer where it was.
    private func isGone(_ source: Source, _ marks: Set<String>) async throws -> Bool {
        guard source.replaced == nil, GitRepository.isOne(at: source.locator) else { return true }
        return try await !GitRepository.open(source.locator, silence: world.gitTimeout).holds(anyOf: marks)
    }

    private static func areNamesakes(_ source: Source, _ repository: GitRepository) -> Bool {
        FolderNames.last(source.folder) == FolderNames.last(repository.folder)
    }

    /// How many parts at the end of two paths are equal.
    private static func commonEnd(_ a: String, _ b: String) -> Int {
        zip(a.split(separator: "/").reversed(), b.split(separator: "/").reversed()).prefix { $0 == $1 }.count
    }

    /// Whether another repository is where a source was: it has no commit that was read there, and none of the same
    /// author time and subject, as a filtered history would have. A shallow clone is known by its place.
    func isAnother(_ repository: GitRepository, than source: Source) async throws -> Bool {
        guard !repository.isShallow else { return false }
        let (known, works) = try store.read { (try $0.knownCommits(of: source), try $0.knownWorks(of: source)) }
        // Where nothing is kept of it, its tips alone can tell.
        if known.isEmpty { return !source.state.isEmpty }
        if try await repository.holds(anyOf: known) { return false }
        return try await !repository.repeats(anyOf: works)
    }

    /// Takes a source from its place, for another repository is there now. Says so.
    func setAside(_ source: Source) throws(LedgerError) -> Advice {
        let day = try zones(try myJob()).day(of: now)
        try write { try $0.setAside(source, on: day) }
        return
            "\(source.locator) holds another repository now, which is a source of its own. What was read before stays."
    }

    /// The first commit of the history that a shallow clone is a part of, as far as another source knows it.
    func root(of repository: GitRepository) async throws -> String? {
        guard repository.isShallow else { return nil }
        var shas: [String] = []
        try await repository.reachableShas { if shas.count < 5_000 { shas += $0 } }
        return try store.read { try $0.repositories(knowing: shas) }.lazy.compactMap { GitTips(text: $0.state)?.root }
            .first
    }
}
