import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// Asks which commits are the person's if neither the ledger nor git knows.
struct WhoseCommits {
    private let ledger: Ledger

    init(_ ledger: Ledger) { self.ledger = ledger }

    /// The error for a script, which cannot be asked.
    static let nobody = LedgerError(
        .noIdentity, "no address or name is known as yours, so no commit can be yours",
        hint: "Say which mail address or name your commits carry: limelight me add ADDRESS. Then run this again.")

    /// True if the person answered. Without a terminal, false.
    func ask(_ whose: ImportPlan.WhoseCommits) throws(LedgerError) -> Bool {
        guard Console.canAsk else { return false }
        let authors = whose.authors
        Console.note("\(ImportPlan.WhoseCommits.title) \(ImportPlan.WhoseCommits.reason)")
        if !authors.isEmpty { Console.note("These have the most commits in what was found:") }
        for (index, author) in authors.enumerated() {
            let commits = Words.digits(author.commits, "commit")
            Console.note("  \(index + 1). \(TerminalText.line(author.label)), \(commits)")
        }
        while true {
            let question =
                authors.isEmpty
                ? "Which mail address or name do your commits carry? Enter to continue without:"
                : "Which do your commits carry? A number, or a mail address or name; Enter to continue without:"
            let answer = Console.ask(question)?.trimmed ?? ""
            if answer.isEmpty { return false }
            guard let identities = whose.identities(answer) else {
                Console.note("  That is not one of these numbers.")
                continue
            }
            for identity in identities { try ledger.importing.addMe(identity) }
            Console.note("Saved. See and change it with: limelight me")
            return true
        }
    }
}
