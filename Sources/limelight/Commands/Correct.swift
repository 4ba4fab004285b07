import ArgumentParser
import LedgerModel
import LedgerOperations

struct Correct: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: "Say what a piece of evidence means; what you say always wins.",
        discussion: """
            EXAMPLES
              limelight correct c3k9 --responsibility reliability --worth improvement
              limelight correct e7t2 --happened yes
              limelight correct e7t2 --from 14:00 --until 14:40
              limelight correct c3k9 --worth unknown      (removes your correction)
              limelight correct --next
              printf 'yes\nbaseline\n' | limelight correct --next
              limelight correct --refit           (learns from your answers)
            """)
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions
    @Argument(help: "Its id, or the start of its id.") var id: String?
    @Flag(help: "Ask what kind of work it was, title by title, most hours first.") var next = false
    @Flag(help: "Learn kinds of work from your answers, after saying what changes.") var refit = false
    @Flag(help: "With --refit, do not ask.") var yes = false
    @Option(help: ArgumentHelp("A responsibility, mine, or \"not mine\".", valueName: "key")) var responsibility:
        String?
    @Option(help: ArgumentHelp("An objective.", valueName: "key")) var objective: String?
    @Option(
        help: ArgumentHelp(
            "Kind of work: \(Worth.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "kind")) var worth:
        String?
    @Option(
        help: ArgumentHelp(
            "What it was for: \(Arena.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "arena"))
    var arena: String?
    @Option(help: ArgumentHelp("A skill; may be repeated.", valueName: "key")) var skill: [String] = []
    @Option(parsing: .unconditional, help: ArgumentHelp("When it really began, on the same day.", valueName: "time"))
    var from: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("When it really ended.", valueName: "time")) var until: String?
    @Option(help: "Whether it took place.") var happened: Answer?
    @Flag(help: "Take it off the timeline.") var drop = false

    enum Answer: String, ExpressibleByArgument, CaseIterable { case yes, no }

    func validate() throws {
        guard !(next && refit), refit || !yes else {
            throw ValidationError("Give --next or --refit; --yes goes with --refit.")
        }
        if next || refit {
            let said: [Any?] = [id, responsibility, objective, worth, arena, from, until, happened]
            guard said.allSatisfy({ $0 == nil }), skill.isEmpty, !drop else {
                throw ValidationError("\(next ? "--next" : "--refit") asks for itself; it goes with --json alone.")
            }
            return
        }
        guard id != nil else { throw ValidationError("Give the id of a piece, --next or --refit.") }
        guard !output.json else { throw ValidationError("--json goes with --next and --refit.") }
        let options: [Any?] = [responsibility, objective, worth, arena, from, until, happened]
        guard options.contains(where: { $0 != nil }) || !skill.isEmpty || drop else {
            throw ValidationError(
                "Say what to correct: --responsibility, --objective, --worth, --arena, --skill, --from, --until, --happened or --drop."
            )
        }
    }

    func run() throws {
        let ledger = try globals.open()
        if refit { return try RefitRun(ledger: ledger, isJSON: output.json, asks: !yes).run() }
        guard let id else { return try askNext(ledger) }
        let spoken = SpokenTime(
            now: ledger.now, zones: try ledger.asking.zones(), day: try ledger.asking.show(id).civil.day)
        var request = Capture.CorrectionRequest()
        request.responsibility = responsibility
        request.objective = objective
        request.worth = worth
        request.arena = arena
        request.skills = skill
        request.from = try from.map { (text: String) throws(LedgerError) in try spoken.parse(text) }
        request.until = try until.map { (text: String) throws(LedgerError) in try spoken.parse(text) }
        request.happened = happened.map { $0 == .yes }
        request.drop = drop
        Console.say("Corrected \(try ledger.capture.correct(id, request)). To undo: limelight undo")
    }

    private func askNext(_ ledger: Ledger) throws {
        let sheet = try ledger.asking.kindSheet(try ledger.asking.lastTwelveMonths())
        if output.json { return Console.print(KindOutput.json(sheet)) }
        var run = KindRun(ledger: ledger, sheet: sheet)
        try run.begin()
    }
}
