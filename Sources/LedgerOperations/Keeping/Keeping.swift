package import LedgerModel
import LedgerStore
import LocalFiles
import Questions
import TraceSources

/// Export, restore, backups and checks of the file itself.
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

    /// The files of a ledger, which must never be overwritten: its own, and those that SQLite makes beside it.
    package static func files(of path: String) -> [String] { LedgerStore.files(of: path) }

    package func backups() -> [String] { store.backups() }
    /// The backups beside a ledger, newest first. The ledger itself need not open.
    package static func backups(of path: String) -> [String] { LedgerStore.backups(of: path) }
    package func deleteBackups() { store.deleteBackups() }

    package func checks() async throws(LedgerError) -> [Check] {
        var checks = try store.checks()
        let hasGit = await GitRepository.isGitInstalled()
        checks.append(
            Check("git", .required, ok: hasGit, hasGit ? "found" : "not found; install it to read repositories"))
        for summary in try store.read({ try $0.sourceSummaries() })
        where summary.source.canBeReadAgain && !summary.source.isAddress {
            if !fileExists(summary.source.locator) {
                checks.append(
                    Check(
                        "source \(summary.source.name)", .optional, ok: false,
                        "is not where it was; what was read from it stays"))
            }
        }
        return checks
    }
}

/// What is read and where it is stored, in five lines. The first thing that a person is told.
package struct PrivacyFacts: Sendable, Hashable {
    package struct Fact: Sendable, Hashable {
        package var title: String
        package var text: Advice
        /// What does it; `nil` if there is nothing to do.
        package var offer: Offer?
    }

    package let lines: [Fact]

    init(path: String) {
        lines = [
            Fact(
                title: "What is read",
                text: "Only what you name: calendars, repositories and files, one by one, and what you write here."),
            Fact(
                title: "Where it is",
                text: "In one file; files dropped on a page are in a folder beside it: \(path)"),
            Fact(
                title: "Who could read it",
                text:
                    "You, every program that runs under your account, the administrators of this machine, and anyone who has its backups."
            ),
            Fact(
                title: "What leaves",
                text: "Nothing. An address that you give is fetched from its server, and that is all."),
            Fact(
                title: "How to erase it", text: "One piece or one person with \(offer: .forget(nil)); everything with:",
                offer: .eraseLedger(path)),
        ]
    }

    /// What to know if the machine is not one's own.
    package static let employersMachine = """
        If it is, its administrators can read the file, and its backups contain it. Put in it only what you would \
        not mind them reading, leave out what follows, or put the ledger elsewhere: every command takes --ledger PATH, and \
        LIMELIGHT_LEDGER names the place for all of them.
        """
}

extension Keeping {
    package func privacyFacts() -> PrivacyFacts { PrivacyFacts(path: Folders.absolute(store.path)) }
}
