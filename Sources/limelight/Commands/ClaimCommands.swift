import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
import Renderings

struct ClaimCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim", abstract: "Results in one sentence each, resting on evidence.",
        discussion: """
            EXAMPLES
              limelight claim add "Restore drill takes 50 minutes instead of a day" \\
                --objective resilience --for "payments" --cite c3k9 --cite n7t2
              limelight claim five --for Maria -o results.html
              limelight claim list
            """,
        subcommands: [
            ClaimAdd.self, ClaimFive.self, ClaimList.self, ClaimCite.self, ClaimReword.self, ClaimDismiss.self,
        ],
        defaultSubcommand: ClaimList.self)
}

struct ClaimAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Write down what changed.",
        discussion: """
            EXAMPLES
              limelight claim add "Restore drill takes 50 minutes instead of a day"
              limelight claim add "Nights are calm" --for payments --cite c3k9
            """)
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions
    @Argument(help: "What changed.") var text: [String]
    @Option(help: ArgumentHelp("The objective it serves.", valueName: "key")) var objective: String?
    @Option(help: ArgumentHelp("Kind of work: contribution, improvement, idea, interaction.", valueName: "kind"))
    var worth: String?
    @Option(name: .customLong("for"), help: ArgumentHelp("For whom it changed.", valueName: "who")) var forWhom: String?
    @Option(help: ArgumentHelp("The figure, as “1 day → 50 min”.", valueName: "figure")) var figure: String?
    @Option(name: .customLong("known-by"), help: ArgumentHelp("How you know.", valueName: "how")) var knownBy: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("When it was reached.", valueName: "time")) var at: String?
    @Option(help: ArgumentHelp("Evidence it rests on; may be repeated.", valueName: "id")) var cite: [String] = []

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
                ? "on your word until evidence is cited: limelight claim cite \(id) ID"
                : "on \(Words.count(cite.count, "piece")) of evidence."
            Console.say("Written: \(id), resting \(rests)")
        }
    }
}

struct ClaimList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every claim, newest first.",
        discussion: "EXAMPLES\n  limelight claim list\n  limelight claim list --json")
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions

    func run() throws {
        let ledger = try globals.open()
        let claims = try ledger.asking.claims()
        let base = try ledger.asking.base(ledger.asking.currentQuarter())
        if output.json {
            let json = AnswerJSON(base) { $0.ids }
            Console.print(["claims": .array(claims.map(json.claim))])
        } else {
            Console.print(ClaimOutput.document(claims, base))
        }
        if claims.isEmpty { throw ExitCode(1) }
    }
}

struct ClaimCite: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cite", abstract: "Add evidence to a claim.",
        discussion: "EXAMPLES\n  limelight claim cite k3k9 c3k9 n7t2")
    @OptionGroup var globals: Globals
    @Argument(help: "Its id, or the start of it.") var claim: String
    @Argument(help: "Ids of evidence.") var evidence: [String]

    func run() throws {
        try globals.open().results.cite(claim, evidence)
        Console.say("Cited \(Words.count(evidence.count, "piece")).")
    }
}

struct ClaimReword: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reword", abstract: "Say a claim better.",
        discussion: "EXAMPLES\n  limelight claim reword k3k9 \"Restore drill takes 50 minutes\"")
    @OptionGroup var globals: Globals
    @Argument(help: "Its id, or the start of it.") var claim: String
    @Argument(help: "The new sentence.") var text: [String]

    func run() throws {
        try globals.open().results.reword(claim, text.joined(separator: " "))
        Console.say("Reworded.")
    }
}

struct ClaimDismiss: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dismiss", abstract: "Take a claim away; `undo` brings it back.",
        discussion: "EXAMPLES\n  limelight claim dismiss k3k9")
    @OptionGroup var globals: Globals
    @Argument(help: "Its id, or the start of it.") var claim: String

    func run() throws {
        try globals.open().results.dismiss(claim)
        Console.say("Dismissed. Bring it back with: limelight undo")
    }
}

struct Tell: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tell", abstract: "Remember that someone was told of a claim.",
        discussion: "EXAMPLES\n  limelight tell k3k9 --to Maria"
    )
    @OptionGroup var globals: Globals
    @Argument(help: "Its id, or the start of it.") var claim: String
    @Option(help: ArgumentHelp("Who was told.", valueName: "name")) var to: String
    @Option(parsing: .unconditional, help: ArgumentHelp("When.", valueName: "time")) var at: String?

    func run() throws {
        let ledger = try globals.open()
        let spoken = SpokenTime(now: ledger.now, zones: try ledger.asking.zones())
        try ledger.results.tell(
            claim, to: to, at: try at.map { (text: String) throws(LedgerError) in try spoken.parse(text) })
        Console.say("\(to) has heard of it.")
    }
}

struct Heard: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "heard", abstract: "Remember what someone said back.",
        discussion: "EXAMPLES\n  limelight heard Maria \"the drill was impressive\" --claim k3k9")
    @OptionGroup var globals: Globals
    @Argument(help: "Who said it.") var person: String
    @Argument(help: "Their words.") var words: String
    @Option(help: ArgumentHelp("The claim it was about; may be repeated.", valueName: "id")) var claim: [String] = []

    func run() throws {
        let ledger = try globals.open()
        guard !claim.isEmpty else {
            let near = try ledger.asking.claims().prefix(5).map { "  \($0.id)  \($0.text)" }
            throw LedgerError(
                .usage, "which claim was it about?",
                hint: near.isEmpty
                    ? "Write the result down first with `limelight claim add`."
                    : "Add --claim ID. The latest:\n\(near.joined(separator: "\n"))")
        }
        try ledger.results.heard(person, words, claims: claim)
        Console.say("Remembered.")
    }
}
