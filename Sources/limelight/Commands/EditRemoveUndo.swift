import ArgumentParser
import LedgerModel
import LedgerOperations
import Renderings

struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change a note that you wrote by hand.",
        discussion: """
            --from moves the beginning, --until moves the end, and --for sets the length
            from the beginning; the rest stays as it is. A time without a day is on the day
            on which the note began.

            EXAMPLES
              limelight edit n3k9 --text "restore drill, 50 minutes"
              limelight edit n3k9 --until 17:30
              limelight edit n3k9 --from 14:30 --for 50m
            """)

    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions

    @Argument(help: "Its id, or the start of its id.")
    var id: String

    @Option(help: "The new text.")
    var text: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("When it began: 9:30, -20m.", valueName: "time"))
    var from: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("When it ended.", valueName: "time"))
    var until: String?

    @Option(
        parsing: .unconditional, help: ArgumentHelp("When it was, for a note without a length.", valueName: "time"))
    var at: String?

    @Option(name: .customLong("for"), help: ArgumentHelp("How long it took.", valueName: "length"))
    var length: String?

    @Option(help: ArgumentHelp("Who was there; replaces the people.", valueName: "name"))
    var with: [String] = []

    @Option(help: ArgumentHelp("A tag; replaces the tags.", valueName: "tag"))
    var tag: [String] = []

    func validate() throws {
        let isTimed = [from, until, at, length].contains { $0 != nil }
        guard text != nil || isTimed || !with.isEmpty || !tag.isEmpty else {
            throw ValidationError(
                "Say what to change: --text, --from, --until, --for, --at, --with or --tag.")
        }
    }

    func run() throws {
        let ledger = try globals.open()
        let spoken = SpokenTime(
            now: ledger.now, zones: try ledger.asking.zones(), day: try ledger.asking.show(id).civil.day)
        func time(_ text: String?) throws(LedgerError) -> Instant? {
            try text.map { (text: String) throws(LedgerError) in try spoken.parse(text) }
        }
        var edit = Capture.Edit()
        edit.text = text
        edit.at = try time(at)
        edit.from = try time(from)
        edit.until = try time(until)
        edit.length = try length.map { (text: String) throws(LedgerError) in try Length.parse(text) }
        edit.with = with.isEmpty ? nil : with
        edit.tags = tag.isEmpty ? nil : tag
        try ledger.capture.edit(id, edit).print(json: output.json)
    }
}

extension Capture.Edited {
    fileprivate func print(json: Bool) {
        guard !json else {
            Console.print([
                "id": .string(id.description), "at": .string(begin.rfc3339),
                "until": end.map { .string($0.rfc3339) } ?? nil, "seconds": .integer(seconds),
            ])
            return
        }
        var time = "\(Period.date(begin.day)), \(begin.clock)"
        if let end {
            time +=
                " to \(end.day == begin.day ? "" : Period.date(end.day) + ", ")\(end.clock), \(SpokenDuration.text(seconds))"
        }
        Console.say("Changed \(id): \(time). The earlier version is kept.")
        if let remark { Console.print(remark.words) }
    }
}

struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove a note from every view; `undo` brings it back.",
        discussion: "EXAMPLES\n  limelight remove n3k9")

    @OptionGroup var globals: Globals

    @Argument(help: "Its id, or the start of its id.")
    var id: String

    func run() throws {
        Console.say("Removed \(try globals.open().capture.remove(id)). Bring it back with: limelight undo")
    }
}

struct Undo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Undo the last action by hand; again, the one before it.",
        discussion: """
            Says what it takes back and how old that is. It asks first if that is from
            before today; without a terminal, add --yes. Forgetting and making something
            private cannot be undone. `redo` brings back what was undone, until you do
            something else by hand.

            EXAMPLES
              limelight undo
              limelight undo --yes
            """)

    @OptionGroup var globals: Globals
    @Flag(help: "Do not ask, however old it is.") var yes = false

    func run() async throws {
        let ledger = try globals.open()
        let plan = try ledger.keeping.undoPlan()
        if plan.isOld, !yes, !Console.confirms("The last thing you did is not from today: \(plan.sentence). Undo it?") {
            if !Console.canAsk { Console.note("The last thing you did is not from today: \(plan.sentence).") }
            Console.note("Nothing was changed. Without a terminal, add --yes.")
            throw ExitCode(1)
        }
        let undone = try ledger.keeping.undo(plan)
        let age = undone.age(ledger.now, try ledger.asking.zones())
        Console.say("Undone: \(undone.sentence), \(age). To bring it back: limelight redo")
        if undone.changedMe { try await MyCommits.readAgain(ledger) }
    }
}

struct Redo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redo", abstract: "Bring back what `undo` undid last.",
        discussion: """
            It can be brought back until you do something else by hand.

            EXAMPLES
              limelight redo
            """)

    @OptionGroup var globals: Globals

    func run() async throws {
        let ledger = try globals.open()
        let undone = try ledger.keeping.redo()
        let zones = try ledger.asking.zones()
        Console.say("Brought back: \(undone.sentence), \(undone.age(ledger.now, zones)). To undo: limelight undo")
        if undone.changedMe { try await MyCommits.readAgain(ledger) }
    }
}
