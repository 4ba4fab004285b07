package import LedgerModel
import LedgerStore
import TraceSources

extension Ledger {
    package func export(_ sink: (String) throws -> Void) throws(LedgerError) { try store.export(sink) }

    package func restore(file: String) throws(LedgerError) {
        let bytes = try FileReader.read(Folders.absolute(file), limit: 4 << 30)
        try store.restore(
            bytes.split(separator: 10, omittingEmptySubsequences: false), fileName: PathName.last(file), now: now)
        try settleTimeline(try store.frame())
    }

    /// What `forget` would take: a piece of evidence, or a person.
    package enum Forgettable: Sendable {
        case piece(PublicID, title: String)
        case person(PublicID, name: String, pieces: Int)
    }

    package func forgettable(_ text: String) throws(LedgerError) -> Forgettable {
        if let person = try people(only: text).first {
            return .person(person.id, name: person.name, pieces: person.evidence)
        }
        let id = try store.resolve(text)
        return .piece(id, title: try store.show(id).draft.title)
    }

    /// Scrubs for good. `undo` does not bring it back, and neither does the next import.
    package func forget(_ what: Forgettable) throws(LedgerError) {
        switch what {
        case .piece(let id, _): try store.forget(id, try context())
        case .person(let id, _, _): try store.forget(person: id, try context())
        }
        try settleTimeline(try store.frame())
    }

    package func backups() -> [String] { store.backups() }
    /// The backups beside a ledger that may not open, newest first.
    package static func backups(of path: String) -> [String] { LedgerStore.backups(of: path) }
    package func deleteBackups() { store.deleteBackups() }

    package func checks() async throws(LedgerError) -> [Check] {
        var checks = try store.checks()
        let hasGit = await GitRepository.isGitInstalled()
        checks.append(
            Check("git", .required, ok: hasGit, hasGit ? "found" : "not found; install it to read repositories"))
        for summary in try store.sourceSummaries()
        where summary.source.kind != .hand && !summary.source.locator.contains("://") {
            if !Folders.exists(summary.source.locator) {
                checks.append(
                    Check(
                        "source \(summary.source.name)", .optional, ok: false, "is not where it was; what it gave stays"
                    ))
            }
        }
        return checks
    }
}
