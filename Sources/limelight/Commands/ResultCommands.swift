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
            """,
        subcommands: [
            ResultAdd.self, ResultFive.self, ResultList.self, ResultCite.self, ResultReword.self, ResultDismiss.self,
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
        discussion: "EXAMPLES\n  limelight result cite k3k9 c3k9 n7t2")
    @OptionGroup var globals: Globals
    @Argument(help: "Its id, or some of its words in quotes.") var result: String
    @Argument(help: "Ids of evidence.") var evidence: [String]

    func run() throws {
        try globals.open().results.cite(result, evidence)
        Console.say("Cited \(Words.count(evidence.count, "piece")).")
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
