import LedgerModel
import Programs
import TraceFormats

extension GitRepository {
    /// What can be reached when a commit in between is missing or damaged, where `git log` gives up.
    struct Salvage: Sendable {
        /// Commits that can be read.
        var commits: [String] = []
        var missing: [String] = []
    }

    /// Walks from object to object, around what is missing. Slower than git's own walk, and it needs memory for
    /// the names of all commits: only for a damaged history.
    func salvage(from tips: [String]) async throws -> Salvage {
        var found = Salvage()
        var seen = Set(tips)
        var waiting = tips
        while !waiting.isEmpty {
            var asked: [String] = []
            try await tool.converse(at: path, ["cat-file", "--batch"]) { git in
                var parser = GitObjectParser()
                while !waiting.isEmpty {
                    // Few enough that neither side waits for the other to read.
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
            // Git ended at the first one that it did not answer.
            if let bad = asked.first {
                guard isStillThere else { throw GitComplaint([]).error(at: path) }
                found.missing.append(bad)
                waiting += asked.dropFirst()
            }
        }
        return found
    }
}
