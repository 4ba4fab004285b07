import LedgerModel
import TraceFormats

extension GitRepository {
    /// Sends the commits of `tips` without those of `old` down the pipeline. Says what was missing when git gave
    /// up half-way and the rest was read around it.
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

    /// What `git log` did not come to. Nil when git fails here too.
    private func logAround(
        _ tips: [String], _ input: [UInt8], _ flags: [String],
        into pipeline: inout LogPipeline, sink: (GitBatch) async throws -> Void
    ) async throws -> Salvage? {
        // The same walk again gives the names of what was printed before git gave up.
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
