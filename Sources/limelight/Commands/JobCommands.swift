import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
import Renderings

struct JobCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "job", abstract: "My job: what I am judged on and what I aim at.",
        discussion: "EXAMPLES\n  limelight job show\n  limelight job edit\n  limelight job load job.yaml",
        subcommands: [JobShow.self, JobEdit.self, JobLoad.self, JobExport.self],
        defaultSubcommand: JobShow.self)
}

struct JobShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show My job as it is now.",
        discussion: "EXAMPLES\n  limelight job show\n  limelight job show --json")
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions

    func run() throws {
        let ledger = try globals.open()
        guard !output.json else {
            return Console.print(["schema": "limelight.job/1"] + (try ledger.myJob.json()))
        }
        Console.print(
            MyJobDocument.make(
                try ledger.myJob.current(), on: try ledger.asking.today(), sources: try ledger.asking.sourceNames()))
    }
}

struct JobEdit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Open My job in $EDITOR, check it, show what changes, and save it.",
        discussion: "EXAMPLES\n  limelight job edit")
    @OptionGroup var globals: Globals
    @Flag(help: "Save the change without asking.") var yes = false

    func run() async throws {
        let ledger = try globals.open(mayBegin: true)
        Console.note("Comments are not saved: the ledger is the original, this file is a view of it.")
        var text = try ledger.myJob.text()
        while true {
            text = try await Editor.edit(text, name: "job.yaml")
            do throws(LedgerError) {
                let change = try ledger.myJob.change(text, fileName: "job.yaml")
                guard !change.isEmpty else { return Console.say("Nothing changed.") }
                Console.say(change.lines.joined(separator: "\n"))
                for sentence in change.takes { Console.note(sentence) }
                if !yes, Console.canAsk {
                    let answer = Console.ask("Save this? [Y/n/e]")?.lowercased() ?? "n"
                    if answer.hasPrefix("e") { continue }
                    guard !answer.hasPrefix("n") else { return Console.say("Nothing was changed.") }
                } else if !yes, !change.takes.isEmpty {
                    throw LedgerError(
                        .usage, "part of this cannot be undone; nothing was changed",
                        hint: "Without a terminal, add --yes.")
                }
                try ledger.myJob.keep(change, by: ReviewPaper.render)
                return Console.say(change.saved)
            } catch {
                guard Console.canAsk else { throw error }
                Console.report(error)
                guard Console.ask("Edit again? [Y/n]")?.lowercased().hasPrefix("n") == false else { throw ExitCode(2) }
            }
        }
    }
}

struct JobLoad: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load", abstract: "Load My job from a YAML file.",
        discussion: "EXAMPLES\n  limelight job load job.yaml --dry-run\n  limelight job load job.yaml")
    @OptionGroup var globals: Globals
    @Argument(help: "The file.") var file: String
    @Flag(help: "Do not ask about changes that cannot be undone.") var yes = false
    @Flag(help: "Show what would change without changing anything.") var dryRun = false

    func run() throws {
        let ledger = try dryRun ? globals.look() : globals.open(mayBegin: true)
        let change = try ledger.myJob.change(file: file)
        guard !change.isEmpty else { return Console.say("Nothing changes.") }
        Console.say(change.lines.joined(separator: "\n"))
        for sentence in change.takes { Console.note(sentence) }
        guard !dryRun else { return }
        guard change.takes.isEmpty || yes || Console.confirms("Do it?") else {
            Console.note("Nothing was changed. Without a terminal, add --yes.")
            throw ExitCode(1)
        }
        try ledger.myJob.keep(change, by: ReviewPaper.render)
        Console.say(change.saved)
    }
}

struct JobExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Print My job as YAML.",
        discussion: "EXAMPLES\n  limelight job export > job.yaml")
    @OptionGroup var globals: Globals

    func run() throws { Console.print(try globals.open().myJob.text()) }
}

struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "The rules that say what work was for.",
        discussion: "EXAMPLES\n  limelight rules test\n  limelight rules test --in month",
        subcommands: [RulesTest.self], defaultSubcommand: RulesTest.self)
}

struct RulesTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "What each rule matches, what no rule matches, and rules never reached.",
        discussion: "EXAMPLES\n  limelight rules test --in month")
    @OptionGroup var globals: Globals
    @OptionGroup var period: PeriodOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let ledger = try globals.open()
        let answer = try ledger.myJob.testRules(period.choose(ledger, isExact: output.json).period)
        guard output.json else { return Console.print(answer.document()) }
        Console.print([
            "schema": "limelight.rules/1", "since": .string(answer.period.since.iso),
            "until": .string(answer.period.until.iso), "seen": JSON(answer.seen), "missed": JSON(answer.missed),
            "rules": .array(
                answer.rules.map {
                    ["name": .string($0.rule), "matches": JSON($0.matches), "decides": JSON($0.decides)]
                }),
            "unmatched": .array(
                answer.unmatched.map {
                    [
                        "name": .string($0.name), "pieces": JSON($0.pieces),
                        "example": .string($0.example.description),
                    ]
                }),
        ])
    }
}

extension JobEditing.MyJobChange {
    fileprivate var saved: String { isUndoable ? "Saved. To undo: limelight undo" : "Saved." }
}
