package import LedgerModel
import LocalFiles
import Programs
import TraceFormats

/// What tells repositories apart: their commits, not their folders.
extension GitRepository {
    /// Whether there is a repository at `path`, which is canonical.
    package static func isOne(at path: String) -> Bool { GitPlace(at: path) != nil }

    /// Those of `shas` that are in this clone, whether or not a branch leads to them.
    package func held(of shas: some Sequence<String>) async throws -> Set<String> {
        let asked = Set(shas)
        return asked.subtracting(try await missing(among: asked.sorted()))
    }

    /// Whether this clone has any of `shas`; true if there are none to ask for.
    package func holds(anyOf shas: some Sequence<String>) async throws -> Bool {
        let asked = Set(shas)
        if asked.isEmpty { return true }
        return try await !held(of: asked).isEmpty
    }

    /// Whether any commit was written in the second of one of `works` under its subject, as in a history that was
    /// filtered, whose commits all have other names.
    ///
    /// - Parameter works: Subjects by author time; an empty subject stands for any.
    package func repeats(anyOf works: [Instant: Set<String>]) async throws -> Bool {
        let tips = try await tips()
        if tips.shas.isEmpty || works.isEmpty { return false }
        var rest: [UInt8] = []
        var isFound = false
        _ = try await tool.stream(
            at: path, ["log", "--encoding=UTF-8", "--format=%at %s", "--ignore-missing", "--stdin"],
            input: tips.shas.flatMap { $0.utf8 + [10] }
        ) { chunk in
            if isFound { return }
            chunk.withUnsafeBytes { rest.append(contentsOf: $0) }
            guard let end = rest.lastIndex(of: 10) else { return }
            for line in rest[..<end].split(separator: 10) {
                let parts = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 1)
                guard let seconds = parts.first.flatMap({ Int64($0) }), let subjects = works[Instant(seconds)] else {
                    continue
                }
                let subject = parts.count > 1 ? String(parts[1]).composed : ""
                if subjects.contains(subject) || subjects.contains("") { isFound = true }
            }
            rest.removeSubrange(...end)
        }
        return isFound
    }
}
