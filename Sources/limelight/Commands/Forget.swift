import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
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
        commandName: "forget", abstract: "Take a person out of everything, for good.",
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

/// Asking before something is erased, and saying what is left of it.
struct ErasingOptions: ParsableArguments {
    @Flag(help: "Do not ask.") var yes = false
    @Flag(help: "Delete backups beside the ledger too.") var backups = false
    @Flag(help: "Delete dropped calendars beside the ledger too, where they hold it.") var files = false

    func erase(_ target: Forgetting.Forgettable, from ledger: Ledger) throws {
        Console.note(target.notice)
        let remains = try ledger.forgetting.remains(of: target)
        let said = (remains.goes + target.stays).map { Advice($0) } + remains.stays
        for sentence in said { Console.note(sentence.words) }
        let reviews = try ledger.forgetting.keptReviews(holding: target)
        if !reviews.isEmpty { Console.note(Self.notice(reviews)) }
        let holding = try ledger.forgetting.keptFiles(holding: target)
        tellOfFiles(holding, ledger)
        guard yes || Console.confirms("Erase it?") else {
            Console.note(Console.canAsk ? "Nothing was erased." : "Nothing was erased. Without a terminal add --yes.")
            throw ExitCode(1)
        }
        let remarks = try ledger.forgetting.forget(target)
        Console.say("Erased.")
        for remark in remarks where !said.contains(remark) { Console.note(remark.words) }
        RoutineFiles(ledger: ledger).writeAnew(reviews)
        deleteFiles(of: holding, from: ledger)
        let left = ledger.keeping.backups()
        guard !left.isEmpty else { return }
        let held = Words.digits(left.count, "backup")
        if backups || (!yes && Console.confirms("\(held) may still hold it. Delete them?")) {
            ledger.keeping.deleteBackups()
            Console.say("Deleted \(held).")
        } else {
            Console.say("Backups still hold it: \(left.joined(separator: ", "))")
        }
    }

    /// What will become of reviews that the routine keeps.
    private static func notice(_ reviews: [Forgetting.KeptReview]) -> String {
        let anew = reviews.filter(\.isRoutines).map(\.name)
        let others = reviews.filter { !$0.isRoutines }.map(\.name)
        var sentences: [String] = []
        if !anew.isEmpty {
            sentences.append("Reviews beside the ledger hold it and are written anew without it: \(Words.list(anew)).")
        }
        if !others.isEmpty {
            sentences.append("Other files in that folder may hold it and stay: \(Words.list(others)).")
        }
        return sentences.joined(separator: " ")
    }

    /// What lies beside the ledger, which a person may not think of; with a terminal it is asked about afterwards.
    private func tellOfFiles(_ sources: [Source], _ ledger: Ledger) {
        if !sources.isEmpty, !files {
            Console.note(
                "What was dropped for \(Words.list(sources.map(\.name))) is kept beside the ledger and holds it; delete it too with --files."
            )
        }
        let kept = ledger.keeping.backups().count
        if kept > 0, !backups {
            Console.note("\(Words.digits(kept, "backup")) beside the ledger may hold it; delete with --backups.")
        }
    }

    /// Calendars that were dropped on a page are kept as they came.
    private func deleteFiles(of sources: [Source], from ledger: Ledger) {
        guard !sources.isEmpty else { return }
        let names = Words.list(sources.map(\.name))
        if files || (!yes && Console.confirms("What was dropped for \(names) still holds it. Delete those files?")) {
            ledger.importing.deleteKeptFiles(of: sources)
            Console.say("Deleted what was dropped for \(names).")
        } else {
            Console.say("What was dropped for \(names), kept beside the ledger, still holds it.")
        }
    }
}
