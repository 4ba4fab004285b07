import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
import Renderings
import Renderings

struct Forget: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Erase a piece of evidence, its series or a person for good.",
        discussion:
            "EXAMPLES\n  limelight forget e3k9\n  limelight forget e3k9 --series\n  limelight forget \"Jonas Weber\" --yes"
    )
    @OptionGroup var globals: Globals
    @Argument(help: "An id, a name or an address.") var what: String
    @Flag(help: "Its whole series, and what its source adds to it.") var series = false
    @OptionGroup var erasing: ErasingOptions

    func run() throws {
        let ledger = try globals.open()
        try erasing.erase(ledger.forgetting.forgettable(what, wholeSeries: series), from: ledger)
    }
}

struct Private: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "private", abstract: "Keep only the time of a piece or series, for good.",
        discussion: """
            Title, text, tags and people go, in every version, and no import brings them
            back. To keep only the times of a whole source: limelight sources private.

            EXAMPLES
              limelight private e3k9
              limelight private e3k9 --series
            """)
    @OptionGroup var globals: Globals
    @Argument(help: "Its id, or the start of its id.") var id: String
    @Flag(help: "Its whole series, and what its source adds to it.") var series = false
    @Flag(help: "Do not ask.") var yes = false
    @Flag(help: "Delete backups beside the ledger too.") var backups = false

    func run() throws {
        let ledger = try globals.open()
        try Erasing(yes: yes, backups: backups).erase(
            ledger.forgetting.privatable(id, wholeSeries: series), from: ledger)
    }
}

struct PeopleForget: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Remove a person from everything, for good.",
        discussion:
            "EXAMPLES\n  limelight people forget \"Jonas Weber\"\n  limelight people forget jonas@example.com --yes")
    @OptionGroup var globals: Globals
    @Argument(help: "A whole name, an address or an id.") var name: String
    @OptionGroup var erasing: ErasingOptions

    func run() throws {
        let ledger = try globals.open()
        try erasing.erase(ledger.forgetting.forgettable(person: name), from: ledger)
    }
}

struct ErasingOptions: ParsableArguments {
    @Flag(help: "Do not ask.") var yes = false
    @Flag(help: "Delete backups beside the ledger too.") var backups = false
    @Flag(help: "Delete dropped calendars beside the ledger too, where they hold it.") var files = false

    func erase(_ target: Forgetting.Forgettable, from ledger: Ledger) throws {
        try Erasing(yes: yes, backups: backups, files: files).erase(target, from: ledger)
    }
}

/// Asks before something is erased, and says what remains.
struct Erasing {
    let yes: Bool
    let backups: Bool
    var files = false

    func erase(_ target: Forgetting.Forgettable, from ledger: Ledger) throws {
        let plan = try ledger.forgetting.plan(target)
        show(plan)
        guard yes || Console.confirms(plan.question) else {
            Console.note(Console.canAsk ? plan.notDone : "\(plan.notDone) Without a terminal, add --yes.")
            throw ExitCode(1)
        }
        let also = ForgettingPlan.Also(
            files: files
                || asks(!plan.files.isEmpty, "The files dropped for \(names(plan)) still hold it. Delete them?"),
            backups: backups
                || asks(plan.backups > 0, "\(Words.digits(plan.backups, "backup")) may still hold it. Delete them?"))
        let sentences = try ledger.forgetting.perform(plan, also, by: ReviewPaper.render)
        Console.say(plan.done)
        for sentence in sentences { Console.say(sentence.words) }
    }

    private func asks(_ isThere: Bool, _ question: String) -> Bool { isThere && !yes && Console.confirms(question) }

    private func names(_ plan: ForgettingPlan) -> String { Words.list(plan.files.map(\.name)) }

    /// Includes the files beside the ledger, which are easy to overlook.
    private func show(_ plan: ForgettingPlan) {
        for sentence in plan.goes { Console.note(sentence) }
        for stay in plan.stays {
            let search = stay.search.map { "; see them with: \(Offer.search($0).command)" }
            Console.note(stay.text.words + (search ?? ""))
        }
        if !plan.renewed.isEmpty {
            Console.note(
                "Reviews beside the ledger hold it and are rewritten without it: \(Words.list(plan.renewed)).")
        }
        if !plan.rewritten.isEmpty {
            Console.note(
                "The files dropped for \(Words.list(plan.rewritten.map(\.name))) hold it and are rewritten without it.")
        }
        if !plan.files.isEmpty, !files {
            Console.note(
                "The files dropped for \(names(plan)) are kept beside the ledger and hold it; delete them too with --files."
            )
        }
        if plan.backups > 0, !backups {
            Console.note(
                "\(Words.digits(plan.backups, "backup")) beside the ledger may hold it; delete with --backups.")
        }
    }
}
