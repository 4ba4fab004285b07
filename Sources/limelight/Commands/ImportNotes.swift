import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
import Renderings

struct ImportNotes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notes", abstract: "Notes you already have: brag documents, journals, jrnl.",
        discussion: """
            EXAMPLES
              limelight import notes brag.md --arena job
              jrnl --export json > journal.json; limelight import notes journal.json
              limelight import notes ~/notes/daily
              limelight import notes old.md --undated 2025-12-31
              limelight import notes old.md --dry-run

            Reads Markdown with dated headings or bullets, plain text with dated
            paragraphs, and jrnl exports as text or JSON. In a folder of daily notes, the
            day is the name of the file, `date:` in its front matter, or a heading. The
            date of each entry is shown before anything is taken in. You are asked for
            the day of an entry that has none; without a terminal, that entry is left out
            with a warning that names its line.
            """)

    @OptionGroup var options: ImportOptions
    @Option(help: ArgumentHelp("The day of entries without a date.", valueName: "day")) var undated: String?
    @Flag(help: "Show the date of each entry without taking anything in.") var dryRun = false
    @Argument(help: ArgumentHelp("Files of notes, or folders of them.", valueName: "file")) var paths: [String]

    func run() async throws {
        let ledger = try options.globals.open(mayBegin: true)
        let day = try undated.map { (text: String) throws(LedgerError) in
            try SpokenTime(now: ledger.now, zones: ledger.asking.zones()).readDay(text)
        }
        let progress = ProgressLine()
        var report = ImportReport()
        for path in paths {
            var days = Importing.NoteDays(others: day)
            // The import itself reports what cannot be read.
            if dryRun || Console.canAsk && !options.output.json,
                let sheet = try dryRun
                    ? ledger.importing.notesSheet(file: path) : try? ledger.importing.notesSheet(file: path)
            {
                show(sheet)
                guard !dryRun else { continue }
                if day == nil {
                    guard let asked = ask(sheet) else { continue }
                    days = asked
                } else if !takes(sheet) {
                    continue
                }
            }
            let one = try await ledger.importing.importNotes(
                file: path, arena: options.arena, days: days, progress: progress.callback)
            report.outcomes += one.outcomes
            report.failures += one.failures
        }
        progress.finish()
        guard !dryRun else { return }
        try await ImportPrinter.print(report, json: options.output.json, of: ledger)
        if !options.output.json { try offer(report, ledger) }
    }

    /// Asks which of the lines are results, or says where that is asked.
    private func offer(_ report: ImportReport, _ ledger: Ledger) throws {
        for outcome in report.outcomes {
            let query = SearchQuery(filters: [.init(.source, outcome.source.id.description)]).text
            let lines = try ledger.results.noteLines(query)
            guard !lines.isEmpty else { continue }
            guard Console.canAsk else {
                let count = Words.count(lines.count, "line").sentence
                let named = SearchQuery(filters: [.init(.source, outcome.source.name)]).text
                Console.note("  \(count) of it could be kept as results: \(Offer.noteLines(in: named).command)")
                continue
            }
            try NoteLinesTalk(ledger).hold(lines)
        }
    }

    /// Prints the date that each entry gets.
    private func show(_ sheet: Importing.NotesSheet) {
        let most = dryRun ? Int.max : 20
        let rows = sheet.entries.prefix(most).map { entry in
            (
                name: "  \(entry.date)\(entry.lacksYear ? " (no year)" : "")",
                text: TerminalText.line(String(entry.text.prefix(70)))
            )
        }
        if dryRun { Console.say(rows) } else { Console.note(rows) }
        if sheet.entries.count > most {
            Console.note("  and \(sheet.entries.count - most) more; all of them with --dry-run")
        }
        guard dryRun else { return }
        for entry in sheet.undated { Console.say("  no date: \(shown(entry))") }
        for warning in sheet.warnings.prefix(20) { Console.note("  warning: \(warning.location): \(warning.message)") }
    }

    private func takes(_ sheet: Importing.NotesSheet) -> Bool {
        sheet.entries.isEmpty || !(Console.ask("Take them in? [Y/n]")?.lowercased().hasPrefix("n") ?? true)
    }

    /// `nil` if the person stops.
    private func ask(_ sheet: Importing.NotesSheet) -> Importing.NoteDays? {
        guard !sheet.undated.isEmpty else { return takes(sheet) ? Importing.NoteDays() : nil }
        Console.note("\(sheet.question) \(sheet.others) \(Importing.NotesSheet.usual)")
        for entry in sheet.undated.prefix(5) { Console.note("  \(shown(entry))") }
        if sheet.undated.count > 5 { Console.note("  and \(sheet.undated.count - 5) more") }
        while true {
            let asked = Console.ask(
                "One day for all of them, [a] to be asked for each, Enter to leave them out, q to stop:")
            guard let answer = asked?.trimmed, answer.lowercased() != "q" else { return nil }
            if answer.lowercased() == "a" { return askEach(sheet) }
            do throws(LedgerError) {
                return try sheet.days(each: { _ in nil }, others: answer)
            } catch {
                Console.note("  \(error.message). \(error.hint.words)")
            }
        }
    }

    private func askEach(_ sheet: Importing.NotesSheet) -> Importing.NoteDays {
        var days = Importing.NoteDays()
        Console.note("Give a day for each; Enter leaves one out, q leaves out the rest.")
        for entry in sheet.undated {
            Console.note("  \(shown(entry))")
            var isAnswered = false
            while !isAnswered {
                guard let answer = Console.ask("    day:")?.trimmed, answer.lowercased() != "q" else { return days }
                do throws(LedgerError) {
                    days.each[entry.id] = try sheet.day(answer)
                    isAnswered = true
                } catch {
                    Console.note("    \(error.message). \(error.hint.words)")
                }
            }
        }
        return days
    }

    private func shown(_ entry: Importing.NotesSheet.Undated) -> String {
        let place = entry.place.split(separator: "/").last.map(String.init) ?? entry.place
        return "\(TerminalText.line(place))  \(TerminalText.line(String(entry.text.prefix(90))))"
    }
}
