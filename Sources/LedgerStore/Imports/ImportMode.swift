import GRDB
package import LedgerModel

/// Makes writes of an import faster for as long as it lives: SQLite syncs less often and caches more. A crash may lose
/// the last transactions, but the next import or question writes them again. Not for anything that a person wrote.
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
