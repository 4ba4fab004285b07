package import LedgerModel
import Programs
package import TraceFormats

/// A quick look at a repository before anything is imported: how much of it is the person's.
package struct GitPreview: Sendable {
    /// Commits that HEAD, branches, remotes and tags reach.
    package var commits = 0
    /// The person's own commits among them.
    package var own = 0
    /// Author times of the person's first and last commit, without implausible dates.
    package var first: Instant?
    package var last: Instant?
    /// The authors; counted only if no identity of the person is known.
    package var authors = GitAuthorCount()

    /// Others' commits of a found repository are read from a year before the person's first to a year after
    /// their last; `nil` if there are no commits of the person.
    package var othersBetween: ClosedRange<Instant>? {
        guard let first, let last else { return nil }
        let year: Int64 = 366 * 86_400
        return (first - year)...(last + year)
    }
}

extension GitRepository {
    /// Reads only authors and dates, no messages and no changes.
    package func overview(me: Set<String>, now: Instant) async throws -> GitPreview {
        var overview = GitPreview()
        var parser = GitLogParser()
        // No instant is in this range, so no drafts are made of others' commits.
        var mapper = CommitMapper(
            project: name, me: me, othersBetween: Instant.first...Instant.first, now: now)
        let tips = try await tips()
        if tips.shas.isEmpty { return overview }
        let flags = try await mailmapFlags(try await LocalObjects(self))
        let end = try await tool.stream(
            at: path, flags + ["log"] + GitLogFormat.arguments(withMessage: false) + ["--ignore-missing", "--stdin"],
            input: tips.shas.flatMap { $0.utf8 + [10] }
        ) { chunk in
            _ = chunk.withUnsafeBytes { bytes in
                parser.feed(bytes) { record in
                    overview.commits += 1
                    if me.isEmpty { overview.authors.add(record) }
                    guard case .own(let draft) = mapper.map(record) else { return }
                    overview.own += 1
                    guard !draft.flags.contains(.oddDate), draft.at <= now + 86_400 else { return }
                    overview.first = min(overview.first ?? draft.at, draft.at)
                    overview.last = max(overview.last ?? draft.at, draft.at)
                }
            }
        }
        if !end.isSuccess, overview.commits == 0 { throw end.complaint.error(at: path) }
        return overview
    }
}
