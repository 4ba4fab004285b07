import LedgerModel
import Programs
import TraceFormats

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

    /// Every commit that HEAD, branches, remotes and tags reach, some hundred at a time: for a comparison with
    /// what a ledger holds when `VanishedCommits.unknown`.
    package func reachableShas(_ sink: ([String]) async throws -> Void) async throws {
        let tips = try await tips()
        if tips.shas.isEmpty { return }
        let end = try await names(["--ignore-missing", "--stdin"], input: tips.shas.flatMap { $0.utf8 + [10] }, sink)
        guard end.isSuccess else { throw end.complaint.error(at: path) }
    }

    /// Runs `git rev-list` and hands on object names as they come.
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
