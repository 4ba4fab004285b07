import ArgumentParser
import LedgerModel
import LedgerOperations
import LocalFiles
import Questions

struct Sort: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sort", abstract: "Say what your hours were for, largest first, one key each.",
        discussion: """
            Shows where the time went that is not placed yet, largest first: a repository,
            a meeting, a calendar, a kind of ticket, a tag. One key says what it was for,
            and a rule in My job applies it to the past and from now on.

            Without a terminal it reads one answer per line: a key, one of the words mine,
            "not mine", growth, relationships, side, personal, ignore, later, parts, undo
            and quit, the name of a responsibility, or "+ NAME" for a new one.

            EXAMPLES
              limelight sort
              limelight sort --in quarter
              limelight sort --json
              printf 'restores\\nmine\\nlater\\n' | limelight sort
            """)
    @OptionGroup var globals: Globals
    @OptionGroup var period: PeriodOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let ledger = try globals.open()
        let asked = period.isUnsaid ? try ledger.asking.lastTwelveMonths() : try period.choose(ledger).period
        if output.json {
            Console.print(SortOutput.json(try ledger.asking.sortSheet(asked)))
            return
        }
        var run = SortRun(ledger: ledger, period: asked)
        try run.begin()
    }
}

/// One session: shows groups and saves answers until nothing is left or the person stops.
struct SortRun {
    let ledger: Ledger
    let period: Period
    private var later: Set<String> = []
    private var split: Set<String> = []
    /// The answers of this session that were not undone.
    private var kept: [String] = []
    private let hasKeys = Console.canAsk

    init(ledger: Ledger, period: Period) {
        self.ledger = ledger
        self.period = period
    }

    mutating func begin() throws {
        var sheet = try ledger.asking.sortSheet(period)
        guard sheet.traced > 0 else {
            Console.print(SortOutput.empty(sheet))
            throw ExitCode(1)
        }
        var isFirst = true
        while let group = sheet.next(after: later) {
            if !isFirst { Console.print("") }
            let choices = SortChoice.all(sheet.base.myJob, on: try ledger.asking.today())
            Console.print(SortOutput.document(group, sheet, choices, withKeys: isFirst || hasKeys))
            isFirst = false
            guard try hear(group, sheet, choices) else { return end(try ledger.asking.sortSheet(period)) }
            sheet = try ledger.asking.sortSheet(period, split: split)
        }
        end(sheet)
    }

    /// Reads answers until one moves on to the next group; false to stop.
    private mutating func hear(_ group: SortGroup, _ sheet: SortSheet, _ choices: [SortChoice]) throws -> Bool {
        while let word = read() {
            switch word.lowercased() {
            case "q", "quit": return false
            case "": continue
            case "l", "later":
                later.insert(group.id)
                Console.say("Later.")
                return true
            case "x", "parts":
                guard group.canSplit else {
                    Console.note("It has no parts to ask about one by one.")
                    continue
                }
                split.insert(group.id)
                Console.say("Asking about its parts.")
                return true
            case "u", "undo":
                if try undo() { return true }
            default:
                if word.hasPrefix("+") {
                    if try name(group, String(word.dropFirst())) { return true }
                    continue
                }
                guard let choice = SortChoice.named(word, among: choices) else {
                    Console.note(
                        "“\(word.prefix(40))” is not one of the answers; \(hasKeys ? "press a key from the list" : "write a key or a name from the list")."
                    )
                    continue
                }
                return try answer(group, choice.answer)
            }
        }
        return false
    }

    /// The character of a key, or a line where there are no keys.
    private func read() -> String? {
        guard hasKeys else { return readLine(strippingNewline: true)?.trimmed }
        switch KeyReader.next() {
        case .character(let key): return String(key)
        case .enter, .escape, .back: return ""
        case .end: return nil
        }
    }

    private mutating func name(_ group: SortGroup, _ words: String) throws -> Bool {
        let line = hasKeys ? Console.ask("What are you measured on there? (name: measure)") ?? "" : words
        guard !line.trimmed.isEmpty else {
            Console.note("No name was given.")
            return false
        }
        return try answer(group, .mine, naming: line)
    }

    private mutating func answer(_ group: SortGroup, _ answer: SortAnswer, naming: String? = nil) throws -> Bool {
        let asked = JobEditing.SortAsked(id: group.id, pieces: group.pieces.count, period: period, split: split)
        do throws(LedgerError) {
            switch try ledger.myJob.answer(asked, answer, naming: naming) {
            case .kept(let sorted):
                kept.append(sorted.action)
                Console.say("\(sorted.title.sentence): \(sorted.said).")
            case .refused(.decided(let words)): Console.say("It is already decided: \(words).")
            case .refused(.waits): Console.say("It shares titles with other groups; answer those first.")
            case .refused(.changed): Console.say("It has changed in the meantime; nothing was saved.")
            }
            return true
        } catch {
            guard [.notFound, .usage, .tooLarge].contains(error.code) else { throw error }
            Console.report(error)
            return false
        }
    }

    private mutating func undo() throws -> Bool {
        guard let last = kept.last else {
            Console.note("There is no answer to undo in this session; for earlier ones: limelight undo")
            return false
        }
        do throws(LedgerError) {
            Console.say("Undone: \(try ledger.keeping.undoSort(last).sentence).")
            kept.removeLast()
            return true
        } catch {
            guard error.code == .nothingToUndo else { throw error }
            Console.report(error)
            return false
        }
    }

    private func end(_ sheet: SortSheet) {
        Console.print("")
        Console.print(SortOutput.end(sheet, answers: kept.count, later: later.count))
    }
}
