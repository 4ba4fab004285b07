import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// The options that each of the five questions takes.
struct QuestionOptions: ParsableArguments {
    @OptionGroup var globals: Globals
    @OptionGroup var period: PeriodOptions
    @OptionGroup var output: OutputOptions

    @Flag(help: "Only the sentence that answers the question.")
    var brief = false

    /// Prints an answer, or its JSON, made from one state of the ledger.
    func answer<Answer>(
        _ json: (AnswerJSON) -> (Answer) -> JSON, _ reach: (Period) -> RequiredShards = RequiredShards.period,
        _ ask: (Inquiry, Period) throws -> Answered<Answer>
    ) throws {
        let ledger = try globals.open()
        let chosen = try period.choose(ledger, isExact: output.json)
        let (asked, text) = try ledger.asking.inquire(reach(chosen.period)) { inquiry in
            let asked = try ask(inquiry, chosen.period)
            return (asked, output.json ? Optional(try inquiry.json(asked, json)) : nil)
        }
        if let text {
            Console.print(text)
        } else {
            var document = asked.document.headed(chosen.aside)
            if brief {
                document.sections = []
                document.period = ""
            }
            Console.print(document)
        }
        if asked.base.total.high == 0, asked.base.cells.isEmpty { throw ExitCode(1) }
    }
}

struct Scope: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scope", abstract: "Where my time goes: what I am judged on, and what takes it instead.",
        discussion: """
            EXAMPLES
              limelight scope
              limelight scope --in month
              limelight scope --since 2026-01-01 --until 2026-04-01 --json
              limelight scope agree restores --with Maria
            """,
        subcommands: [ScopeShow.self, ScopeAgree.self], defaultSubcommand: ScopeShow.self)
}

struct ScopeShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "What I am judged on, and what takes the time instead.",
        discussion: "EXAMPLES\n  limelight scope show --in month")
    @OptionGroup var options: QuestionOptions

    func run() throws {
        try options.answer(AnswerJSON.scope) { try $0.scope($1) }
    }
}

struct Guard: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guard", abstract: "Time for me: what became of it, and what ran into it.",
        discussion: "EXAMPLES\n  limelight guard\n  limelight guard --in week")
    @OptionGroup var options: QuestionOptions

    func run() throws {
        try options.answer(AnswerJSON.guardAnswer, RequiredShards.guarding) { try $0.guardAnswer($1) }
    }
}

struct PictureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "picture", abstract: "Where this leads: the career behind the work.",
        discussion: """
            EXAMPLES
              limelight picture --in quarter
              limelight picture task "restore drill for the archive"
              limelight picture task "on-call handover" --for Jonas
            """,
        subcommands: [PictureShow.self, PictureTask.self], defaultSubcommand: PictureShow.self)
}

struct PictureShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Projects and skills that the work touched.",
        discussion: "EXAMPLES\n  limelight picture show --in quarter")
    @OptionGroup var options: QuestionOptions

    func run() throws {
        try options.answer(AnswerJSON.picture) { try $0.picture($1) }
    }
}

struct PictureTask: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "task", abstract: "One task seen from the career angle.",
        discussion:
            "EXAMPLES\n  limelight picture task \"restore drill for the archive\"\n  limelight picture task e3k9 --for Jonas"
    )
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions
    @Argument(help: "The task in words, or the id of evidence.") var task: [String]
    @Option(name: .customLong("for"), help: ArgumentHelp("Someone you lead.", valueName: "name")) var name: String?

    func run() throws {
        let ledger = try globals.open()
        let picture = try ledger.asking.taskPicture(task.joined(separator: " "), for: name)
        if output.json {
            let base = try ledger.asking.base(ledger.asking.currentQuarter())
            Console.print(AnswerJSON(base) { $0.ids }.task(picture))
        } else {
            Console.print(picture.document())
        }
    }
}

struct Backstage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backstage", abstract: "Behind the scenes: development, relationships, side projects.",
        discussion: """
            EXAMPLES
              limelight backstage
              limelight backstage --in year
              limelight backstage one-on-ones
            """,
        subcommands: [BackstageShow.self, BackstageOneOnOnes.self], defaultSubcommand: BackstageShow.self)
}

struct BackstageOneOnOnes: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "one-on-ones", abstract: "My 1:1s: when last, when next, and what to bring.",
        discussion: "EXAMPLES\n  limelight backstage one-on-ones")
    @OptionGroup var globals: Globals
    @OptionGroup var period: PeriodOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let ledger = try globals.open()
        let chosen = try period.choose(ledger, isExact: output.json)
        let (asked, json) = try ledger.asking.inquire(.period(chosen.period)) { inquiry in
            let asked = try inquiry.oneOnOnes(chosen.period)
            return (asked, output.json ? Optional(try inquiry.json(asked, AnswerJSON.oneOnOnes)) : nil)
        }
        if let json { Console.print(json) } else { Console.print(asked.document.headed(chosen.aside)) }
        if asked.answer.meetings.isEmpty, asked.answer.elsewhere.isEmpty { throw ExitCode(1) }
    }
}

struct BackstageShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Development, relationships and side projects; 1:1s and people.",
        discussion: "EXAMPLES\n  limelight backstage show --in year")
    @OptionGroup var options: QuestionOptions

    func run() throws {
        try options.answer(AnswerJSON.backstage) { try $0.backstage($1) }
    }
}

struct Value: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "value", abstract: "What I changed, and who has not heard of it.",
        discussion: "EXAMPLES\n  limelight value\n  limelight value --in 2026-Q3 --json")
    @OptionGroup var options: QuestionOptions

    func run() throws {
        try options.answer(AnswerJSON.value) { try $0.value($1) }
    }
}

struct Totals: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "totals", abstract: "Hours, every minute counted once.",
        discussion:
            "EXAMPLES\n  limelight totals\n  limelight totals --by project --in month\n  limelight totals --by day --in week --json"
    )
    @OptionGroup var options: QuestionOptions
    @Option(
        help: ArgumentHelp(
            "What to count the hours by.", valueName: "dimension"))
    var by: TotalsAnswer.By = .day

    func run() throws {
        try options.answer(AnswerJSON.totals) { try $0.totals($1, by: by) }
    }
}

extension TotalsAnswer.By: ExpressibleByArgument {}

struct ScopeAgree: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agree", abstract: "Record that you agreed a measure with someone who decides.",
        discussion: """
            Name the responsibility by its key or its label. Without --with, it is the
            first of the people who decide about you. `limelight undo` undoes it.

            EXAMPLES
              limelight scope agree restores
              limelight scope agree "Restores that work" --with Maria --on yesterday
            """)
    @OptionGroup var globals: Globals
    @Argument(help: "The responsibility.") var responsibility: [String]
    @Option(name: .customLong("with"), help: ArgumentHelp("With whom.", valueName: "name")) var person: String?
    @Option(help: ArgumentHelp("The day; today if left out.", valueName: "day")) var on: String?

    func run() throws {
        let ledger = try globals.open()
        let spoken = SpokenTime(now: ledger.now, zones: try ledger.asking.zones())
        let day = try on.map { (text: String) throws(LedgerError) in try spoken.readDay(text) }
        let agreed = try ledger.myJob.agree(responsibility.joined(separator: " "), with: person, on: day)
        Console.say(
            "“\(agreed.responsibility)” is agreed with \(agreed.person), \(Period.date(agreed.day)). "
                + "To undo: limelight undo")
    }
}
