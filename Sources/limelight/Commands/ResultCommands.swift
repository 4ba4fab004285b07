import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
import Renderings

struct ResultCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "result", abstract: "Results, one sentence each, with the evidence behind them.",
        discussion: """
            EXAMPLES
              limelight result add "Restore drill takes 50 minutes instead of a day" \\
                --objective resilience --for "payments" --cite c3k9 --cite n7t2
              limelight result five --for Maria -o results.html
              limelight result list
              limelight result show k3k9
            """,
        subcommands: [
            ResultAdd.self, ResultFive.self, ResultSuggest.self, ResultFromNotes.self, ResultList.self, ResultShow.self,
            ResultBecame.self, ResultCite.self, ResultEdit.self, ResultReword.self,
            ResultDismiss.self,
        ],
        defaultSubcommand: ResultList.self)
}

struct ResultAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Write down what changed.",
        discussion: """
            EXAMPLES
              limelight result add "Restore drill takes 50 minutes instead of a day"
              limelight result add "Nights are calm" --for payments --cite c3k9
            """)
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions
    @Argument(help: "What changed.") var text: [String]
    @Option(help: ArgumentHelp("The objective it serves.", valueName: "key")) var objective: String?
    @Option(help: ArgumentHelp("Kind of work: contribution, improvement, idea, interaction.", valueName: "kind"))
    var worth: String?
    @Option(name: .customLong("for"), help: ArgumentHelp("Whom it changed something for.", valueName: "who"))
    var forWhom: String?
    @Option(help: ArgumentHelp("The figure, such as “1 day → 50 min”.", valueName: "figure")) var figure: String?
    @Option(name: .customLong("known-by"), help: ArgumentHelp("How you know.", valueName: "how")) var knownBy: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("When it was reached.", valueName: "time")) var at: String?
    @Option(help: ArgumentHelp("Evidence for it; may be repeated.", valueName: "id")) var cite: [String] = []

    func run() throws {
        let ledger = try globals.open(mayBegin: true)
        var request = Results.ClaimRequest(text: text.joined(separator: " "))
        request.objective = objective
        request.worth = worth
        request.forWhom = forWhom
        request.figure = figure
        request.knownBy = knownBy
        let spoken = SpokenTime(now: ledger.now, zones: try ledger.asking.zones())
        request.at = try at.map { (text: String) throws(LedgerError) in try spoken.parse(text) }
        request.cite = cite
        let id = try ledger.results.addClaim(request)
        if output.json {
            Console.print(["id": .string(id.description)])
        } else {
            let rests =
                cite.isEmpty
                ? "on your word until you cite evidence: limelight result cite \(id) ID"
                : "on \(Words.count(cite.count, "piece")) of evidence."
            Console.say("Written: \(id), resting \(rests)")
        }
    }
}

struct ResultList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every result, newest first.",
        discussion: "EXAMPLES\n  limelight result list\n  limelight result list --json")
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions

    func run() throws {
        let ledger = try globals.open()
        let claims = try ledger.asking.claims()
        let base = try ledger.asking.base(ledger.asking.currentQuarter())
        if output.json {
            let json = AnswerJSON(base) { $0.ids }
            Console.print(["results": .array(claims.map(json.claim))])
        } else {
            Console.print(ClaimOutput.document(claims, base))
        }
        if claims.isEmpty { throw ExitCode(1) }
    }
}

struct ResultCite: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cite", abstract: "Add evidence to a result.",
        discussion: """
            Without ids, lists up to ten pieces that may stand behind the result, the
            likeliest first, each with the reason: the same words, the same people, days
            near it. Answer with the numbers of those that do, such as 1 3, or all.
            With --search, says first how many pieces it finds, and which are the first.

            EXAMPLES
              limelight result cite "nine of twelve"
              limelight result cite k3k9 c3k9 n7t2
              limelight result cite k3k9 --search "restore since:2026-07"
            """)
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions
    @Argument(help: "Its id, or some of its words in quotes.") var result: String
    @Argument(help: "Ids of evidence.") var evidence: [String] = []
    @Option(help: ArgumentHelp("What a search finds, as `limelight search` takes it.", valueName: "query"))
    var search: String?
    @Flag(help: "Do not ask.") var yes = false

    func validate() throws {
        guard evidence.isEmpty || search == nil else {
            throw ValidationError("Give ids of evidence, or --search.")
        }
    }

    func run() throws {
        let ledger = try globals.open()
        guard evidence.isEmpty else {
            try ledger.results.cite(result, evidence)
            Console.say("Cited \(Words.count(evidence.count, "piece")).")
            return
        }
        guard let search else {
            let (claim, pieces) = try ledger.results.evidence(for: result)
            if output.json {
                let zones = try ledger.asking.zones()
                return Console.print([
                    "result": .string(claim.id.description), "evidence": .array(pieces.map { Self.json($0, zones) }),
                ])
            }
            guard try EvidenceTalk(ledger).hold(claim, pieces, asks: !yes) else { throw ExitCode(1) }
            return
        }
        let found = try ledger.results.citable(result, search: search)
        let pieces = Words.count(found.hits.count, "piece")
        Console.note("\(pieces.sentence) for “\(TerminalText.line(found.result.text))”:")
        let zones = try ledger.asking.zones()
        for hit in found.hits.prefix(Self.shown) {
            Console.note("  \(Period.date(zones.day(of: hit.at)))  \(TerminalText.line(hit.title))")
        }
        if found.hits.count > Self.shown { Console.note("  and \(found.hits.count - Self.shown) more") }
        guard yes || Console.confirms("Cite them?") else {
            Console.note(
                Console.canAsk ? "Nothing was cited." : "Nothing was cited. Without a terminal, add --yes.")
            throw ExitCode(1)
        }
        try ledger.results.cite(found.result.id.description, found.hits.map(\.id.description))
        Console.say("Cited \(pieces). To undo: limelight undo")
    }

    private static func json(_ piece: LikelyEvidence, _ zones: ZoneHistory) -> JSON {
        [
            "id": .string(piece.id.description), "kind": .string(piece.kind.rawValue), "title": .string(piece.title),
            "day": .string(zones.day(of: piece.at).iso), "why": .string(piece.why),
        ]
    }

    /// How many titles are shown before it asks.
    private static let shown = 5
}

