import LedgerModel
import Programs
import TraceFormats

/// The objects that a partial clone has, found without asking git for a missing one: for each of those git would
/// search everything it ever fetched, which takes seconds.
struct LocalObjects: Sendable {
    /// The first 64 bits of each name.
    private var names: Set<UInt64> = []
    /// Whether the clone lacks trees too, as after `--filter=tree:0`.
    let lacksTrees: Bool

    /// `nil` for a clone that has everything.
    init?(_ repository: GitRepository) async throws {
        let (bytes, _) = try await repository.tool.collect(
            at: repository.path,
            [
                "config", "--null", "--get-regexp",
                #"^(extensions\.partialclone|remote\..*\.(promisor|partialclonefilter))$"#,
            ], limit: 1 << 20)
        if bytes.isEmpty { return nil }
        let filters = bytes.split(separator: 0).map { $0.drop { $0 != 10 }.dropFirst() }
        lacksTrees = filters.contains { $0.starts(with: "tree:".utf8) || $0.starts(with: "combine:".utf8) }
        var rest: [UInt8] = []
        _ = try await repository.tool.stream(
            at: repository.path,
            ["cat-file", "--batch-all-objects", "--unordered", "--buffer", "--batch-check=%(objectname)"]
        ) { chunk in
            chunk.withUnsafeBytes { rest.append(contentsOf: $0) }
            guard let end = rest.lastIndex(of: 10) else { return }
            for line in rest[..<end].split(separator: 10) { names.insert(Self.key(line)) }
            rest.removeSubrange(...end)
        }
    }

    func contains(_ name: String) -> Bool { names.contains(Self.key(name.utf8)) }

    private static func key(_ name: some Sequence<UInt8>) -> UInt64 {
        name.prefix(16).reduce(0) { $0 << 4 | UInt64($1 < 58 ? $1 &- 48 : $1 &- 87) & 15 }
    }
}

extension GitRepository {
    /// Those of `shas` whose trees, or with `counted` whose files, this partial clone lacks.
    func incomplete(among shas: [String], counted: Bool, local: LocalObjects) async throws -> Set<String> {
        var found: Set<String> = []
        if local.lacksTrees {
            let own = try await trees(of: shas)
            let before = try await trees(of: Set(own.values.flatMap(\.parents)))
            for (sha, commit) in own {
                let compared = [commit.tree] + commit.parents.compactMap { before[$0]?.tree }
                if !compared.allSatisfy(local.contains) { found.insert(sha) }
            }
        }
        let rest = shas.filter { !found.contains($0) }
        guard counted, !rest.isEmpty else { return found }
        for commit in try await blobs(of: rest) where !commit.blobs.allSatisfy(local.contains) {
            found.insert(commit.sha)
        }
        return found
    }

    private func trees(
        of shas: some Sequence<String>
    ) async throws -> [String: (tree: String, parents: [String])] {
        let input = shas.flatMap { $0.utf8 + [10] }
        if input.isEmpty { return [:] }
        var printed: [UInt8] = []
        _ = try await tool.stream(
            at: path, ["log", "--no-patch", "--no-walk=unsorted", "--format=tformat:%H %T %P", "--stdin"], input: input
        ) { chunk in
            chunk.withUnsafeBytes { printed.append(contentsOf: $0) }
        }
        var found: [String: (tree: String, parents: [String])] = [:]
        for line in printed.split(separator: 10) {
            let names = line.split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
            if names.count >= 2 { found[names[0]] = (names[1], Array(names[2...])) }
        }
        return found
    }

    /// In a bare repository git reads `.mailmap` from HEAD, and exits if a partial clone lacks it.
    func mailmapFlags(_ local: LocalObjects?) async throws -> [String] {
        guard let local, place.path == place.folder else { return [] }
        if !local.lacksTrees {
            let (bytes, _) = try await tool.collect(at: path, ["rev-parse", "--quiet", "--verify", "HEAD:.mailmap"])
            let name = String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self)
            if name.isEmpty || local.contains(name) { return [] }
        }
        return ["-c", "mailmap.blob="]
    }
}
