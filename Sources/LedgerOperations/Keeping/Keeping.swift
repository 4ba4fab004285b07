package import LedgerModel
import LedgerStore
import LocalFiles
import TraceSources

/// The file itself: export, restore, backups, checks.
package struct Keeping: LedgerArea {
    let store: LedgerStore
    let world: World

    package func export(_ sink: (String) throws -> Void) throws(LedgerError) { try store.read { try $0.export(sink) } }

    package func restore(file: String) throws(LedgerError) {
        let bytes = try LedgerFiles.read(Folders.absolute(file), limit: 4 << 30)
        try write {
            try $0.restore(bytes.split(separator: 10, omittingEmptySubsequences: false), fileName: PathName.last(file))
        }
        try settleTimeline()
    }

    /// What a ledger consists of, and what must never be written over: its file, and what its database keeps beside it.
    package static func files(of path: String) -> [String] { ["", "-wal", "-shm", "-journal"].map { path + $0 } }

    package func backups() -> [String] { store.backups() }
    /// The backups beside a ledger that may not open, newest first.
    package static func backups(of path: String) -> [String] { LedgerStore.backups(of: path) }
    package func deleteBackups() { store.deleteBackups() }

    package func checks() async throws(LedgerError) -> [Check] {
        var checks = try store.checks()
        let hasGit = await GitRepository.isGitInstalled()
        checks.append(
            Check("git", .required, ok: hasGit, hasGit ? "found" : "not found; install it to read repositories"))
        for summary in try store.read({ try $0.sourceSummaries() })
        where summary.source.kind.descriptor.isRead && !summary.source.isAddress && summary.source.droppedName == nil {
            if !fileExists(summary.source.locator) {
                checks.append(
                    Check(
                        "source \(summary.source.name)", .optional, ok: false, "is not where it was; what it gave stays"
                    ))
            }
        }
        return checks
    }
}
