import ArgumentParser
import LedgerModel
import LedgerOperations

struct ImportAuto: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "auto", abstract: "Find repositories and calendars below folders, list them, and ask.",
        discussion: """
            EXAMPLES
              limelight import auto ~/work
              limelight import auto ~/work --arena job --yes
            """)

    @OptionGroup var options: ImportOptions
    @Argument(help: ArgumentHelp("Folders to look through.", valueName: "path")) var paths: [String]
    @Flag(help: "Import what is likely yours without asking.") var yes = false

    func run() async throws {
        let ledger = try options.globals.open(mayBegin: true)
        let progress = ProgressLine()
        var discovered = try await ledger.importing.discover(paths, progress: progress.callback)
        progress.finish()
        if discovered.needsIdentity, !yes, try WhoseCommits(ledger).ask(discovered.authors) {
            discovered = try await ledger.importing.discover(paths, progress: progress.callback)
            progress.finish()
        }
        let known = discovered.found.filter(\.isKnown)
        let likely = discovered.found.filter { $0.isLikely && !$0.isKnown }
        let rest = discovered.found.filter { !$0.isLikely && !$0.isKnown }
        if !options.output.json { list(likely, known, rest, discovered.isCut, ledger) }
        var report = ImportReport()
        report.failures = discovered.failures
        // Without a terminal this is told as a source that could not be read: a script has to notice.
        if discovered.needsIdentity, yes || !Console.canAsk { report.failures.append(("", WhoseCommits.nobody)) }
        guard !likely.isEmpty else {
            if options.output.json || !report.failures.isEmpty {
                try ImportPrinter.print(report, json: options.output.json)
            }
            throw ExitCode(known.isEmpty ? 1 : 0)
        }
        if let chosen = choose(likely, try ledger.myJob.frame().settings.arenas) {
            let read = try await ledger.importing.importFound(chosen, progress: progress.callback)
            progress.finish()
            report.outcomes += read.outcomes
            report.failures += read.failures
        } else if report.failures.isEmpty {
            return
        }
        try ImportPrinter.print(report, json: options.output.json)
    }

    private func list(
        _ likely: [Importing.Found], _ known: [Importing.Found], _ rest: [Importing.Found], _ isCut: Bool,
        _ ledger: Ledger
    ) {
        if !likely.isEmpty {
            let rows = likely.map { item in
                let what = item.kind == .git ? "\(item.own) of \(item.commits) commits yours" : "calendar"
                return (name: item.name, text: "\(what)  \(item.path)")
            }
            Console.say(rows, indent: 2)
        }
        if !known.isEmpty { Console.say("  \(known.count) already read; `limelight sync` reads what is new.") }
        if !rest.isEmpty {
            let names = rest.prefix(6).map(\.name).joined(separator: ", ")
            Console.say(
                "  Without a commit of yours in the last year: \(names)\(rest.count > 6 ? " and \(rest.count - 6) more" : "")."
            )
        }
        if isCut { Console.say("  There is more below; name a folder further down.") }
        if likely.isEmpty, known.isEmpty { Console.say("  Nothing of yours was found here.") }
    }

    /// Nil when the person wants none of it.
    private func choose(_ likely: [Importing.Found], _ arenas: [Arena]) -> [(found: Importing.Found, arena: Arena?)]? {
        if yes || options.arena != nil && !Console.canAsk { return likely.map { ($0, options.arena) } }
        guard Console.canAsk else {
            Console.note("Nothing was imported: add --yes to import without a terminal.")
            return nil
        }
        Console.note(
            "What is each for? \(arenas.map { "[\($0.rawValue.prefix(1))]\($0.rawValue.dropFirst())" }.joined(separator: ", ")), Enter for unknown, n to leave out, q to stop."
        )
        var chosen: [(found: Importing.Found, arena: Arena?)] = []
        for item in likely {
            switch answer(for: item, arenas) {
            case .stop: return chosen.isEmpty ? nil : chosen
            case .leaveOut: continue
            case .read(let arena): chosen.append((item, arena ?? options.arena))
            }
        }
        return chosen.isEmpty ? nil : chosen
    }

    private enum Answer {
        case read(Arena?)
        case leaveOut, stop
    }

    /// Asks until the answer is one: nothing is read by a misunderstanding.
    private func answer(for item: Importing.Found, _ arenas: [Arena]) -> Answer {
        while true {
            switch Console.ask("  \(item.name)?")?.trimmed.lowercased() ?? "q" {
            case "": return .read(nil)
            case "q", "quit", "stop": return .stop
            case "n", "no", "nope": return .leaveOut
            case let word:
                if let arena = arenas.first(where: { $0.rawValue.hasPrefix(word) }) { return .read(arena) }
                Console.note("  “\(word.prefix(20))” is no answer here: n leaves it out.")
            }
        }
    }
}
