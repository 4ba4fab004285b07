import LedgerModel
import LedgerOperations
import Questions

/// Work that takes long and continues whatever page is open.
struct BackgroundTask: Sendable {
    enum Work: Sendable {
        /// Looks for sources in a folder; reads none.
        case look(folder: String)
        case readFound(Importing.Chosen)
        /// A calendar at an address.
        case fetch(address: String, Arena?)
        case readDropped([DroppedFile], Arena?)
        /// Reads known sources again; all of them if the list is empty.
        case readAgain([Source])
        case remove(Source)
        /// Removes titles and people from a source for good.
        case makePrivate(Source)
        case endPrivate(Source)
        /// Computes again what has changed.
        case derive
    }

    enum Outcome: Sendable {
        case report(ImportReport)
        case found(ImportPlan)
        /// What was done, in one sentence.
        case said(String)
        case failed(LedgerError)
    }

    enum State: Sendable {
        case waiting
        case running(what: String, done: Int, of: Int?)
        case over(Outcome)
    }

    let id: Int
    let work: Work
    var state = State.waiting

    var isOver: Bool {
        if case .over = state { return true }
        return false
    }
}

extension BackgroundTask.Work {
    /// Work that is asked for twice before it begins is done once.
    func isSame(as other: BackgroundTask.Work) -> Bool {
        switch (self, other) {
        case (.look(let a), .look(let b)): a == b
        case (.fetch(let a, _), .fetch(let b, _)): a == b
        case (.readAgain(let a), .readAgain(let b)): a.map(\.id) == b.map(\.id)
        case (.remove(let a), .remove(let b)), (.makePrivate(let a), .makePrivate(let b)),
            (.endPrivate(let a), .endPrivate(let b)):
            a.id == b.id
        case (.derive, .derive): true
        default: false
        }
    }

    /// What is shown while it runs: `Reading work.ics`.
    var title: String {
        switch self {
        case .look(let folder): "Looking in \(folder)"
        case .readFound(let chosen):
            chosen.count == 1 ? "Reading \(chosen[0].found.name)" : "Reading \(chosen.count) sources"
        case .fetch(let address, _): "Reading \(Source.host(of: address) ?? "an address")"
        case .readDropped(let files, _): files.count == 1 ? "Reading \(files[0].name)" : "Reading \(files.count) files"
        case .readAgain(let sources):
            switch sources.count {
            case 0: "Reading all sources again"
            case 1: "Reading \(sources[0].name) again"
            default: "Reading \(sources.count) sources again"
            }
        case .remove(let source): "Removing \(source.name)"
        case .makePrivate(let source): "Removing titles and people from \(source.name)"
        case .endPrivate(let source): "Reading \(source.name) with its titles"
        case .derive: "Working out the hours again"
        }
    }
}

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
            // Also the files after one that fails.
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
            return .said("Only the times of \(source.name) are kept.")
        case .endPrivate(let source):
            _ = try ledger.importing.setPrivate(source.id.description, false)
            return .report(try await ledger.importing.sync(only: [source.id], progress: progress))
        case .derive:
            try ledger.importing.settle(progress: progress)
            return .said("")
        }
    }
}
