package import LedgerModel
import LedgerStore
import LocalFiles
import TraceSources

/// Reading sources, and what becomes of those that were read.
package struct Importing: LedgerArea {
    let store: LedgerStore
    let world: World

    /// Imports each path as `kind`; a source that cannot be read does not keep the others out.
    package func importAll(
        _ kind: SourceKind, _ paths: [String], arena: Arena?, others: ClosedRange<Instant>? = nil,
        progress: @escaping ImportProgress
    ) async throws(LedgerError) -> ImportReport {
        try admit(arena)
        var report = ImportReport()
        guard let reader = SourceReader.of(kind) else {
            throw LedgerError(
                .usage, "sources of this kind are written by hand, not read",
                hint: "Name a calendar, a repository, an inbox or notes.")
        }
        let asked = SourceReader.Asked(arena: arena, others: others, progress: progress)
        for path in paths {
            do {
                for source in try reader.named(path) {
                    await attempt(source.locator, &report) { () throws(LedgerError) in
                        try await source.read(self, asked)
                    }
                }
            } catch {
                report.failures.append((Source.shown(path), error))
            }
        }
        try finish(report, progress)
        return report
    }

    /// Reads every known source again, or those of these ids: only what is new. What is left out of the ledger by now
    /// is read only when it is asked for, and refused.
    package func sync(
        only chosen: Set<PublicID>? = nil, progress: @escaping ImportProgress
    ) async throws(LedgerError) -> ImportReport {
        var report = ImportReport()
        let asked = SourceReader.Asked(progress: progress)
        let leftOut = try Set(leftOutSources().map(\.id))
        for source in try store.read({ try $0.sources() }) where !source.isPasted {
            guard chosen?.contains(source.id) ?? !leftOut.contains(source.id) else { continue }
            await attempt(source.locator, known: source, &report) { () throws(LedgerError) in
                try self.admit(source.arena)
                guard let reader = SourceReader.of(source.kind) else {
                    throw LedgerError(.usage, "what is written by hand needs no sync")
                }
                return try await reader.again(self, source, asked)
            }
        }
        try finish(report, progress)
        return report
    }

    /// What a source that was read before cannot be read for is told with the way to take it out.
    func attempt(
        _ locator: String, known: Source? = nil, _ report: inout ImportReport,
        _ work: () async throws(LedgerError) -> ImportOutcome
    ) async {
        do {
            let outcome = try await work()
            report.outcomes.append(outcome)
            for error in outcome.failures { report.failures.append((Source.shown(locator), error)) }
        } catch {
            var error = error
            if let known, error.code == .leftOut {
                error.hint =
                    "Take it out with \(offer: .removeSource(known.id)), or change it with \(offer: .setUp)."
            }
            if let known, error.code == .unreadable || error.code == .noRepository {
                error.hint = "Bring it back, or, if it is gone for good: \(offer: .removeSource(known.id))"
            }
            report.failures.append((Source.shown(locator), error))
        }
    }

    /// Imports end with a derived timeline, so that the first question is as fast as the second.
    func finish(_ report: ImportReport, _ progress: @escaping ImportProgress) throws(LedgerError) {
        // Many repositories of which nothing moved are one write, and not one each.
        let read = report.outcomes.filter(\.isToBeNoted).map(\.source)
        if !read.isEmpty { try write { try $0.noteRead(read) } }
        guard report.outcomes.contains(where: { $0.count != WriteCount() }) else { return }
        try settleTimeline() { done, all in progress("working out the hours", done, all) }
    }

    /// Finds the source of this kind and place, or makes it; writes only where something of it is new.
    func source(
        _ kind: SourceKind, at locator: String, name: String, arena: Arena?
    ) throws(LedgerError) -> Source {
        let known = try store.read { try $0.source(Source.id(kind: kind, locator: locator)) }
        if let known, known.locator == locator, arena == nil || known.arena == arena { return known }
        return try write { transaction in
            try world.settleZone(transaction)
            return try transaction.source(kind: kind, locator: locator, name: name, arena: arena)
        }
    }

    /// Reckons anew what changed, so that the next question need not.
    package func settle(progress: @escaping ImportProgress) throws(LedgerError) {
        try settleTimeline() { done, all in progress("working out the hours", done, all) }
    }
}