struct ResultEdit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change a result: its words, objective, figure, reader, kind or date.",
        discussion: """
            What is not named stays. An empty text removes a part. limelight undo takes it
            back.

            EXAMPLES
              limelight result edit k3k9 --figure "1 day -> 50 min" --at 2026-03-10
              limelight result edit k3k9 --objective resilience --worth improvement
              limelight result edit k3k9 --for ""
            """)
    @OptionGroup var globals: Globals
    @Argument(help: "Its id, or some of its words in quotes.") var result: String
    @Option(help: "The new sentence.") var text: String?
    @Option(help: ArgumentHelp("The objective it serves.", valueName: "key")) var objective: String?
    @Option(help: ArgumentHelp("Kind of work: contribution, improvement, idea, interaction.", valueName: "kind"))
    var worth: String?
    @Option(name: .customLong("for"), help: ArgumentHelp("Whom it changed something for.", valueName: "who"))
    var forWhom: String?
    @Option(help: ArgumentHelp("The figure, such as “1 day → 50 min”.", valueName: "figure")) var figure: String?
    @Option(name: .customLong("known-by"), help: ArgumentHelp("How you know.", valueName: "how")) var knownBy: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("When it was reached.", valueName: "time")) var at: String?

    private var edit: Results.ClaimEdit {
        var edit = Results.ClaimEdit()
        (edit.text, edit.objective, edit.worth) = (text, objective, worth)
        (edit.forWhom, edit.figure, edit.knownBy, edit.when) = (forWhom, figure, knownBy, at)
        return edit
    }

    func validate() throws {
        guard [text, objective, worth, forWhom, figure, knownBy, at].contains(where: { $0 != nil }) else {
            throw ValidationError(
                "Say what to change: --text, --objective, --worth, --for, --figure, --known-by or --at.")
        }
    }

    func run() throws {
        let changed = try globals.open().results.edit(result, edit)
        Console.say("Changed: “\(TerminalText.line(changed.text))”. To undo: limelight undo")
    }
}

struct ResultReword: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reword", abstract: "Change the words of a result.",
        discussion: "EXAMPLES\n  limelight result reword k3k9 \"Restore drill takes 50 minutes\"")
    @OptionGroup var globals: Globals
    @Argument(help: "Its id, or some of its words in quotes.") var result: String
    @Argument(help: "The new sentence.") var text: [String]

    func run() throws {
        try globals.open().results.reword(result, text.joined(separator: " "))
        Console.say("Reworded.")
    }
}

struct ResultDismiss: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dismiss", abstract: "Remove a result; `undo` brings it back.",
        discussion: "EXAMPLES\n  limelight result dismiss k3k9")
    @OptionGroup var globals: Globals
    @Argument(help: "Its id, or some of its words in quotes.") var result: String

    func run() throws {
        try globals.open().results.dismiss(result)
        Console.say("Dismissed. Bring it back with: limelight undo")
    }
}

struct ToldCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "told", abstract: "Record that you told someone of a result.",
        discussion: """
            EXAMPLES
              limelight told Maria "nine of twelve"
              limelight told Maria k3k9 --at yesterday
              limelight told everyone "nine of twelve"
            """)
    @OptionGroup var globals: Globals
    @Argument(help: "Who was told; `everyone` if you said it openly.") var person: String
    @Argument(help: "Some of the result’s words, or its id.") var result: [String]
    @Option(parsing: .unconditional, help: ArgumentHelp("When.", valueName: "time")) var at: String?

    func run() throws {
        let ledger = try globals.open()
        let spoken = SpokenTime(now: ledger.now, zones: try ledger.asking.zones())
        let text = try ledger.results.tell(
            result.joined(separator: " "), to: person,
            at: try at.map { (text: String) throws(LedgerError) in try spoken.parse(text) })
        Console.say("\(person.sentence) has heard of it: “\(text)”")
    }
}

struct Heard: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "heard", abstract: "Record what someone said back.",
        discussion: "EXAMPLES\n  limelight heard Maria \"the drill was impressive\" --result \"nine of twelve\"")
    @OptionGroup var globals: Globals
    @Argument(help: "Who said it.") var person: String
    @Argument(help: "What they said.") var words: String
    @Option(help: ArgumentHelp("The result it was about, by words or id; may be repeated.", valueName: "result"))
    var result: [String] = []

    func run() throws {
        let ledger = try globals.open()
        guard !result.isEmpty else {
            let near = try ledger.asking.claims().prefix(5).map { "  \($0.id)  \($0.text)" }
            throw LedgerError(
                .usage, "the command does not say which result it was about",
                hint: near.isEmpty
                    ? "First write the result down with `limelight result add`."
                    : "Add --result with some of its words, or its id. The latest:\n\(near.joined(separator: "\n"))")
        }
        try ledger.results.heard(person, words, claims: result)
        Console.say("Recorded.")
    }
}
