import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// Asks which commits are the person's, where neither the ledger nor git knows.
struct WhoseCommits {
    private let ledger: Ledger

    init(_ ledger: Ledger) { self.ledger = ledger }

    /// What a script is told, which cannot be asked.
    static let nobody = LedgerError(
        .noIdentity, "nobody is known as you, so no commit can be yours",
        hint: "Say which mail address or name your commits carry: limelight me add ADDRESS. Then run this again.")

    /// Whether anything was said. Nobody at a terminal says nothing.
    func ask(_ whose: ImportPlan.WhoseCommits) throws(LedgerError) -> Bool {
        guard Console.canAsk else { return false }
        let authors = whose.authors
        Console.note("\(ImportPlan.WhoseCommits.title) \(ImportPlan.WhoseCommits.reason)")
        if !authors.isEmpty { Console.note("These write most in what was found:") }
        for (index, author) in authors.enumerated() {
            let commits = Words.digits(author.commits, "commit")
            Console.note("  \(index + 1). \(TerminalText.line(author.label)), \(commits)")
        }
        while true {
            let question =
                authors.isEmpty
                ? "Which mail address or name do your commits carry? Enter to go on without:"
                : "Which do your commits carry? A number, or a mail address or name; Enter to go on without:"
            let answer = Console.ask(question)?.trimmed ?? ""
            if answer.isEmpty { return false }
            guard let identities = whose.identities(answer) else {
                Console.note("  That is none of these numbers.")
                continue
            }
            for identity in identities { try ledger.importing.addMe(identity) }
            Console.note("Kept. See and change it with: limelight me")
            return true
        }
    }
}
