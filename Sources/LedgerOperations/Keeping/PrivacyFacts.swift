package import LedgerModel
import LedgerStore
import LocalFiles

/// What is read and where it lies, in five lines: the first that anybody is told.
package struct PrivacyFacts: Sendable, Hashable {
    package struct Fact: Sendable, Hashable {
        package var title: String
        package var text: Advice
        /// What does it; nil where nothing is to be done.
        package var offer: Offer?
    }

    package let lines: [Fact]

    init(path: String) {
        lines = [
            Fact(
                title: "What is read",
                text: "Only what you name: calendars, repositories and files, one by one, and what you write here."),
            Fact(
                title: "Where it lies",
                text: "In one file, and what is dropped on a page in a folder beside it: \(path)"),
            Fact(
                title: "Who could read it",
                text: "Your user on this machine, whoever administers it, and whoever holds its backups."),
            Fact(
                title: "What leaves",
                text: "Nothing. An address that you give is fetched from its server, and that is all."),
            Fact(
                title: "How to erase it", text: "One piece or one person with \(offer: .forget(nil)); everything with:",
                offer: .eraseLedger(path)),
        ]
    }

    /// For a machine that is not one's own.
    package static let employersMachine = """
        If it is, whoever administers it can read the file, and the machine’s backups hold it. Keep in it what you would \
        not mind there, leave out what follows, or put the ledger elsewhere: every command takes --ledger PATH, and \
        LIMELIGHT_LEDGER names the place for all of them.
        """
}

extension Keeping {
    package func privacyFacts() -> PrivacyFacts { PrivacyFacts(path: Folders.absolute(store.path)) }
}
