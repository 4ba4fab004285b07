import LedgerModel
import LedgerOperations

/// Something that takes long and goes on whatever page is open.
struct BackgroundTask: Sendable {
    enum Work: Sendable {
        /// Looks for sources below a folder; reads none.
        case look(folder: String)
        case readFound(Importing.Chosen)
        /// A calendar at an address.
        case fetch(address: String, Arena?)
        case readDropped([DroppedFile], Arena?)
        /// Known sources once more; all when there are none.
        case readAgain([Source])
        case remove(Source)
        /// Titles and people out of a source for good.
        case makePrivate(Source)
        case endPrivate(Source)
        /// What changed is reckoned anew.
        case derive
    }

    enum Outcome: Sendable {
        case report(ImportReport)
        case found(ImportPlan)
        /// In one sentence what was done.
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
    /// What is asked for twice before it begins is done once.
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

    /// What it is, while it goes on: `Reading work.ics`.
    var title: String {
        switch self {
        case .look(let folder): "Looking below \(folder)"
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
        case .makePrivate(let source): "Taking titles and people out of \(source.name)"
        case .endPrivate(let source): "Reading \(source.name) with its titles"
        case .derive: "CompiledJob the hours anew"
        }
    }
}
