package import LedgerModel
import Programs
import TraceFormats

extension GitRepository {
    /// Which of `names` (object names, or `SHA^{tree}`) this clone lacks.
    func missing(among names: some Sequence<String>) async throws -> Set<String> {
        let input = names.flatMap { $0.utf8 + [10] }
        if input.isEmpty { return [] }
        var lines: [UInt8] = []
        _ = try await tool.stream(
            at: path, ["cat-file", "--buffer", "--batch-check=%(objecttype)"], input: input
        ) { chunk in
            chunk.withUnsafeBytes { lines.append(contentsOf: $0) }
        }
        let suffix = Array(" missing".utf8)
        return Set(
            lines.split(separator: 10).filter { $0.reversed().starts(with: suffix.reversed()) }
                .map { String(decoding: $0.dropLast(suffix.count), as: UTF8.self) })
    }

    /// Those of `shas` whose trees, or with `counted` whose files, are missing from a clone that should have
    /// everything. This takes three runs of git; without it, git would exit once for each of them.
    func incomplete(among shas: [String], counted: Bool) async throws -> Set<String> {
        let trees = try await missing(among: shas.map { $0 + "^{tree}" })
        var found = Set(shas.filter { trees.contains($0 + "^{tree}") })
        let rest = shas.filter { !found.contains($0) }
        guard counted, !rest.isEmpty else { return found }
        let commits = try await blobs(of: rest)
        let blobs = try await missing(among: Set(commits.flatMap(\.blobs)))
        for commit in commits where commit.blobs.contains(where: blobs.contains) { found.insert(commit.sha) }
        return found
    }

    /// The file contents that each of `shas` compares.
    func blobs(of shas: [String]) async throws -> [(sha: String, blobs: [String])] {
        var printed: [UInt8] = []
        _ = try await tool.stream(
            at: path, ["diff-tree"] + GitChangesParser.arguments + GitBlobNames.arguments,
            input: shas.flatMap { $0.utf8 + [10] }
        ) { chunk in
            chunk.withUnsafeBytes { printed.append(contentsOf: $0) }
        }
        return GitBlobNames.parse(printed)
    }
}

extension GitRepository {
    /// The commits that `old` reached and `new` does not.
    func vanished(from old: GitTips, to new: GitTips, isWhole: Bool) async throws -> VanishedCommits {
        guard isWhole else { return .unknown }
        let now = Set(new.shas)
        let left = old.shas.filter { !now.contains($0) }
        if left.isEmpty { return .none }
        var input: [UInt8] = []
        for sha in left { input += sha.utf8 + [10] }
        for sha in new.shas where !new.missing.contains(sha) { input += [94] + sha.utf8 + [10] }
        var shas: [String] = []
        let end = try await names(["--stdin"], input: input) { shas += $0 }
        if !end.isSuccess { return .unknown }
        return shas.isEmpty ? .none : .commits(shas)
    }

    /// Every commit that HEAD, branches, remotes and tags reach, a few hundred at a time: to compare with the ledger
    /// after `VanishedCommits.unknown`.
    package func reachableShas(_ sink: ([String]) async throws -> Void) async throws {
        let tips = try await tips()
        if tips.shas.isEmpty { return }
        let end = try await names(["--ignore-missing", "--stdin"], input: tips.shas.flatMap { $0.utf8 + [10] }, sink)
        guard end.isSuccess else { throw end.complaint.error(at: path) }
    }

    /// Runs `git rev-list` and passes object names on as they come.
    func names(
        _ arguments: [String], input: [UInt8], _ sink: ([String]) async throws -> Void
    ) async throws -> GitTool.End {
        var rest: [UInt8] = []
        return try await tool.stream(at: path, ["rev-list"] + arguments, input: input) { chunk in
            chunk.withUnsafeBytes { rest.append(contentsOf: $0) }
            guard let last = rest.lastIndex(of: 10) else { return }
            let shas = rest[..<last].split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
            rest.removeSubrange(...last)
            try await sink(shas)
        }
    }
}

extension GitRepository {
    /// What can be reached around missing or damaged commits, at which `git log` gives up.
    struct Salvage: Sendable {
        /// Commits that can be read.
        var commits: [String] = []
        var missing: [String] = []
    }

    /// Walks from object to object, around missing ones. It is slower than `git log` and needs memory for the names
    /// of all commits, so it is only for a damaged history.
    func salvage(from tips: [String]) async throws -> Salvage {
        var found = Salvage()
        var seen = Set(tips)
        var waiting = tips
        while !waiting.isEmpty {
            var asked: [String] = []
            try await tool.converse(at: path, ["cat-file", "--batch"]) { git in
                var parser = GitObjectParser()
                while !waiting.isEmpty {
                    // Few enough that neither side blocks until the other reads.
                    asked = waiting.suffix(64)
                    waiting.removeLast(asked.count)
                    await git.input.write(asked.flatMap { $0.utf8 + [10] })
                    while !asked.isEmpty {
                        guard let chunk = try await git.next() else { return }
                        chunk.withUnsafeBytes { parser.feed($0) }
                        for object in parser.takeFinished() {
                            asked.removeFirst()
                            if object.isMissing { found.missing.append(object.sha) }
                            if object.isCommit { found.commits.append(object.sha) }
                            waiting += object.leadsTo.filter { seen.insert($0).inserted }
                        }
                    }
                }
            }
            // Git exited at the first one that it did not answer.
            if let bad = asked.first {
                guard isStillThere else { throw GitComplaint([]).error(at: path) }
                found.missing.append(bad)
                waiting += asked.dropFirst()
            }
        }
        return found
    }
}

extension GitRepository {
    /// When the first parent of each of `shas` was written; without those that have none, or whose parent is missing.
    package func parentTimes(of shas: [String]) async throws -> [String: Instant] {
        let parents = try await fields("%H %P", of: shas).reduce(into: [String: String]()) { found, fields in
            if fields.count > 1 { found[fields[0]] = fields[1] }
        }
        let times = try await fields("%H %at", of: Set(parents.values).sorted()).reduce(into: [String: Instant]()) {
            if $1.count == 2, let seconds = Int64($1[1]) { $0[$1[0]] = Instant(seconds) }
        }
        return parents.compactMapValues { times[$0] }
    }

    private func fields(_ format: String, of shas: [String]) async throws -> [[String]] {
        if shas.isEmpty { return [] }
        var printed: [UInt8] = []
        _ = try await tool.stream(
            at: path, ["log", "--no-walk=unsorted", "--ignore-missing", "--stdin", "--format=" + format],
            input: shas.flatMap { $0.utf8 + [10] }
        ) { chunk in
            chunk.withUnsafeBytes { printed.append(contentsOf: $0) }
        }
        return printed.split(separator: 10).map { line in
            line.split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
        }
    }
}
