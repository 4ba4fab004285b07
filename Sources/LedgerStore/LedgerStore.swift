import GRDB
package import LedgerModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The one owner of a ledger file: it migrates when it opens, and every write goes through a named
/// method that keeps the invariants. One configuration serves every opener.
package final class LedgerStore: Sendable {
    package let path: String
    let queue: DatabaseQueue

    package enum Access: Sendable {
        /// Creates the file when it is missing.
        case write
        /// Fails with `.notFound` when the file is missing.
        case existing
    }

    /// Opens a ledger and brings it to this program's schema.
    ///
    /// Throws `.ledgerNewer`, `.notALedger`, `.ledgerDamaged`, `.ledgerLocked`, `.unreadable`.
    package init(path: String, access: Access = .write) throws(LedgerError) {
        self.path = path
        let isNew = !fileExists(path)
        if isNew, access == .existing {
            throw LedgerError(
                .notFound, "there is no ledger here yet", location: path,
                hint: "Start one with `limelight log \"what I did\"`.")
        }
        queue = try guarded(path) {
            if isNew { try Self.createPrivately(path) }
            return try DatabaseQueue(path: path, configuration: Self.configuration)
        }
        try guarded(path) { try Self.prepare(queue, path: path) }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        return configuration
    }

    private static func prepare(_ queue: DatabaseQueue, path: String) throws {
        let version = try queue.inDatabase { db -> Int in
            let version = try Schema.version(db)
            if version == 0 {
                guard try Schema.isBlank(db) else {
                    throw LedgerError(
                        .notALedger, "this file is not a Limelight ledger", location: path,
                        hint: "Name another file with --ledger.")
                }
                try db.execute(sql: "PRAGMA journal_mode = WAL")
            }
            return version
        }
        guard version <= Schema.current else {
            throw LedgerError(
                .ledgerNewer,
                "this ledger was written by a newer Limelight (schema \(version); this one knows \(Schema.current))",
                location: path, hint: "Update Limelight, or name another ledger with --ledger.")
        }
        guard version < Schema.current else { return }
        if version > 0 { try Backup.keep(queue, path: path) }
        try queue.inDatabase { db in
            try db.inTransaction(.exclusive) {
                // Another process may have migrated while this one waited.
                let version = try Schema.version(db)
                if version < Schema.current {
                    try Schema.migrate(db, from: version)
                    if version == 0 { try Meta.seed(db) }
                }
                return .commit
            }
        }
    }

    /// An empty file that only its owner may read.
    private static func createPrivately(_ path: String) throws {
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        if !folder.isEmpty { makeFolders(folder) }
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw LedgerError(
                .unreadable, "the ledger cannot be created", location: path,
                hint: "Check that the folder exists and that you may write to it.")
        }
        close(descriptor)
    }

    private static func makeFolders(_ folder: String) {
        var path = ""
        for part in folder.split(separator: "/") {
            path += (path.isEmpty && !folder.hasPrefix("/") ? "" : "/") + part
            mkdir(path, 0o700)
        }
    }

    func read<Value>(_ work: (Database) throws -> Value) throws(LedgerError) -> Value {
        try guarded(path) { try queue.read(work) }
    }

    func write<Value>(_ work: (Database) throws -> Value) throws(LedgerError) -> Value {
        try guarded(path) {
            try queue.write { db in
                guard try Schema.version(db) == Schema.current else {
                    throw LedgerError(
                        .ledgerNewer, "the ledger was changed by a newer Limelight while this one was running",
                        location: path, hint: "Start again with the newer version.")
                }
                return try work(db)
            }
        }
    }
}

func fileExists(_ path: String) -> Bool { access(path, F_OK) == 0 }
