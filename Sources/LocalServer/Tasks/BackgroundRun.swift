import LedgerModel
import LedgerOperations
import Questions

/// Does one task.
struct BackgroundRun: Sendable {
    let work: BackgroundTask.Work
    let ledger: Ledger

    init(_ work: BackgroundTask.Work, _ ledger: Ledger) {
        self.work = work
        self.ledger = ledger
    }

    func result(_ progress: @escaping ImportProgress) async -> BackgroundTask.Outcome {
        do throws(LedgerError) {
            return try await done(try ledger.beside(), progress)
        } catch {
            return .failed(error)
        }
    }

    private func done(
        _ ledger: Ledger, _ progress: @escaping ImportProgress
    ) async throws(LedgerError) -> BackgroundTask.Outcome {
        switch work {
        case .look(let folder):
            progress("looking through folders", 0, nil)
            return .found(try await ledger.importing.discover([folder], progress: progress))
        case .readFound(let chosen): return .report(try await ledger.importing.perform(chosen, progress: progress))
        case .fetch(let address, let arena):
            return .report(try await ledger.importing.importAll(.calendar, [address], arena: arena, progress: progress))
        case .readDropped(let files, let arena):
            // Also those behind one that ends it.
            defer { for file in files { file.delete() } }
            var report = ImportReport()
            for file in files {
                let one = try await ledger.importing.importDropped(file, arena: arena, progress: progress)
                report.outcomes += one.outcomes
                report.failures += one.failures
            }
            return .report(report)
        case .readAgain(let sources):
            let chosen = sources.isEmpty ? nil : Set(sources.map(\.id))
            return .report(try await ledger.importing.sync(only: chosen, progress: progress))
        case .remove(let source):
            return .said(Importing.removed(try ledger.importing.removeSource(source.id.description)))
        case .makePrivate(let source):
            _ = try ledger.importing.setPrivate(source.id.description, true)
            return .said("\(source.name) keeps its times only.")
        case .endPrivate(let source):
            _ = try ledger.importing.setPrivate(source.id.description, false)
            return .report(try await ledger.importing.sync(only: [source.id], progress: progress))
        case .derive:
            try ledger.importing.settle(progress: progress)
            return .said("")
        }
    }
}
