import LedgerModel
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
    /// everything: told in three runs of git where each would otherwise end one.
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
