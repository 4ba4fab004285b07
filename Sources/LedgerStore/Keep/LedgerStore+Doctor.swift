import GRDB
package import LedgerModel
import LocalFiles

extension LedgerStore {
    /// Checks the file and what the database can tell about itself.
    package func checks() throws(LedgerError) -> [Check] {
        let isPrivate = FileFacts(path)?.isPrivate ?? true
        var checks = [
            Check(
                "file", .required, ok: isPrivate,
                isPrivate ? "only you may read it" : "others may read it; fix with: chmod 600 \"\(path)\"")
        ]
        let risk = LedgerLocation.risk(path)
        checks.append(
            Check(
                "place", .optional, ok: risk == nil,
                risk.map { "the ledger is \($0), where it can be damaged. \(LedgerLocation.advice)" }
                    ?? "on a disk of this machine"))
        checks += try read { snapshot in
            let db = snapshot.db
            let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check(5)")
            let orphans = try Int.fetchOne(db, sql: "SELECT count(*) FROM pragma_foreign_key_check") ?? 0
            let dirty = try Int.fetchOne(db, sql: "SELECT count(*) FROM shard WHERE dirty_seq > derived_seq") ?? 0
            let rows = try Int.fetchOne(db, sql: "SELECT count(*) FROM evidence") ?? 0
            let findable =
                try Int.fetchOne(
                    db,
                    sql: """
                        SELECT count(*) FROM evidence e WHERE flags & ? = 0
                          AND NOT EXISTS (SELECT 1 FROM search WHERE rowid = e.words)
                        """, arguments: [EvidenceFlags.unsearched.rawValue]) ?? 0
            let mine =
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM identity i JOIN person p ON p.id = i.person_id WHERE p.is_me") ?? 0
            let sound = integrity == ["ok"]
            return [
                Check(
                    Check.database, .required, ok: sound,
                    sound
                        ? "sound, \(rows) \(rows == 1 ? "piece" : "pieces") of evidence"
                        : "damaged"),
                Check(
                    "references", .required, ok: orphans == 0,
                    orphans == 0 ? "all intact" : "\(orphans) rows refer to missing ones"),
                Check(
                    "search", .required, ok: findable == 0,
                    findable == 0 ? "every visible piece can be found" : "\(findable) pieces cannot be found"),
                Check(
                    "timeline", .optional, ok: true,
                    dirty == 0
                        ? "up to date"
                        : "\(dirty) \(dirty == 1 ? "day" : "days") will be derived again with the next question"),
                Check(
                    "you", .optional, ok: mine > 0,
                    mine > 0
                        ? "\(mine) addresses or names are yours"
                        : "no address is known as yours; add one with: \(offer: .addAddress)"),
            ]
        }
        let kept = backups().count
        checks.append(
            Check("backups", .optional, ok: true, kept == 0 ? "none needed yet" : "\(kept) beside the ledger"))
        return checks
    }

    /// Copies from before migrations. They still contain what was forgotten since.
    package func backups() -> [String] { Self.backups(of: path) }
    package static func backups(of path: String) -> [String] { Backup.existing(path) }

    package func deleteBackups() {
        for file in backups() { FileName.remove(file) }
    }
}

/// Gives space back to the disk after much was removed. `VACUUM` would hold the write lock while it writes the whole
/// file. This moves a few pages at a time from the end of the file into free ones, so that a note waits for one short
/// transaction at most.
extension LedgerStore {
    /// Removes free pages from the file if there are enough of them, and returns the number of bytes saved. Stops
    /// without an error if another program holds the ledger for long, since a smaller file is not worth a failure.
    package func shrink() throws(LedgerError) -> Int64 {
        let before = try room()
        guard before.isWorthIt else { return 0 }
        var room = before
        var chunk: Int64 = 64
        while room.free > 0 {
            let began = ContinuousClock.now
            let pages = chunk
            guard try attempt(waiting: true, { try $0.execute(sql: "PRAGMA incremental_vacuum(\(pages))") }) != nil
            else { break }
            let took = ContinuousClock.now - began
            if took > Self.longestStep { chunk = max(16, chunk / 2) } else if took < Self.longestStep / 4 { chunk *= 2 }
            let left = try self.room()
            // Others may fill free pages meanwhile. If the number does not fall, leave the rest for next time.
            guard left.free < room.free else { break }
            room = left
            if room.free > 0 { SystemClock.wait(.milliseconds(3)) }
        }
        // Does not wait for readers. A later checkpoint truncates what they hold.
        _ = try? guarded(path) {
            try queue.inDatabase { db in _ = try Row.fetchAll(db, sql: "PRAGMA wal_checkpoint(PASSIVE)") }
        }
        return max(0, before.pages - room.pages) * before.pageSize
    }

    private static let longestStep = Duration.milliseconds(50)

    private struct Room {
        var pages: Int64
        var free: Int64
        var pageSize: Int64
        /// Whether pages can be given back without rewriting the whole file.
        var isGivenBack: Bool

        /// Whether at least a tenth of the file and a megabyte are free.
        var isWorthIt: Bool { isGivenBack && free * pageSize >= 1 << 20 && free * 10 >= pages }
    }

    private func room() throws(LedgerError) -> Room {
        try read { snapshot in
            func number(_ name: String) throws -> Int64 { try Int64.fetchOne(snapshot.db, sql: "PRAGMA \(name)") ?? 0 }
            return Room(
                pages: try number("page_count"), free: try number("freelist_count"), pageSize: try number("page_size"),
                isGivenBack: try number("auto_vacuum") == 2)
        }
    }
}
