import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// Asks about lines of notes one by one, and keeps all answers at the end as one action.
struct NoteLinesTalk {
    private let ledger: Ledger
    private let hasKeys = Console.canAsk

    init(_ ledger: Ledger) { self.ledger = ledger }

    /// Asks until the lines are through or the person stops.
    func hold(_ lines: [Results.NoteLine]) throws {
        Console.note(
            "\(Words.count(lines.count, "line").sentence) of your notes could be kept. y keep, e edit, n no, Enter later, u back, q stop."
        )
        var answers: [Results.NoteLineAnswer?] = []
        while answers.count < lines.count {
            let line = lines[answers.count]
            Console.note(
                "\n\(answers.count + 1) of \(lines.count)  \(line.span.text), \(line.becomes)\n  \(TerminalText.line(line.text))"
            )
            guard let word = ask(line) else { break }
            switch word {
            case .answer(let answer): answers.append(answer)
            case .back: _ = answers.popLast()
            }
        }
        let kept = try ledger.results.keep(zip(lines, answers).compactMap { line, answer in answer.map { (line, $0) } })
        Self.say(kept)
    }

    static func say(_ kept: Results.KeptNoteLines) {
        let isAnything = !kept.claims.isEmpty || kept.wanted > 0 || kept.refused > 0
        Console.say(kept.sentence + (isAnything ? " To undo: limelight undo" : ""))
    }

    private enum Word {
        /// `nil` to be asked another time.
        case answer(Results.NoteLineAnswer?)
        case back
    }

    /// `nil` to stop.
    private func ask(_ line: Results.NoteLine) -> Word? {
        while true {
            if hasKeys { Console.whisper("  [y/e/n] ") }
            guard let typed = Console.answer(hasKeys) else { return nil }
            if hasKeys { Console.whisper(typed + "\n") }
            let word = typed.lowercased()
            switch word {
            case "y", "yes": return .answer(.keep(line.text))
            case "n", "no": return .answer(.no)
            case "", "l", "later": return .answer(nil)
            case "u", "undo", "back": return .back
            case "q", "quit": return nil
            case "e", "edit":
                guard let words = hasKeys ? Console.edit(line.text) : "", !words.trimmed.isEmpty else {
                    Console.note(hasKeys ? "  Left as it is." : "  Write the words behind it: e NEW WORDS")
                    continue
                }
                return .answer(.keep(words.trimmed))
            default:
                if word.hasPrefix("e "), !hasKeys { return .answer(.keep(typed.dropFirst(2).trimmed)) }
                Console.note("  “\(TerminalText.line(String(typed.prefix(40))))” is not one of the answers.")
            }
        }
    }
}
