import ArgumentParser
import LedgerModel
import LedgerOperations
import LocalFiles
import Questions

struct Sort: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sort", abstract: "Say what your hours were for, largest first, one key each.",
        discussion: """
            Shows where the time went that is not placed yet, largest first: a repository
            or a folder of it, a meeting, a calendar, a category, a tag. One key says what
            it was for, and a rule in My job applies it to the past and from now on. One
            more key says what kind of work it was; the next answer skips it.

            Without a terminal it reads one answer per line: a key, one of the words mine,
            "not mine", growth, relationships, side, personal, ignore, later, parts, yes,
            undo and quit, the name of a responsibility, or "+ NAME" for a new one. After
            an answer, baseline, improvement, contribution, idea or interaction says
            what kind of work it was.

            EXAMPLES
              limelight sort
              limelight sort --in quarter
              limelight sort --json
              printf 'restores\\nbaseline\\nlater\\n' | limelight sort
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
    /// What was done in this session and not undone.
    private var steps: [Step] = []
    /// The last answer, of which the kind of work can be said.
    private var last: Answered?
    private let hasKeys = Console.canAsk

    private struct Answered {
        var action: String
        var title: String
    }

    private enum Step {
        case answer(action: String)
        case kind(action: String, of: Answered)
        case later(id: String)
        case parts(id: String)
    }

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
        while try ask(sheet, isFirst: isFirst) {
            sheet = try ledger.asking.sortSheet(period, split: split)
            isFirst = false
        }
        Console.print("")
        let answers = steps.count { if case .answer = $0 { true } else { false } }
        Console.print(SortOutput.end(try ledger.asking.sortSheet(period), answers: answers, later: later.count))
    }

    /// Asks about the next group; false to stop.
    private mutating func ask(_ sheet: SortSheet, isFirst: Bool) throws -> Bool {
        guard let group = sheet.next(after: later) else { return try askKind() }
        if !isFirst { Console.print("") }
        let choices = SortChoice.all(sheet.base.myJob, on: try ledger.asking.today())
        let isExplained = isFirst || hasKeys
        Console.print(SortOutput.document(group, sheet, choices, withKeys: isExplained, last: last?.title))
        return try hear(group, choices, sheet.suggestion(for: group, among: choices)?.choice)
    }

    /// Asks what kind of work the last answer was about, if no group is left. Returns whether to go on.
    private mutating func askKind() throws -> Bool {
        guard let last else { return false }
        if hasKeys { Console.print(SortOutput.kind(of: last.title)) }
        guard let word = Console.answer(hasKeys) else { return false }
        if ["u", "undo"].contains(word.lowercased()) { return try undo() }
        if let kind = SortKind.named(word) { try say(kind, of: last) }
        return false
    }

    /// Reads answers until one moves on to the next group; false to stop.
    private mutating func hear(
        _ group: SortGroup, _ choices: [SortChoice], _ suggested: SortChoice?
    ) throws -> Bool {
        while let word = Console.answer(hasKeys) {
            if let last, let kind = SortKind.named(word),
                word.count == 1 || SortChoice.named(word, among: choices) == nil
            {
                try say(kind, of: last)
                continue
            }
            switch word.lowercased() {
            case "q", "quit": return false
            case "": continue
            case "l", "later":
                later.insert(group.id)
                steps.append(.later(id: group.id))
                Console.say("Later: it is asked about again the next time.")
                return true
            case "x", "parts":
                guard group.canSplit else {
                    Console.note("It has no parts to ask about one by one.")
                    continue
                }
                split.insert(group.id)
                steps.append(.parts(id: group.id))
                Console.say("Asking about its parts.")
                return true
            case "u", "undo":
                if try undo() { return true }
            case SortChoice.suggested, "yes":
                guard let suggested else {
                    Console.note("No answer is suggested here.")
                    continue
                }
                return try answer(group, suggested.answer)
            case "c" where group.category != nil:
                return try answer(group, .mine, naming: group.category)
            default:
                if word.hasPrefix("+") {
                    if try name(group, String(word.dropFirst())) { return true }
                    continue
                }
                guard let choice = SortChoice.named(word, among: choices) else {
                    let what = hasKeys ? "press a key from the list" : "write a key or a name from the list"
                    Console.note("“\(word.prefix(40))” is not one of the answers; \(what).")
                    continue
                }
                return try answer(group, choice.answer)
            }
        }
        return false
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
                steps.append(.answer(action: sorted.action))
                last = sorted.isForJob ? Answered(action: sorted.action, title: sorted.title.sentence) : nil
                Console.say("\(sorted.title.sentence): \(sorted.said).")
            case .refused(.decided(let words)): Console.say("It is already decided: \(words).")
            case .refused(.changed): Console.say("It has changed in the meantime; nothing was saved.")
            }
            return true
        } catch {
            guard [.notFound, .usage, .tooLarge].contains(error.code) else { throw error }
            Console.report(error)
            return false
        }
    }

    private mutating func say(_ kind: SortKind, of answer: Answered) throws {
        do throws(LedgerError) {
            steps.append(.kind(action: try ledger.myJob.sortKind(kind.worth, of: answer.action), of: answer))
            Console.say("\(answer.title): \(kind.worth.label).")
        } catch {
            guard error.code == .changedMeanwhile else { throw error }
            Console.report(error)
        }
        last = nil
    }

    /// Takes back the last step. Returns whether there was one.
    private mutating func undo() throws -> Bool {
        guard let step = steps.last else {
            Console.note("There is no answer to undo in this session; for earlier ones: limelight undo")
            return false
        }
        do throws(LedgerError) {
            switch step {
            case .answer(let action): try takeBack(action, then: nil)
            case .kind(let action, let answer): try takeBack(action, then: answer)
            case .later(let id):
                later.remove(id)
                Console.say("Undone: later.")
            case .parts(let id):
                split.remove(id)
                Console.say("Undone: in parts.")
            }
            steps.removeLast()
            return true
        } catch {
            guard error.code == .nothingToUndo else { throw error }
            Console.report(error)
            return false
        }
    }

    private mutating func takeBack(_ action: String, then answer: Answered?) throws(LedgerError) {
        Console.say("Undone: \(try ledger.keeping.undoSort(action).sentence).")
        last = answer
    }
}
