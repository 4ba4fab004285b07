import ArgumentParser
import LedgerModel
import LedgerOperations
import Renderings

struct ImportNotes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notes", abstract: "Notes you already have: brag documents, journals, jrnl.",
        discussion: """
            EXAMPLES
              limelight import notes brag.md --arena job
              jrnl --export json > journal.json; limelight import notes journal.json
              limelight import notes old.md --undated 2025-12-31

            Reads Markdown with dated headings or bullets, plain text with dated
            paragraphs, and what jrnl exports as text or JSON. An entry without a date is
            asked about; without a terminal it is left out and told with its line.
            """)

    @OptionGroup var options: ImportOptions
    @Option(help: ArgumentHelp("The day of entries that say none.", valueName: "day")) var undated: String?
    @Argument(help: ArgumentHelp("Files of notes.", valueName: "file")) var paths: [String]

    func run() async throws {
        let ledger = try options.globals.open(mayBegin: true)
        let spoken = SpokenTime(now: ledger.now, zones: try ledger.asking.zones())
        let day = try undated.map { (text: String) throws(LedgerError) in try spoken.readDay(text) }
        let progress = ProgressLine()
        var report = ImportReport()
        for path in paths {
            var days = Importing.NoteDays(others: day)
            // What cannot be read is told by the import.
            if day == nil, Console.canAsk, !options.output.json,
                let sheet = try? ledger.importing.notesSheet(file: path)
            {
                guard let asked = try ask(sheet, spoken) else { continue }
                days = asked
            }
            let one = try await ledger.importing.importNotes(
                file: path, arena: options.arena, days: days, progress: progress.callback)
            report.outcomes += one.outcomes
            report.failures += one.failures
        }
        progress.finish()
        try ImportPrinter.print(report, json: options.output.json)
    }

    /// Nil when the person stops.
    private func ask(_ sheet: Importing.NotesSheet, _ spoken: SpokenTime) throws -> Importing.NoteDays? {
        guard !sheet.undated.isEmpty else { return Importing.NoteDays() }
        Console.note("\(sheet.dated) dated, \(sheet.undated.count) without a date:")
        for entry in sheet.undated.prefix(5) { Console.note("  \(shown(entry))") }
        if sheet.undated.count > 5 { Console.note("  and \(sheet.undated.count - 5) more") }
        while true {
            let answer = Console.ask("One day for all of them, [a]sk for each, Enter to leave them out, q to stop:")
            switch answer?.trimmed.lowercased() {
            case nil, "q": return nil
            case "": return Importing.NoteDays()
            case "a": return try askEach(sheet.undated, spoken)
            case .some(let text):
                if let day = spoken.day(text) { return Importing.NoteDays(others: day) }
                Console.note("  That is not a date: write 2026-03-17, yesterday or monday.")
            }
        }
    }

    private func askEach(_ entries: [Importing.NotesSheet.Undated], _ spoken: SpokenTime) throws -> Importing.NoteDays?
    {
        var days = Importing.NoteDays()
        Console.note("A day for each; Enter leaves one out, q leaves the rest out.")
        for entry in entries {
            Console.note("  \(shown(entry))")
            while true {
                guard let answer = Console.ask("    day:")?.trimmed.lowercased(), answer != "q" else { return days }
                if answer.isEmpty { break }
                if let day = spoken.day(answer) {
                    days.each[entry.id] = day
                    break
                }
                Console.note("    That is not a date: write 2026-03-17, yesterday or monday.")
            }
        }
        return days
    }

    private func shown(_ entry: Importing.NotesSheet.Undated) -> String {
        let place = entry.place.split(separator: "/").last.map(String.init) ?? entry.place
        return "\(TerminalText.line(place))  \(TerminalText.line(String(entry.text.prefix(90))))"
    }
}
