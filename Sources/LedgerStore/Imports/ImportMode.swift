import GRDB
package import LedgerModel

/// How much is written at once: until it ends a crash may lose the last transactions, which the next import or
/// question writes again, and more of the file stays in memory. Never anything that a person wrote by hand.
package final class ImportMode {
    private let store: LedgerStore

    package init(_ store: LedgerStore) throws(LedgerError) {
        self.store = store
        try guarded(store.path) {
            try store.queue.inDatabase { db in
                try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536")
            }
        }
    }

    deinit {
        try? store.queue.inDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -2000")
        }
    }
}
