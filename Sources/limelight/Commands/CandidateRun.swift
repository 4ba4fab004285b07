import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// One session of `result suggest`: goes through the candidates of a period, and saves each answer at once.
struct CandidateRun {
    let ledger: Ledger
    let period: Period
    private var list: [Candidate] = []
    /// The place of the candidate that is asked about.
    private var place = 0
    private var steps: [Step] = []
    /// The pieces of the candidate that is next; empty for the one that takes the place of the one before.
    private var next: Set<PublicID> = []
    private let hasKeys = Console.canAsk

    /// What was done in this session and not undone.
    private struct Step {
        /// The action; `nil` if only the next one was asked about.
        var action: String?
        var candidate: Candidate
        /// The result that was made.
        var result: PublicID?
    }

    init(ledger: Ledger, period: Period) {
        self.ledger = ledger
        self.period = period
    }

    mutating func begin() throws {
        var found = try ledger.asking.candidates(period)
        guard !found.list.isEmpty else {
            Console.print(found.document())
            throw ExitCode(1)
        }
        list = found.list
        var isFirst = true
        while place < list.count {
            if !isFirst { Console.print("") }
            Console.print(
                CandidateOutput.document(
                    list[place], place, of: list.count, withKeys: isFirst || hasKeys,
                    // One key is one digit.
                    upTo: hasKeys ? min(9, list.count) : list.count))
            isFirst = false
            guard try hear(list[place]) else { break }
            found = try ledger.asking.candidates(period)
            list = found.list
            place = list.firstIndex { !next.isDisjoint(with: $0.pieces) } ?? place
            next = []
        }
        let kept = steps.count { $0.result != nil }
        let said = steps.count { $0.action != nil }
        guard said > 0 else { return }
        let results = kept > 0 ? "\(Words.count(kept, "result").sentence) kept. " : ""
        Console.say("\n\(results)To undo the last answer: limelight undo")
    }

    // MARK: answers

    /// Reads answers until one moves on or back; false to stop.
    private mutating func hear(_ candidate: Candidate) throws -> Bool {
        while let line = Console.answer(hasKeys) {
            let (word, rest) = Self.parts(line)
            do throws(LedgerError) {
                switch word {
                case "q", "quit": return false
                case "", "n", "next":
                    steps.append(Step(candidate: candidate))
                    place += 1
                    return true
                case "k", "keep":
                    if try keep(candidate, rest) { return true }
                case "s", "strike":
                    steps.append(Step(action: try ledger.results.strike(candidate), candidate: candidate))
                    Console.say("No result. It is not offered again.")
                    return true
                case "l", "later":
                    steps.append(Step(action: try ledger.results.later(candidate), candidate: candidate))
                    Console.say("Later: it is offered again \(try again()).")
                    return true
                case "m", "merge":
                    if try merge(candidate) { return true }
                case "x", "split":
                    if try split(candidate) { return true }
                case "u", "undo":
                    if try undo() { return true }
                default:
                    if let number = Int(word), list.indices.contains(number - 1) {
                        place = number - 1
                        return true
                    }
                    let what = hasKeys ? "press a key from the list" : "write a key, a word or a number"
                    Console.note("“\(word.prefix(40))” is not one of the answers; \(what).")
                }
            } catch {
                guard [.usage, .notFound, .changedMeanwhile, .nothingToUndo].contains(error.code) else { throw error }
                Console.report(error)
            }
        }
        return false
    }

    /// When what was put off comes back, and where if its quarter is over by then.
    private func again() throws(LedgerError) -> String {
        let day = try ledger.asking.zones().day(of: ledger.asking.now) + Results.putOff
        let weeks = "in \(Words.count(Int(Results.putOff / 7), "week"))"
        return day < period.until ? weeks : "\(weeks), among those of \(period.text)"
    }

