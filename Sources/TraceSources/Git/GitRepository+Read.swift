package import LedgerModel
import LocalFiles
import TraceFormats

extension GitRepository {
    /// Reads every commit that HEAD, branches, remotes and tags reach, or only the new ones since `old`.
    ///
    /// A bad commit becomes a diagnostic and the rest is read. Throws only for a repository that cannot be read at all
    /// (`.noRepository`, `.dubiousOwnership`, `.gitFailed`), and what `sink` throws.
    ///
    /// - Parameters:
    ///   - old: The `state` of the last reading; `nil` reads everything, as is necessary if `me` has changed.
    ///   - me: The person's addresses in lower case, and names as they are written.
    ///   - notMe: Addresses that are not the person's whatever `.mailmap` says.
    ///   - root: The first commit of the history as another clone has it, for a shallow one.
    ///   - othersBetween: Others' commits outside this range are counted but not kept; `nil` keeps all.
    ///   - whenTipsAreGone: Called before anything is read if nothing that `old` reached is here any more.
    ///   - onProgress: Called with the commits read so far.
    ///   - sink: Called with at most 256 commits at a time, newest first.
    package func read(
        since old: GitTips? = nil, root: String? = nil, me: Set<String>, notMe: Set<String> = [],
        othersBetween: ClosedRange<Instant>? = nil, now: Instant, whenTipsAreGone: () async throws -> Void = {},
        onProgress: (Int) -> Void = { _ in }, sink: (GitBatch) async throws -> Void
    ) async throws -> GitReading {
        // Taken first, so that the next reading notices changes during this one.
        let stamp = stamp()
        if let old, let stamp, old.stamp == stamp { return .unchanged(old) }
        var tips = try await tips()
        if tips.shas.isEmpty {
            var reading = GitReading()
            reading.isEmpty = true
            reading.state = old
            return reading
        }
        if let old, Set(old.shas).isDisjoint(with: tips.shas), try await !holds(anyOf: old.seen) {
            try await whenTipsAreGone()
        }
        tips.root = old?.root ?? root
        tips.missing = old?.missing ?? []
        tips.mailmap = try await mailmapDigest()
        let isSameMailmap = old?.mailmap == tips.mailmap
        let isMended = try await missing(among: tips.missing).count < tips.missing.count
        if let old, old == tips, !isMended, isSameMailmap {
            tips.stamp = tips.missing.isEmpty ? stamp : nil
            return .unchanged(tips)
        }
        // A clone that was deepened or repaired has new commits behind the old tips.
        // Who wrote what is read anew if `.mailmap` has changed.
        let known = old?.shallow == tips.shallow && !isMended && isSameMailmap ? old : nil
        let knownTips = Set(known?.shas ?? [])
        let broken = try await missing(among: tips.shas.filter { !knownTips.contains($0) })

        var reading = GitReading()
        reading.isWhole = known == nil
        for sha in broken.sorted() {
            reading.diagnostics.warn(sha, "a branch or tag points to this commit, which is missing in this clone")
        }
        let root = Task { [root = tips.root] in
            if let root { return String?.some(root) }
            return try? await rootCommit()
        }
        let local = try await LocalObjects(self)
        let flags = try await mailmapFlags(local)
        let pool = ChangesPool(self, local: local)
        var pipeline = LogPipeline(
            pool: pool, root: root, edges: Set(tips.shallow),
            mapper: CommitMapper(
                project: name, me: me, notMe: notMe, othersBetween: othersBetween, now: now))
        var salvage: Salvage?
        do {
            salvage = try await log(tips, without: broken, since: known, flags: flags, into: &pipeline) { batch in
                try await sink(batch)
                reading.read += batch.read
                onProgress(reading.read)
            }
            await pool.finish()
            if !isStillThere { pipeline.breakOff() }
        } catch {
            await pool.finish()
            throw error
        }
        reading.ownNames = pipeline.ownNames
        reading.mailmap = pipeline.mailmap
        reading.diagnostics.append(pipeline.mapped)
        reading.diagnostics.append(pipeline.diagnostics)
        if let warning = GitReading.warning(of: pipeline.lacks, hasMailmap: flags.isEmpty) {
            reading.diagnostics.warn(path, warning)
        }
        for sha in salvage?.missing ?? [] {
            reading.diagnostics.warn(
                sha, "missing or damaged in this clone: commits that only it leads to are not read")
        }
        guard pipeline.isSound else {
            reading.isComplete = false
            reading.state = old
            reading.diagnostics.warn(
                pipeline.lastSha ?? path,
                isStillThere ? GitReading.triesAgain : GitReading.vanishedMeanwhile)
            return reading
        }
        tips.root = await root.value
        tips.missing = (known?.missing ?? []) + broken.sorted() + (salvage?.missing.sorted() ?? [])
        // Missing objects may be fetched later without any ref moving.
        tips.stamp = tips.missing.isEmpty ? stamp : nil
        if let old { reading.vanished = try await vanished(from: old, to: tips, isWhole: known != nil) }
        reading.state = tips
        return reading
    }

