import ArgumentParser
import LedgerModel
import LedgerOperations
import Renderings

struct Setup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setup", abstract: "Your job in five questions; skip any of them, or come back later.",
        discussion: """
            In a terminal it asks. To answer one question only, give its lines as options:
            they replace the whole answer, and what they leave out ends today.

            EXAMPLES
              limelight setup
              limelight setup --judged-on "Restores: minutes of a drill, under 60"
              limelight setup --decides "Maria Keller <maria@example.org>"
              limelight setup --working "Mon-Thu 9-17" --possible "Tue, Thu 7:30-9:00"
              limelight setup --not-mine "Printers: Facilities"
              limelight setup --leave-out side --leave-out people
            """)

    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp("What you are judged on; this and the next five may be repeated.", valueName: "line"))
    var judgedOn: [String] = []
    @Option(help: ArgumentHelp("Who decides about you.", valueName: "line")) var decides: [String] = []
    @Option(help: ArgumentHelp("When you work.", valueName: "line")) var working: [String] = []
    @Option(help: ArgumentHelp("Hours that could be yours.", valueName: "line")) var possible: [String] = []
    @Option(help: ArgumentHelp("What you want next.", valueName: "line")) var next: [String] = []
    @Option(help: ArgumentHelp("What lands on you but is not yours.", valueName: "line")) var notMine: [String] = []
    @Option(help: ArgumentHelp("What to keep out of this ledger; may be repeated.", valueName: "what"))
    var leaveOut: [LeftOut] = []
    @Flag(help: "No longer leave anything out.") var leaveNothingOut = false
    @Flag(help: "Do not ask about changes that cannot be undone.") var yes = false
    @Flag(help: "Show what would change without changing anything.") var dryRun = false

    func run() async throws {
        let ledger = try begins ? globals.open(mayBegin: true) : globals.look()
        var sheet = try ledger.myJob.setup()
        let isSaid = say(&sheet)
        guard isSaid || Console.canAsk, !(output.json && !isSaid) else { return try show(sheet, ledger) }
        if !isSaid { try await SetupQuestions(ledger).ask(&sheet) }
        let change = try ledger.myJob.setupChange(sheet.answers, leavesOut: sheet.leavesOut, madeFrom: sheet.stamp)
        for remark in change.remarks { Console.note("  \(remark)") }
        guard !change.isEmpty else { return Console.say("Nothing changes.\n" + (try Self.nextStep(ledger))) }
        tell(change)
        for sentence in change.takes { Console.note(sentence) }
        guard !dryRun else { return }
        if !isSaid, Console.ask("Save this? [Y/n]")?.lowercased().hasPrefix("n") ?? true {
            return Console.say("Nothing was changed.")
        }
        if isSaid, !change.takes.isEmpty, !yes, !Console.confirms("Do it?") {
            Console.note("Nothing was changed. Without a terminal, add --yes.")
            throw ExitCode(1)
        }
        try ledger.myJob.keep(change)
        Console.say("Saved. To undo: limelight undo")
        for source in try ledger.importing.leftOutSources() {
            Console.say(
                "\(source.name) is no longer read, but is still here. To remove it: limelight sources remove \(source.id)"
            )
        }
        Console.say(try Self.nextStep(ledger))
    }

    /// Whether this asks or saves answers; otherwise it only shows them.
    private var begins: Bool {
        let answers = judgedOn + decides + working + possible + next + notMine
        let isSaid = !answers.isEmpty || !leaveOut.isEmpty || leaveNothingOut
        return !dryRun && (isSaid || Console.canAsk && !output.json)
    }

    static func nextStep(_ ledger: Ledger) throws -> String {
        try ledger.asking.holdings().sources == 0
            ? "Next, what you already have: limelight import auto ~"
            : "Next, what could be a result: limelight result suggest"
    }

    private func tell(_ change: JobEditing.SetupChange) {
        var box: JobBox?
        for line in change.lines {
            if line.box != box { Console.print(line.box.label) }
            box = line.box
            Console.say("  \(TerminalText.line(line.text))")
        }
        for line in change.leftOut { Console.say("~ \(line)") }
    }

    /// True if any option answers something.
    private func say(_ sheet: inout JobEditing.SetupSheet) -> Bool {
        var isSaid = false
        let options: [(JobBox, [String])] = [
            (.measured, judgedOn), (.deciders, decides), (.working, working), (.possible, possible), (.next, next),
            (.notMine, notMine),
        ]
        for (box, lines) in options where !lines.isEmpty {
            sheet.answers[box] = lines.joined(separator: "\n")
            isSaid = true
        }
        if !leaveOut.isEmpty || leaveNothingOut {
            sheet.leavesOut = Set(leaveOut)
            isSaid = true
        }
        return isSaid
    }

    private func show(_ sheet: JobEditing.SetupSheet, _ ledger: Ledger) throws(LedgerError) {
        guard !output.json else {
            let boxes = JobBox.allCases.map { box in
                JSON.Member(
                    key: box.rawValue,
                    value: .array(
                        JobAnswers.lines(of: sheet.answers[box]).filter { !$0.isEmpty }.map { .string($0) }))
            }
            return Console.print(
                try ledger.asking.envelope("setup") + [
                    "boxes": .object(boxes),
                    "leaves_out": .array(
                        LeftOut.allCases.filter(sheet.leavesOut.contains).map { .string($0.rawValue) }),
                ])
        }
        Console.say(SetupQuestions(ledger).facts)
        for box in JobBox.allCases {
            let isSecond = box == .possible
            Console.say(isSecond ? "   \(box.label). \(box.hint)" : "\(box.number). \(box.question) \(box.hint)")
            let lines = JobAnswers.lines(of: sheet.answers[box]).filter { !$0.isEmpty }
            for line in lines { Console.say("   \(TerminalText.line(line))") }
            if lines.isEmpty { Console.say("   for example: \(box.examples[0])") }
        }
        Console.say("Answer in a terminal, or with options: limelight setup --help")
    }
}

extension LeftOut: ExpressibleByArgument {}
