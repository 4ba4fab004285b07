import GRDB
package import LedgerModel
import LocalFiles

extension LedgerStore {
    /// Looks at the file and at what the database itself can tell.
    package func checks() throws(LedgerError) -> [Check] {
        let isPrivate = FileFacts(path)?.isPrivate ?? true
        var checks = [
            Check(
                "file", .required, ok: isPrivate,
                isPrivate ? "only you may read it" : "others may read it; mend with: chmod 600 \"\(path)\"")
        ]
        let risk = LedgerLocation.risk(path)
        checks.append(
            Check(
                "place", .optional, ok: risk == nil,
                risk.map { "the ledger lies \($0), where it can be damaged. \(LedgerLocation.advice)" }
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
                        ? "sound, \(rows) pieces of evidence"
                        : "damaged"),
                Check(
                    "references", .required, ok: orphans == 0,
                    orphans == 0 ? "all whole" : "\(orphans) rows point nowhere"),
                Check(
                    "search", .required, ok: findable == 0,
                    findable == 0 ? "every visible piece can be found" : "\(findable) pieces cannot be found"),
                Check(
                    "timeline", .optional, ok: true,
                    dirty == 0 ? "up to date" : "\(dirty) days are derived again with the next question"),
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

    /// Copies from before a migration, which still hold what was forgotten since.
    package func backups() -> [String] { Self.backups(of: path) }
    package static func backups(of path: String) -> [String] { Backup.existing(path) }

    package func deleteBackups() {
        for file in backups() { FileName.remove(file) }
    }
}
