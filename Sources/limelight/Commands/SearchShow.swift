import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
import Renderings

struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find evidence by words and filters.",
        discussion: """
            EXAMPLES
              limelight search restore drill
              limelight search project:runbooks since:2026-01-01
              limelight search responsibility:unknown arena:job

            FILTERS
              since: until:                     days, such as 2026-03-17
              arena: responsibility: objective: worth: skill:
                                                what it was read as, or unknown
              project: source: kind: tag:       where it comes from, and what it is
              path:                             a file or folder of a commit, also with *
              person: contact:                  who took part
              result: id:                       the evidence of a result; one piece
              hours: is:                        hours:"Fri 8:00-8:30"; is:work, is:for-me,
                                                is:after-hours and others
              group:                            a group of `limelight sort`, by its id
            """)
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions
    @Argument(help: "Words and filters.") var query: [String]
    @Option(help: ArgumentHelp("Show at most this many.", valueName: "number")) var limit: Int = 20

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit takes a number of at least 1.") }
    }

    func run() throws {
        let ledger = try globals.open()
        let text = query.map { $0.contains(" ") && !$0.contains(":") ? "\"\($0)\"" : $0 }.joined(separator: " ")
        let result = try ledger.asking.search(text, limit: min(limit, 10_000))
        let zones = try ledger.asking.zones()
        if output.json {
            Console.print([
                "total": JSON(result.total),
                "hits": .array(
                    result.hits.map { hit in
                        [
                            "id": .string(hit.id.description), "at": .string(zones.civil(hit.at).rfc3339),
                            "source": .string(hit.source), "kind": .string(hit.kind.rawValue),
                            "title": .string(hit.title), "snippet": .string(hit.snippet),
                        ]
                    }),
            ])
        } else {
            Console.print(SearchOutput.document(result, query: text, zones: zones))
        }
        if result.total == 0 { throw ExitCode(1) }
    }
}

struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One piece of evidence, and what it was read as.",
        discussion: """
            Of a decision, a handbook or a tool without a result also what became of it.

            EXAMPLES
              limelight show c3k9
            """)
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions
    @Argument(help: "Its id, or the start of its id.") var id: String

    func run() throws {
        let ledger = try globals.open()
        let piece = try ledger.asking.show(id)
        let became = try ledger.asking.became(piece: piece.shown.id)
        if output.json {
            Console.print(ShowOutput.json(piece) + ["became": became.map(AnswerJSON.became) ?? nil])
        } else {
            let myJob = try ledger.myJob.current()
            var document = ShowOutput.document(piece, myJob: myJob, zones: try ledger.asking.zones())
            if let became { document.sections.append(became.section) }
            Console.print(document)
        }
    }
}
