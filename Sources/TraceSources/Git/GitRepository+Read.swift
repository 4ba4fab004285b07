package import LedgerModel
import Subprocess
import TraceFormats

extension GitRepository {
    /// Reads every commit that HEAD, branches, remotes and tags reach, or since `old` only those that are new.
    ///
    /// A bad commit is a diagnostic and the rest is read; only a repository that cannot be read at all throws
    /// (`.noRepository`, `.dubiousOwnership`, `.gitFailed`), and what `sink` throws.
    ///
    /// - Parameters:
    ///   - me: The person's addresses in lower case, and names as they are written.
    ///   - othersBetween: Others' commits outside are counted and not kept; nil keeps all.
    ///   - onProgress: Called with the commits read so far.
    ///   - sink: Called with at most 256 commits at a time, newest first.
    package func read(
        since old: GitTips? = nil, me: Set<String>, othersBetween: ClosedRange<Instant>? = nil, now: Instant,
        onProgress: (Int) -> Void = { _ in }, sink: (GitBatch) async throws -> Void
    ) async throws -> GitReading {
        // Taken first: what moves meanwhile is seen by the next reading.
        let stamp = stamp()
        if let old, let stamp, old.stamp == stamp { return .unchanged(old) }
        var tips = try await tips()
        tips.root = old?.root
        tips.stamp = stamp
        if let old, old == tips { return .unchanged(tips) }
        // A clone that was deepened has new commits behind the old tips.
        let known = old?.shallow == tips.shallow ? old : nil
        let missing = try await missingObjects(tips.shas.filter { known?.shas.contains($0) != true })
        var sound = GitTips(shas: tips.shas.filter { !missing.contains($0) }, shallow: tips.shallow)

        var reading = GitReading()
        for sha in missing.sorted() {
            reading.diagnostics.warn(sha, "a branch or tag points to it, and it is missing in this clone")
        }
        let root = Task { [root = tips.root] in
            if let root { return String?.some(root) }
            return try? await rootCommit()
        }
        let pool = ChangesPool(self)
        var pipeline = LogPipeline(
            pool: pool, root: root, edges: Set(tips.shallow),
            mapper: CommitMapper(project: name, me: me, othersBetween: othersBetween, now: now))
        do {
            let end = try await log(sound, since: known, into: &pipeline) { batch in
                try await sink(batch)
                reading.read += batch.read
                onProgress(reading.read)
            }
            await pool.finish()
            reading.diagnostics.append(pipeline.mapped)
            reading.diagnostics.append(pipeline.diagnostics)
            reading.isComplete = end && pipeline.isSound
        } catch {
            await pool.finish()
            throw error
        }
        guard reading.isComplete else {
            reading.state = old
            reading.diagnostics.warn(
                pipeline.lastSha ?? path,
                isStillThere
                    ? "git could not read on after this commit: older ones may be missing"
                    : "the repository vanished while it was read: the rest is read by the next import")
            return reading
        }
        if let old { reading.vanished = try await vanished(from: old, to: sound, isWhole: known != nil) }
        sound.root = await root.value
        // Without what is missing the tips differ next time, and are looked at again.
        sound.stamp = missing.isEmpty ? stamp : nil
        reading.state = sound
        return reading
    }

    /// False when git said that there is more.
    private func log(
        _ tips: GitTips, since old: GitTips?, into pipeline: inout LogPipeline,
        sink: (GitBatch) async throws -> Void
    ) async throws -> Bool {
        if tips.shas.isEmpty { return true }
        var input: [UInt8] = []
        for sha in tips.shas { input += sha.utf8 + [10] }
        for sha in old?.shas ?? [] { input += [94] + sha.utf8 + [10] }
        let end = try await tool.stream(
            at: path, ["log"] + GitLogFormat.arguments() + ["--ignore-missing", "--stdin"], input: input
        ) { chunk in
            try await pipeline.take(chunk, sink: sink)
        }
        try await pipeline.finish(sink: sink)
        if !end.isSuccess, pipeline.read == 0, pipeline.isSound { throw end.complaint.error(at: path) }
        return end.isSuccess
    }

    /// Which of `shas` this clone lacks.
    private func missingObjects(_ shas: [String]) async throws -> Set<String> {
        if shas.isEmpty { return [] }
        var printed: [UInt8] = []
        let input = shas.flatMap { $0.utf8 + [10] }
        _ = try await tool.stream(at: path, ["cat-file", "--batch-check=%(objecttype)"], input: input) { chunk in
            chunk.withUnsafeBytes { printed.append(contentsOf: $0) }
        }
        let lines = printed.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
        return Set(lines.filter { $0.hasSuffix(" missing") }.map { String($0.prefix { $0 != " " }) })
    }

    /// Its objects are still where they were.
    var isStillThere: Bool { FileKind(at: place.common + "/objects") != nil }
}

extension GitReading {
    fileprivate static func unchanged(_ state: GitTips) -> GitReading {
        var reading = GitReading()
        reading.state = state
        return reading
    }
}
