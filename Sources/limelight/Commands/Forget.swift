import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
import Renderings
import Renderings

struct Forget: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Erase a piece of evidence or a person for good.",
        discussion: "EXAMPLES\n  limelight forget e3k9\n  limelight forget \"Jonas Weber\" --yes")
    @OptionGroup var globals: Globals
    @Argument(help: "An id, a name or an address.") var what: String
    @OptionGroup var erasing: ErasingOptions

    func run() throws {
        let ledger = try globals.open()
        try erasing.erase(ledger.forgetting.forgettable(what), from: ledger)
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

/// Asks before something is erased, and says what remains.
struct ErasingOptions: ParsableArguments {
    @Flag(help: "Do not ask.") var yes = false
    @Flag(help: "Delete backups beside the ledger too.") var backups = false
    @Flag(help: "Delete dropped calendars beside the ledger too, where they hold it.") var files = false

    func erase(_ target: Forgetting.Forgettable, from ledger: Ledger) throws {
        let plan = try ledger.forgetting.plan(target)
        show(plan)
        guard yes || Console.confirms("Erase it?") else {
            Console.note(Console.canAsk ? "Nothing was erased." : "Nothing was erased. Without a terminal, add --yes.")
            throw ExitCode(1)
        }
        let also = ForgettingPlan.Also(
            files: files
                || asks(!plan.files.isEmpty, "The files dropped for \(names(plan)) still hold it. Delete them?"),
            backups: backups
                || asks(plan.backups > 0, "\(Words.digits(plan.backups, "backup")) may still hold it. Delete them?"))
        let sentences = try ledger.forgetting.perform(plan, also, by: ReviewPaper.render)
        Console.say("Erased.")
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
