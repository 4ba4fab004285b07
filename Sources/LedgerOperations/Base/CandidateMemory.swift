import LedgerModel
import Questions
import Synchronization

/// The candidates that were made last, for as long as the ledger would say the same again.
///
/// They come from a year of pieces, and a page that shows them is loaded again after each answer and each `undo`. What
/// they are changes with the ledger, with the day, and when something that was ahead has begun.
final class CandidateMemory: Sendable {
    struct Key: Hashable {
        var path: String
        var revision: Int64
        var period: Period
        var today: CivilDay
        var zones: ZoneHistory
    }

    private struct Item {
        var key: Key
        /// From the moment at which they were made to the first at which another piece counts.
        var holds: Interval
        var candidates: Candidates
    }

    /// A quarter, a year, and those of a review.
    private static let most = 4
    private let items = Mutex<[Item]>([])

    func candidates(_ key: Key, at now: Instant) -> Candidates? {
        items.withLock { items in items.first { $0.key == key && $0.holds.contains(now) }?.candidates }
    }

    func keep(_ candidates: Candidates, as key: Key, while holds: Interval) {
        items.withLock { items in
            items.removeAll { $0.key == key || $0.key.path == key.path && $0.key.revision != key.revision }
            items = [Item(key: key, holds: holds, candidates: candidates)] + items.prefix(Self.most - 1)
        }
    }
}
