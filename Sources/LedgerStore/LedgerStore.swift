import GRDB
package import LedgerModel
import LocalFiles
import Synchronization

/// The only owner of a ledger file. It migrates the file when it opens it, and every write goes through a named method
/// that keeps the invariants.
package final class LedgerStore: Sendable {
    package let path: String
    /// False for an empty ledger in memory, which has no file.
    package let isBegun: Bool
    let queue: DatabaseQueue
    let fetchTimeout: BusyWait
    let schema: Schema
    private let remark: @Sendable (String) -> Void
    private let isRemarked = Atomic(false)

    package enum Access: Sendable {
        /// Creates the file if it is missing.
        case write
        /// Fails with `.notFound` if the file is missing.
        case existing
        /// An empty ledger in memory. The path is only its name; no file is made there.
        case blank
    }

    /// Opens a ledger and brings it to this program's schema.
    ///
    /// Throws `.ledgerNewer`, `.notALedger`, `.ledgerDamaged`, `.ledgerLocked`, `.ledgerInUse`, `.unreadable`,
    /// `.unwritable`.
    ///
    /// - Parameter remark: Called at most once, before the first write of a person or an import, if the ledger is in a
    ///   place where it can be damaged.
    package init(
        path: String, access: Access = .write, schema: Schema = .shipped,
        remark: @escaping @Sendable (String) -> Void = { _ in }
    ) throws(LedgerError) {
        self.path = path
        isBegun = access != .blank
        self.schema = schema
        self.remark = remark
        guard isBegun else {
            fetchTimeout = BusyWait()
            queue = try guarded(path) { try DatabaseQueue(configuration: Self.configuration(BusyWait())) }
            try guarded(path) { try Self.fill(queue, schema: schema) }
            return
        }
        let isNew = !fileExists(path)
        if isNew, access == .existing {
            throw LedgerError(
                .notFound, "there is no ledger here yet", location: path,
                hint: "Start one with \(offer: .note("what I did")).")
        }
        let fetchTimeout = BusyWait()
        self.fetchTimeout = fetchTimeout
        queue = try guarded(path) {
            if isNew { try Self.createPrivately(path) }
            return try Self.opened(path, fetchTimeout, schema)
        }
    }

    /// The files of a ledger: its own, and those that SQLite makes beside it.
    package static func files(of path: String) -> [String] { ["", "-wal", "-shm", "-journal"].map { path + $0 } }

    /// Opens the same file with a separate connection, to read while this one writes.
    package func beside() throws(LedgerError) -> LedgerStore {
        try LedgerStore(path: path, access: .existing, schema: schema)
    }

    private static func opened(_ path: String, _ fetchTimeout: BusyWait, _ schema: Schema) throws -> DatabaseQueue {
        let configuration = configuration(fetchTimeout)
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try prepare(queue, path: path, schema: schema)
            return queue
        } catch let error as DatabaseError {
            guard error.resultCode == .SQLITE_CANTOPEN, ReadOnlyLedger.isOne(path) else { throw error }
            let queue = try ReadOnlyLedger.open(path, configuration)
            try prepare(queue, path: path, schema: schema)
            return queue
        }
    }

    private static func fill(_ queue: DatabaseQueue, schema: Schema) throws {
        try queue.write { db in
            try schema.migrate(db, from: 0)
            try Meta.seed(db)
        }
    }

    private static func configuration(_ fetchTimeout: BusyWait) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .callback { fetchTimeout.waits(after: $0) }
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            // Checkpoint every 24 MB, so that pages which many transactions of an import touch are moved once. All
            // connections have the same bound, so a note written meanwhile does not checkpoint for the import.
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 6000")
        }
        return configuration
    }

    private static func prepare(_ queue: DatabaseQueue, path: String, schema: Schema) throws {
        let version = try queue.inDatabase { db -> Int in
            let version = try Schema.version(db)
            guard try version == 0 ? Schema.isBlank(db) : Schema.isOurs(db) else {
                throw LedgerError(
                    .notALedger, "this file is not a Limelight ledger", location: path,
                    hint: "Name another file with --ledger.")
            }
            // An empty file that existed before may be readable by others.
            if version == 0 { FileName.makePrivate(path) }
            return version
        }
        guard version <= schema.current else {
            throw LedgerError(
                .ledgerNewer,
                "this ledger was written by a newer Limelight (schema \(version); this one knows \(schema.current))",
                location: path, hint: "Update Limelight, or name another ledger with --ledger.")
        }
        if version < schema.current { try Migration.run(queue, path: path, to: schema) }
    }

    /// Creates an empty file that only its owner may read.
    private static func createPrivately(_ path: String) throws {
        Folders.makeAll(PathName.folder(path))
        guard PrivateFile.makeEmpty(path) else {
            throw LedgerError(
                .unwritable, "the ledger cannot be created", location: path,
                hint: "Check that the folder exists and that you may write to it.")
        }
    }

    /// Reads from a single state of the ledger. Writes that happen meanwhile are not visible.
    ///
    /// The snapshot is valid only inside `work`, and `work` must not open another.
    package func read<Value>(_ work: (Snapshot) throws -> Value) throws(LedgerError) -> Value {
        try guarded(path, isReading: true) {
            try queue.read { db in
                try checkSchema(db)
                return try work(Snapshot(db))
            }
        }
    }

    /// Warns once if the ledger is in a place where it can be damaged.
    package func remarkOnce() {
        guard !isRemarked.exchange(true, ordering: .relaxed), let risk = LedgerLocation.risk(path) else { return }
        remark("\(path): the ledger is \(risk), where it can be damaged.\n  \(LedgerLocation.advice)")
    }

    /// Writes everything that `work` writes, or nothing.
    ///
    /// - Parameter context: What an import already knows. If `nil`, it is read from My job when needed.
    package func write<Value>(
        at now: Instant, _ context: WriteContext? = nil, _ work: (Transaction) throws -> Value
    ) throws(LedgerError) -> Value {
        remarkOnce()
        var isToBeCompacted = false
        let value = try guarded(path) {
            try queue.write { db in
                try checkSchema(db)
                let transaction = Transaction(db, at: now, context)
                let value = try work(transaction)
                try transaction.finish()
                isToBeCompacted = transaction.isToBeCompacted
                return value
            }
        }
        if isToBeCompacted { try compact() }
        return value
    }

    /// Rewrites the file if an import took words out of it: once at its end, and not with each of its transactions. One
    /// that was ended before leaves it to the next.
    package func finishErasing() throws(LedgerError) {
        if try read({ try Meta.get($0.db, .isToBeCompacted) }) != nil { try compact() }
    }

    /// Removes erased text from free pages, the search index and the log too.
    private func compact() throws(LedgerError) {
        try guarded(path) {
            try queue.inDatabase { db in
                try db.execute(sql: "INSERT INTO search (search) VALUES ('optimize')")
            }
            try queue.vacuum()
            try queue.inDatabase { db in
                try Meta.remove(db, .isToBeCompacted)
                _ = try Row.fetchAll(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
        }
    }

    /// Checks the schema inside the transaction of each read and write. A newer program may have migrated the file
    /// since it was opened, and figures read from changed tables would be wrong.
    private func checkSchema(_ db: Database) throws {
        guard try Schema.version(db) == schema.current else {
            throw LedgerError(
                .ledgerNewer, "the ledger was changed by a newer Limelight while this one was running",
                location: path, hint: "Start again with the newer version.")
        }
    }
}