    /// Whether its objects are still there.
    var isStillThere: Bool { FileKind(at: place.common + "/objects") != nil }
}

extension GitReading {
    fileprivate static func unchanged(_ state: GitTips) -> GitReading {
        var reading = GitReading()
        reading.state = state
        return reading
    }
}

extension GitRepository {
    /// Sends the commits of `tips` that are not in `old` down the pipeline. Returns the missing objects if git gave up
    /// and the rest was read around them.
    func log(
        _ tips: GitTips, without broken: Set<String>, since old: GitTips?, flags: [String],
        into pipeline: inout LogPipeline,
        sink: (GitBatch) async throws -> Void
    ) async throws -> Salvage? {
        let sound = tips.shas.filter { !broken.contains($0) }
        if sound.isEmpty { return nil }
        var input = sound.flatMap { $0.utf8 + [10] }
        for sha in old?.shas ?? [] { input += [94] + sha.utf8 + [10] }
        let end = try await tool.stream(
            at: path, flags + ["log"] + GitLogFormat.arguments() + Self.fromInput, input: input
        ) { chunk in
            try await pipeline.take(chunk, sink: sink)
        }
        var rest: Salvage?
        if !end.isSuccess {
            if end.complaint.isDubiousOwnership || end.complaint.isForbiddenBare { throw end.complaint.error(at: path) }
            rest = isStillThere ? try await logAround(sound, input, flags, into: &pipeline, sink: sink) : nil
            if rest == nil { pipeline.breakOff() }
        }
        try await pipeline.finish(sink: sink)
        return rest
    }

    private static let fromInput = ["--ignore-missing", "--stdin"]

    /// Reads what `git log` did not reach. `nil` if git fails here too.
    private func logAround(
        _ tips: [String], _ input: [UInt8], _ flags: [String],
        into pipeline: inout LogPipeline, sink: (GitBatch) async throws -> Void
    ) async throws -> Salvage? {
        // Repeating the walk gives the names of the commits printed before git gave up.
        var printed: Set<String> = []
        _ = try await names(Self.fromInput, input: input) { printed.formUnion($0) }
        if printed.count != pipeline.parsed { printed = [] }
        let salvage = try await salvage(from: tips)
        var left = salvage.commits.filter { !printed.contains($0) }[...]
        while !left.isEmpty {
            let some = left.prefix(2_000)
            left = left.dropFirst(some.count)
            let end = try await tool.stream(
                at: path, flags + ["log"] + GitLogFormat.arguments() + ["--no-walk=unsorted", "--stdin"],
                input: some.flatMap { $0.utf8 + [10] }
            ) { chunk in
                try await pipeline.take(chunk, sink: sink)
            }
            if !end.isSuccess { return nil }
        }
        return salvage
    }
}
