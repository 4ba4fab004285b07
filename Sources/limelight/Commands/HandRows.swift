import ArgumentParser
import LedgerModel
import LedgerOperations

struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change a note that was written by hand.",
        discussion:
            "EXAMPLES\n  limelight edit n3k9 --text \"restore drill, 50 minutes\"\n  limelight edit n3k9 --at 14:30 --for 50m"
    )

    @OptionGroup var globals: Globals

    @Argument(help: "Its id, or the start of it.")
    var id: String

    @Option(help: "The new text.")
    var text: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("When it ended: 9:30, \"yesterday 17:45\", -20m.", valueName: "time"))
    var at: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("When it began.", valueName: "time"))
    var from: String?

    @Option(name: .customLong("for"), help: ArgumentHelp("How long it took.", valueName: "length"))
    var length: String?

    @Option(help: ArgumentHelp("Who was there instead.", valueName: "name"))
    var with: [String] = []

    @Option(help: ArgumentHelp("Its tags instead.", valueName: "tag"))
    var tag: [String] = []

    func validate() throws {
        guard text != nil || at != nil || from != nil || length != nil || !with.isEmpty || !tag.isEmpty else {
            throw ValidationError("Say what to change: --text, --at, --from, --for, --with or --tag.")
        }
    }

    func run() throws {
        let ledger = try globals.open()
        let spoken = SpokenTime(
            now: ledger.now, zones: try ledger.zones(ledger.frame()), day: try ledger.show(id).civil.day)
        var edit = Ledger.Edit()
        edit.text = text
        edit.at = try at.map { (text: String) throws(LedgerError) in try spoken.parse(text) }
        edit.from = try from.map { (text: String) throws(LedgerError) in try spoken.parse(text) }
        edit.length = try length.map { (text: String) throws(LedgerError) in try Length.parse(text) }
        edit.with = with.isEmpty ? nil : with
        edit.tags = tag.isEmpty ? nil : tag
        Console.say("Changed \(try ledger.edit(id, edit)). The earlier version is kept.")
    }
}

struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take a note off every view; `undo` brings it back.",
        discussion: "EXAMPLES\n  limelight remove n3k9")

    @OptionGroup var globals: Globals

    @Argument(help: "Its id, or the start of it.")
    var id: String

    func run() throws {
        Console.say("Removed \(try globals.open().remove(id)). Bring it back with: limelight undo")
    }
}

struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take back the last thing done by hand; again, the one before it.",
        discussion: "EXAMPLES\n  limelight undo")

    @OptionGroup var globals: Globals

    func run() throws {
        Console.say("Took back \(try globals.open().undo().sentence).")
    }
}
