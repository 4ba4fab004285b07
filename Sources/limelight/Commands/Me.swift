import ArgumentParser
import LedgerModel
import LedgerOperations

struct Me: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "me", abstract: "Which addresses and names are yours.",
        discussion: "EXAMPLES\n  limelight me\n  limelight me add dana@example.org\n  limelight me remove root@build",
        subcommands: [MeList.self, MeAdd.self, MeRemove.self], defaultSubcommand: MeList.self)
}

struct MeList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List your addresses and names.", discussion: "EXAMPLES\n  limelight me list")
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions

    func run() throws {
        let mine = try globals.open().importing.me()
        if output.json {
            Console.print(["me": .array(mine.map { .string($0) })])
        } else if mine.isEmpty {
            Console.say("No address or name is known as yours yet. Add one with: limelight me add you@example.org")
            throw ExitCode(1)
        } else {
            Console.print(mine.joined(separator: "\n"))
        }
    }
}

struct MeAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Count an address or a name as yours.",
        discussion: "EXAMPLES\n  limelight me add dana@example.org\n  limelight me add \"Dana Ortiz\"")
    @OptionGroup var globals: Globals
    @Argument(help: "A mail address, or a name as commits carry it.") var identity: String

    func run() throws {
        let ledger = try globals.open(mayBegin: true)
        guard try ledger.importing.addMe(identity) else {
            return Console.say("\(identity) was already known as yours.")
        }
        let again = try ledger.asking.sources().contains { $0.kind == .git }
        Console.say("\(identity) is yours.\(again ? " Read your commits under it with: limelight sync" : "")")
    }
}

struct MeRemove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Stop counting an address or a name as yours.",
        discussion: "EXAMPLES\n  limelight me remove root@build")
    @OptionGroup var globals: Globals
    @Argument(help: "A mail address or a name.") var identity: String

    func run() throws {
        try globals.open().importing.removeMe(identity)
        Console.say("\(identity) is no longer yours. Read the sources again with: limelight sync")
    }
}
