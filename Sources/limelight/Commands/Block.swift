import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
import Renderings

struct BlockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "block", abstract: "Time set aside for yourself: what it is, and what became of it.",
        discussion: """
            EXAMPLES
              limelight block ask
              limelight block answer --week 2026-03-09 gave-it
              limelight block answer "Study: cloud course" for-me
            """,
        subcommands: [BlockAsk.self, BlockAnswer.self], defaultSubcommand: BlockAsk.self)
}

struct BlockAsk: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Ask what is time for you, and what became of it.",
        discussion: """
            One key answers for a whole week; --each asks about each of its blocks. No
            answer takes away what is on record, and each is taken back with u or
            `limelight undo`.

            EXAMPLES
              limelight block ask
              limelight block ask --each 2026-03-09
            """)
    @OptionGroup var globals: Globals
    @Option(help: ArgumentHelp("Any day of a week, to ask about each of its blocks.", valueName: "day"))
    var each: String?

    func run() throws {
        let ledger = try globals.open()
        let today = try ledger.asking.today()
        let day = try each.map { (text: String) throws(LedgerError) in try Period(day: text, today: today).since }
        var talk = BlockTalk(ledger: ledger, each: day)
        try talk.begin()
    }
}

struct BlockAnswer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "Say what became of a week or a block, or what an event is.",
        discussion: """
            Of a week or a block: for-me, gave-it, taken, dont-know. Of events you planned
            for yourself, by their title: for-me, work, neither. `limelight block ask`
            asks both, one key each. `limelight undo` undoes it.

            EXAMPLES
              limelight block answer --week 2026-03-09 gave-it
              limelight block answer e3k9 for-me
              limelight block answer "Study: cloud course" for-me
            """)
    @OptionGroup var globals: Globals
    @Option(help: ArgumentHelp("Any day of the week, for all its open blocks.", valueName: "day")) var week: String?
    @Argument(help: "The id of a block or the title of events, then the answer.") var words: [String]

    func validate() throws {
        guard week == nil || words.count == 1 else { throw ValidationError("--week goes with the answer alone.") }
        guard week != nil || words.count > 1 else {
            throw ValidationError("Say of what: the id of a block, the title of events, or --week.")
        }
    }

    func run() throws {
        let ledger = try globals.open()
        let what = words.dropLast().joined(separator: " ")
        if let week {
            let day = try Period(day: week, today: try ledger.asking.today()).since
            guard let answer = words.last.flatMap(BlockWord.init) else { throw Self.unknown(words.last ?? "") }
            let count = try ledger.reviewing.answerBlocks(ofWeek: day, answer)
            guard count > 0 else {
                Console.say("Nothing of that week is open.")
                throw ExitCode(1)
            }
            return Console.say("\(Words.count(count, "block").sentence): \(answer.label). To undo: limelight undo")
        }
        let word = words[words.count - 1]
        let (ofBlock, ofPlan) = (BlockWord(rawValue: word), PlanAnswer(rawValue: word))
        let wanted = BlockCandidate.id(of: what)
        // “for-me” is an answer to both.
        let isPlan =
            try ofBlock == nil
            || ofPlan != nil
                && ledger.reviewing.blockQuestions().plans.contains { $0.id == wanted }
        if let ofPlan, isPlan {
            return said(try ledger.myJob.answer(plan: what, ofPlan), ofPlan.label)
        }
        guard let ofBlock else { throw Self.unknown(word) }
        said(try ledger.reviewing.answerBlock(what, ofBlock), ofBlock.label)
    }

    private func said(_ title: String, _ label: String) {
        Console.say("“\(title)”: \(label). To undo: limelight undo")
    }

    private static func unknown(_ word: String) -> LedgerError {
        LedgerError(
            .usage, "“\(word.prefix(40))” is not one of the answers",
            hint: "Of a week or a block: for-me, gave-it, taken, dont-know. Of planned events: for-me, work, neither.")
    }
}
