import LedgerModel
import LedgerStore
import TraceFormats

/// The events of a calendar, ready to be written in batches, because all of them together may not fit into memory.
struct DraftBatches: Sendable {
    struct Batch: Sendable {
        var drafts: [PreparedDraft] = []
        /// The ids of all events in the calendar, whether or not they are written.
        var kept: [PublicID] = []
        /// The number of events in this batch and those before it.
        var end: Int
    }

    let drafts: CalendarDrafts
    /// Later events come from another file of the same calendar.
    let bound: Instant?
    let seriesEnd: Instant
    let context: WriteContext
    /// Whether to collect `kept`.
    let keepsAll: Bool
    /// The person’s addresses.
    let me: Set<String>

    /// The number of events in a batch, and between two reports of progress.
    private static let size = 5_000

    func batch(from start: Int) -> Batch {
        var batch = Batch(end: min(start + Self.size, drafts.count))
        batch.drafts.reserveCapacity(batch.end - start)
        for index in start..<batch.end {
            let draft = Importing.noteIfLogged(drafts[index], me: me)
            if let bound, draft.at > bound, !draft.flags.contains(.allDay) { continue }
            if keepsAll { batch.kept.append(draft.id) }
            if Importing.goesOn(draft, asFarAs: seriesEnd) { batch.drafts.append(context.ready(draft)) }
        }
        return batch
    }
}