    /// `keep Sorts rows` is an answer and words.
    private static func parts(_ line: String) -> (word: String, rest: String) {
        let parts = line.split(separator: " ", maxSplits: 1)
        return (parts.first.map { $0.lowercased() } ?? "", parts.count > 1 ? parts[1].trimmed : "")
    }

    private mutating func keep(_ candidate: Candidate, _ words: String) throws(LedgerError) -> Bool {
        var wording = words.isEmpty ? candidate.wording : words
        if hasKeys {
            Console.note("What changed, the result first? Enter keeps these words:")
            guard let typed = Console.edit(candidate.wording), !typed.trimmed.isEmpty else {
                Console.say("Nothing was kept.")
                return true
            }
            // What was left as it is keeps what a terminal does not show.
            if typed != TerminalText.line(candidate.wording) { wording = typed.trimmed }
        }
        let kept = try ledger.results.keep(candidate, wording: wording)
        steps.append(Step(action: kept.action, candidate: candidate, result: kept.result))
        Console.say("Kept: \(TerminalText.line(wording)), on \(Words.count(candidate.pieces.count, "piece")).")
        return true
    }

    /// With the one above: the result that was made of it, if it was kept just now, else the candidate that is still
    /// there.
    private mutating func merge(_ candidate: Candidate) throws(LedgerError) -> Bool {
        if let result = steps.last?.result {
            let action = try ledger.results.add(candidate, to: result)
            steps.append(Step(action: action, candidate: candidate))
            Console.say("One with the result you kept.")
            return true
        }
        guard place > 0 else {
            Console.note("There is none above it to merge it with.")
            return false
        }
        let above = list[place - 1]
        steps.append(Step(action: try ledger.results.merge(candidate, with: above), candidate: candidate))
        next = Set(candidate.pieces)
        Console.say("One with “\(TerminalText.line(above.wording))”.")
        return true
    }

    private mutating func split(_ candidate: Candidate) throws(LedgerError) -> Bool {
        guard candidate.pieces.count > 1 else {
            Console.note("It has one piece only.")
            return false
        }
        let (titles, zones) = (try ledger.asking.glimpses(candidate.pieces), try ledger.asking.zones())
        Console.say("Space: it leaves. Enter: it stays. A dot: so do all the others.")
        var leaving: Set<PublicID> = []
        pieces: for (index, piece) in candidate.pieces.enumerated() {
            let title = TerminalText.line(titles[piece]?.title ?? piece.description)
            let day = titles[piece].map { ", \(Period.date(zones.day(of: $0.at)))" } ?? ""
            Console.say([("\(index + 1).", title + day)])
            while true {
                switch Console.answer(hasKeys)?.lowercased() {
                case " ", "space", "leaves":
                    leaving.insert(piece)
                    if hasKeys { Console.say("    It leaves.") }
                    continue pieces
                case "", "stays": continue pieces
                case ".": break pieces
                case nil:
                    Console.say("Nothing was split.")
                    return false
                case let word?:
                    let what = hasKeys ? "press space, Enter or a dot" : "write leaves, stays or a dot"
                    Console.note("“\(word.prefix(40))” is not one of the answers; \(what).")
                }
            }
        }
        let action = try ledger.results.split(candidate, leaving: leaving)
        steps.append(Step(action: action, candidate: candidate))
        next = Set(candidate.pieces)
        Console.say("\(Words.count(leaving.count, "piece").sentence) taken out.")
        return true
    }

    /// Goes back to the candidate before, and takes back what was said of it. Returns whether there was one.
    private mutating func undo() throws(LedgerError) -> Bool {
        guard let last = steps.last else {
            Console.note("There is no answer to undo in this session; for earlier ones: limelight undo")
            return false
        }
        if let action = last.action {
            Console.say("Undone: \(try ledger.keeping.undo(only: action).sentence).")
        } else {
            Console.say("Back.")
        }
        steps.removeLast()
        next = Set(last.candidate.pieces)
        return true
    }
}
