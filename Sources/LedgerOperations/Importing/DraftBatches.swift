import LedgerModel
import LedgerStore
import TraceFormats

/// The events of a calendar as they are to be written, some at a time: together they may be more than memory holds.
struct DraftBatches: Sendable {
    struct Batch: Sendable {
        var drafts: [ReadyDraft] = []
        /// What the calendar still tells, written or not.
        var kept: [PublicID] = []
        /// How many events are in this one and those before.
        var end: Int
    }

    let drafts: CalendarDrafts
    /// What begins later another file of the same calendar tells.
    let bound: Instant?
    let seriesEnd: Instant
    let context: WriteContext
    /// Whether `kept` is needed.
    let keepsAll: Bool

    /// Events in a batch, and between two words on where the import is.
    private static let size = 5_000

    func batch(from start: Int) -> Batch {
        var batch = Batch(end: min(start + Self.size, drafts.count))
        batch.drafts.reserveCapacity(batch.end - start)
        for index in start..<batch.end {
            let draft = Importing.noteIfLogged(drafts[index])
            if let bound, draft.at > bound, !draft.flags.contains(.allDay) { continue }
            if keepsAll { batch.kept.append(draft.id) }
            if Importing.goesOn(draft, asFarAs: seriesEnd) { batch.drafts.append(context.ready(draft)) }
        }
        return batch
    }
}
