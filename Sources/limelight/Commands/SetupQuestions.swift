import ArgumentParser
import LedgerModel
import LedgerOperations
import Renderings

/// Asks the five questions at a terminal. Enter leaves an answer as it is.
struct SetupQuestions {
    private let ledger: Ledger

    init(_ ledger: Ledger) { self.ledger = ledger }

    /// What is read and where it is stored.
    var facts: [(name: String, text: String)] {
        ledger.keeping.privacyFacts().lines.flatMap { line in
            [(line.title, line.text.words)] + (line.offer.map { [("", $0.command)] } ?? [])
        }
    }

    func ask(_ sheet: inout JobEditing.SetupSheet) async throws {
        Console.note(facts)
        Console.note("")
        try askAboutMachine(&sheet)
        Console.note(
            "\nOne item per line; an empty line ends an answer. Enter alone leaves an answer as it is.\n-2 removes the second line, e opens the answer in your editor, Ctrl-C leaves without changing anything."
        )
        for box in JobBox.allCases {
            let before = sheet.answers[box]
            var problem: LedgerError?
            repeat {
                let typed = sheet.answers[box]
                try await ask(box, &sheet.answers, problem)
                // If the answer has a problem, Enter alone restores the earlier answer.
                if problem != nil, sheet.answers[box] == typed { sheet.answers[box] = before }
                problem = self.problem(sheet)
            } while problem != nil
        }
    }

    private func askAboutMachine(_ sheet: inout JobEditing.SetupSheet) throws {
        let isKnown = !sheet.leavesOut.isEmpty
        guard yes(try line("Is this your employer’s machine? \(isKnown ? "[Y/n]" : "[y/N]")"), else: isKnown) else {
            sheet.leavesOut = []
            return
        }
        Console.note(PrivacyFacts.employersMachine)
        for what in LeftOut.allCases {
            let isOut = sheet.leavesOut.contains(what)
            Console.note(what.effect)
            if yes(try line("Leave out \(what.label)? \(isOut ? "[Y/n]" : "[y/N]")"), else: isOut) {
                sheet.leavesOut.insert(what)
            } else {
                sheet.leavesOut.remove(what)
            }
        }
    }

    /// What prevents the answers from being saved: reported at its question rather than at the end.
    private func problem(_ sheet: JobEditing.SetupSheet) -> LedgerError? {
        do throws(LedgerError) {
            _ = try ledger.myJob.setupChange(sheet.answers, leavesOut: sheet.leavesOut)
            return nil
        } catch {
            return error
        }
    }

    /// The most lines of an answer that are shown; the rest is counted.
    private static let mostShown = 20

    /// - Parameter problem: what prevents the current answer from being saved.
    private func ask(_ box: JobBox, _ answers: inout JobAnswers, _ problem: LedgerError?) async throws {
        let isSecond = box == .possible
        Console.note(isSecond ? "\n     \(box.label)" : "\n\(box.number)/5  \(box.question)")
        Console.note("     \(box.hint)")
        var lines = JobAnswers.lines(of: answers[box]).filter { !$0.isEmpty }
        if lines.isEmpty { Console.note("     for example: \(box.examples.joined(separator: "  |  "))") }
        for (index, line) in lines.prefix(Self.mostShown).enumerated() {
            Console.note("  \(index + 1). \(TerminalText.line(line))")
        }
        if lines.count > Self.mostShown {
            Console.note("     and \(lines.count - Self.mostShown) more; e opens all of them in your editor.")
        }
        if let problem {
            Console.report(problem)
            Console.note("  Enter alone restores this answer as it was.")
        }
        var taken: Set<Int> = []
        while true {
            let typed = try line("  >").trimmed
            if typed.isEmpty { break }
            if typed == "e" {
                let text = lines.indices.filter { !taken.contains($0) }.map { lines[$0] }.joined(separator: "\n")
                do throws(LedgerError) {
                    answers[box] = try await Editor.edit(text + "\n", name: "\(box.rawValue).txt").trimmed
                    return
                } catch {
                    Console.report(error)
                    continue
                }
            }
            if let number = Int(typed), number < 0, number >= -lines.count {
                taken.insert(-number - 1)
                Console.note("     removed: \(TerminalText.line(lines[-number - 1]))")
            } else {
                lines.append(typed)
            }
        }
        answers[box] = lines.indices.filter { !taken.contains($0) }.map { lines[$0] }.joined(separator: "\n")
    }

    /// Closing the terminal changes nothing.
    private func line(_ question: String) throws -> String {
        guard let answer = Console.ask(question) else {
            Console.note("\nNothing was changed.")
            throw ExitCode(1)
        }
        return answer
    }

    private func yes(_ answer: String, else usual: Bool) -> Bool {
        let word = answer.trimmed.lowercased()
        return word.isEmpty ? usual : word.hasPrefix("y")
    }
}
