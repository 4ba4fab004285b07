import ArgumentParser
import LedgerModel
import LedgerOperations
import Renderings

struct ImportAuto: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "auto", abstract: "Find repositories and calendars in folders, list them, and ask.",
        discussion: """
            EXAMPLES
              limelight import auto ~/work
              limelight import auto ~/work --arena job --yes
            """)

    @OptionGroup var options: ImportOptions
    @Argument(help: ArgumentHelp("Folders to look through.", valueName: "path")) var paths: [String]
    @Flag(help: "Import what is probably yours without asking.") var yes = false

    func run() async throws {
        let ledger = try options.globals.open(mayBegin: true)
        let progress = ProgressLine()
        var plan = try await ledger.importing.discover(paths, progress: progress.callback)
        progress.finish()
        if let whose = plan.whose, !yes, try WhoseCommits(ledger).ask(whose) {
            plan = try await ledger.importing.discover(paths, progress: progress.callback)
            progress.finish()
        }
        if !options.output.json { list(plan) }
        var report = ImportReport()
        report.failures = plan.failures
        // Without a terminal this counts as a source that could not be read: a script has to notice.
        if plan.whose != nil, yes || !Console.canAsk { report.failures.append(("", WhoseCommits.nobody)) }
        let isAsked = Console.canAsk && !yes
        guard !plan.likely.isEmpty || isAsked && !plan.rest.isEmpty else {
            if options.output.json || !report.failures.isEmpty {
                try await ImportPrinter.print(report, json: options.output.json, of: ledger)
            }
            throw ExitCode(plan.known == 0 ? 1 : 0)
        }
        let chosen = plan.chosen(isAsked ? ask(plan) : unasked(plan))
        if !chosen.isEmpty {
            let read = try await ledger.importing.perform(chosen, progress: progress.callback)
            progress.finish()
            report.outcomes += read.outcomes
            report.failures += read.failures
            report.alsoMine = read.alsoMine
        } else if report.failures.isEmpty {
            return
        }
        defer { if !options.output.json, isAsked { QuestionPrinter.ask(report, ledger) } }
        try await ImportPrinter.print(report, json: options.output.json, of: ledger)
    }

    private func list(_ plan: ImportPlan) {
        if !plan.likely.isEmpty {
            Console.say(plan.likely.map { ($0.source.name, "\($0.source.what)  \($0.source.path)") }, indent: 2)
        }
        if !plan.rest.isEmpty { Console.say("  \(plan.restTitle).") }
        for remark in plan.remarks() { Console.say("  \(remark)") }
        if plan.known > 0 { Console.say("  To read what is new in your sources: \(Offer.readAgain.command)") }
        if plan.likely.isEmpty, plan.known == 0 { Console.say("  Nothing of yours was found here.") }
    }

    /// The answers when nobody can be asked.
    private func unasked(_ plan: ImportPlan) -> [Int: ImportPlan.Answer] {
        guard yes || options.arena != nil else {
            Console.note("Nothing was imported. Without a terminal, add --yes.")
            return [:]
        }
        return Dictionary(uniqueKeysWithValues: plan.likely.map { ($0.place, $0.usual(for: options.arena)) })
    }

    /// The person's answers. The rest is left out unless the person wants it.
    private func ask(_ plan: ImportPlan) -> [Int: ImportPlan.Answer] {
        let words = plan.choices.map { "[\($0.word.prefix(1))]\($0.word.dropFirst())" }.joined(separator: ", ")
        var answers: [Int: ImportPlan.Answer] = [:]
        if !plan.likely.isEmpty {
            Console.note(
                "\(ImportPlan.title) \(words) to leave it out; Enter for \(options.arena?.rawValue ?? "unknown"), q to stop."
            )
            guard ask(plan.likely, plan, &answers) else { return answers }
        }
        guard !plan.rest.isEmpty, Console.confirms("Also read some that have no commit of yours?") else {
            return answers
        }
        Console.note("\(ImportPlan.title) \(words); Enter leaves it out, q to stop.")
        _ = ask(plan.rest, plan, &answers)
        return answers
    }

    /// Asks each question until its answer is valid. False if the person stopped before the end.
    private func ask(
        _ questions: [ImportPlan.Question], _ plan: ImportPlan, _ answers: inout [Int: ImportPlan.Answer]
    ) -> Bool {
        for question in questions {
            while answers[question.place] == nil {
                let typed = Console.ask("  \(question.source.name)?")?.trimmed.lowercased() ?? "q"
                if ["q", "quit", "stop"].contains(typed) { return false }
                answers[question.place] = typed.isEmpty ? question.usual(for: options.arena) : plan.answer(typed)
                if answers[question.place] == nil {
                    Console.note("  “\(typed.prefix(20))” is not one of the answers; n leaves it out.")
                }
            }
        }
        return true
    }
}
