import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// Addresses that may be the person's too, since they wrote commits under their name.
enum AlsoYours {
    private static let most = 5

    /// Asks about each, and returns whether one is; without a terminal only tells of them.
    static func ask(_ found: [AlsoMine], _ ledger: Ledger) throws -> Bool {
        guard Console.canAsk, !found.isEmpty else {
            tell(found)
            return false
        }
        var isAnotherMe = false
        for one in found.prefix(most) {
            switch Console.ask(question(one) + " [y/n, Enter: ask me later]")?.trimmed.lowercased().first {
            case "y":
                try ledger.importing.addMe(one.identity)
                isAnotherMe = true
            case "n": try ledger.importing.removeMe(one.identity)
            default: break
            }
        }
        return isAnotherMe
    }

    private static func question(_ one: AlsoMine) -> String {
        let commits = Words.digits(one.commits, "commit")
        return "Also yours? \(TerminalText.line(one.identity)) wrote \(commits) as \(TerminalText.line(one.name))."
    }

    static func tell(_ found: [AlsoMine]) {
        for one in found.prefix(most) {
            Console.note(question(one))
        }
        guard let first = found.first else { return }
        if found.count > most { Console.note("And \(found.count - most) more; see `limelight me`.") }
        let address = TerminalText.line(first.identity)
        Console.note("  If so: `limelight me add \(address)`. If not: `limelight me remove \(address)`.")
    }

    static func json(_ found: [AlsoMine]) -> JSON {
        .array(
            found.map { ["identity": .string($0.identity), "name": .string($0.name), "commits": JSON($0.commits)] })
    }
}
