import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions

/// One session of `correct --next`: asks what kind of work a title was, and saves each answer at once.
struct KindRun {
    let ledger: Ledger
    let sheet: KindSheet
    /// How many pieces have been passed, and what was done about each; `nil` for later.
    private var actions: [String?] = []
    private let hasKeys = Console.canAsk

    init(ledger: Ledger, sheet: KindSheet) {
        self.ledger = ledger
        self.sheet = sheet
    }

    mutating func begin() throws {
        guard !sheet.pieces.isEmpty else {
            Console.print(KindOutput.empty(sheet))
            throw ExitCode(1)
        }
        while actions.count < sheet.pieces.count {
            let piece = sheet.pieces[actions.count]
            let isFirst = actions.isEmpty
            if !isFirst { Console.print("") }
            Console.print(KindOutput.document(piece, sheet, withKeys: isFirst || hasKeys))
            guard try hear(piece) else { break }
        }
        let said = actions.count { $0 != nil }
        guard said > 0 else { return }
        Console.say(
            "\n\(Words.count(said, "kind of work", "kinds of work").sentence) said. To undo the last one: limelight undo"
        )
    }

    /// Reads answers until one moves on or back; false to stop.
    private mutating func hear(_ piece: OpenKind) throws -> Bool {
        while let word = Console.answer(hasKeys) {
            switch word.lowercased() {
            case "": continue
            case "q", "quit": return false
            case "l", "later":
                actions.append(nil)
                Console.say("Later.")
                return true
            case "u", "undo":
                if try undo() { return true }
            case "y", "yes":
                guard let learned = piece.learned else {
                    Console.note("There is no guess to agree to.")
                    continue
                }
                return try say(learned.worth, of: piece)
            case let word:
                guard let kind = SortKind.named(word.count == 1 ? word.uppercased() : word) else {
                    let what = hasKeys ? "press a key from the list" : "write a key or a kind of work"
                    Console.note("“\(word.prefix(40))” is not one of the answers; \(what).")
                    continue
                }
                return try say(kind.worth, of: piece)
            }
        }
        return false
    }

    private mutating func say(_ worth: Worth, of piece: OpenKind) throws -> Bool {
        actions.append(try ledger.capture.sayKind(worth, of: piece.all))
        Console.say("\(piece.said(worth)).")
        return true
    }

    /// Goes back to the piece before, and takes back what was said of it. Returns whether there was one.
    private mutating func undo() throws -> Bool {
        guard let last = actions.last else {
            Console.note("There is no answer to undo in this session; for earlier ones: limelight undo")
            return false
        }
        if let last {
            do throws(LedgerError) {
                Console.say("Undone: \(try ledger.keeping.undo(only: last).sentence).")
            } catch {
                guard [.changedMeanwhile, .nothingToUndo].contains(error.code) else { throw error }
                Console.report(error)
                return false
            }
        } else {
            Console.say("Undone: later.")
        }
        actions.removeLast()
        return true
    }
}
