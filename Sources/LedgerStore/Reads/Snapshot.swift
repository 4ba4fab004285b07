import GRDB
import LedgerModel

/// One state of a ledger to read from: whatever is read through it was true at one moment.
///
/// It is good inside the `read` or the transaction that hands it out, and nowhere else.
package struct Snapshot {
    let db: Database

    init(_ db: Database) { self.db = db }

    /// Raised with every change: two answers of one revision are of one state.
    package var revision: Int64 { get throws { try Meta.revision(db) } }

    /// The zone of the first write, kept so that later ones elsewhere mean the same days.
    package var homeZone: String? { get throws { try Meta.get(db, .zone) } }
}
