package import LedgerModel
import LedgerStore
import LocalFiles
import TraceSources

/// Reads sources and manages known ones.
package struct Importing: LedgerArea {
    let store: LedgerStore
    let world: World

    /// Imports each path as `kind`. If one source cannot be read, the others still are.
    package func importAll(
        _ kind: SourceKind, _ paths: [String], arena: Arena?, others: ClosedRange<Instant>? = nil,
        progress: @escaping ImportProgress
    ) async throws(LedgerError) -> ImportReport {
        try admit(arena)
        var report = ImportReport()
        guard let reader = SourceReader.of(kind) else {
            throw LedgerError(
                .usage, "sources of this kind are written by you, not read",
                hint: "Name a calendar, a repository, an inbox or notes.")
        }
        let asked = SourceReader.Asked(arena: arena, others: others, progress: progress)
        for path in paths {
            do {
                if kind == .calendar, let archive = try Self.archive(at: path) {
                    let archived = try await importArchive(archive, arena: arena, progress: progress)
                    report.outcomes += archived.outcomes
                    report.failures += archived.failures
                    continue
                }
                for source in try reader.named(path) {
                    await attempt(source.locator, &report) { () throws(LedgerError) in
                        try await source.read(self, asked)
                    }
                }
            } catch {
                report.failures.append((Source.shown(path), error))
            }
        }
        try finish(&report, progress)
        return report
    }

    /// Reads what is new in every known source, or in those with these ids. Sources that are now left out of the ledger
    /// are skipped, or refused if asked for by id.
    package func sync(
        only chosen: Set<PublicID>? = nil, progress: @escaping ImportProgress
    ) async throws(LedgerError) -> ImportReport {
        var report = ImportReport()
        let asked = SourceReader.Asked(progress: progress)
        let leftOut = try Set(leftOutSources().map(\.id))
        for source in try store.read({ try $0.sources() }) where !source.isPasted && source.replaced == nil {
            guard chosen?.contains(source.id) ?? !leftOut.contains(source.id) else { continue }
            await attempt(source.locator, known: source, &report) { () throws(LedgerError) in
                try self.admit(source.arena)
                guard let reader = SourceReader.of(source.kind) else {
                    throw LedgerError(.usage, "what you write yourself needs no sync")
                }
                var outcome = try await reader.again(self, source, asked)
                outcome.isKeptCopy = source.droppedName != nil
                return outcome
            }
        }
        try finish(&report, progress)
        return report
    }

    /// Reads all known repositories again, as after a change of who the person is.
    package func readRepositoriesAgain(progress: @escaping ImportProgress) async throws(LedgerError) -> ImportReport {
        let chosen = try store.read { try $0.sources() }.filter { $0.kind == .git }
        return chosen.isEmpty ? ImportReport() : try await sync(only: Set(chosen.map(\.id)), progress: progress)
    }

    /// Reads one source and records an error. The error for a known source says how to remove it.
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
                    "Remove it with \(offer: .removeSource(known.id)), or change this with \(offer: .setUp)."
            }
            if let known, error.code == .unreadable || error.code == .noRepository {
                error.hint = "Bring it back, or, if it is gone for good: \(offer: .removeSource(known.id))"
            }
            report.failures.append((Source.shown(locator), error))
        }
    }

    /// Ends an import by judging events and deriving the timeline, so that the first question is as fast as the second.
    func finish(_ report: inout ImportReport, _ progress: @escaping ImportProgress) throws(LedgerError) {
        // Use a single write for all unchanged sources.
        let read = report.outcomes.filter(\.isToBeNoted).map(\.source)
        if !read.isEmpty { try write { try $0.noteRead(read) } }
        // What became private while it was read leaves the file too.
        try store.finishErasing()
        guard report.outcomes.contains(where: { $0.count != WriteCount() }) else { return }
        if report.outcomes.contains(where: { $0.source.kind.descriptor.isForetelling && $0.count != WriteCount() }) {
            try settleEvents()
        }
        try tellFindings(&report)
        if report.outcomes.contains(where: { $0.source.kind == .git && $0.count != WriteCount() }) {
            report.alsoMine = try alsoMine()
            // One that was read later may have made the name of another longer.
            let names = try Asking(self).sourceNames()
            for index in report.outcomes.indices {
                let source = report.outcomes[index].source
                report.outcomes[index].source.name = names[source.id.description] ?? source.name
            }
        }
        try settleTimeline() { done, all in progress("working out the hours", done, all) }
    }

    /// Finds the source of this kind and place, or creates it. Writes only if something about it is new.
    func source(
        _ kind: SourceKind, at locator: String, name: String, folder: String = "", arena: Arena?
    ) throws(LedgerError) -> Source {
        let known = try store.read { try $0.source(kind, at: locator) }
        if let known, known.locator == locator, known.folder == folder, arena == nil || known.arena == arena {
            return known
        }
        return try write { transaction in
            try world.settleZone(transaction)
            return try transaction.source(kind: kind, locator: locator, name: name, folder: folder, arena: arena)
        }
    }

    /// Derives what has changed, so that the next question need not.
    package func settle(progress: @escaping ImportProgress) throws(LedgerError) {
        try settleTimeline() { done, all in progress("working out the hours", done, all) }
    }
}
