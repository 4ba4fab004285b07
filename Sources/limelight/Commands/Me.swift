import ArgumentParser
import LedgerModel
import LedgerOperations
import Renderings

struct Me: AsyncParsableCommand {
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
        let importing = try globals.open().importing
        let mine = try importing.me()
        let (also, not) = (try importing.alsoMine(), try importing.notMine())
        if output.json {
            Console.print([
                "me": .array(mine.map { .string($0) }), "not_me": .array(not.map { .string($0) }),
                "also_yours": AlsoYours.json(also),
            ])
        } else if mine.isEmpty {
            Console.say("No address or name is known as yours yet. Add one with: limelight me add you@example.org")
            throw ExitCode(1)
        } else {
            Console.print(mine.joined(separator: "\n"))
            if !not.isEmpty { Console.note("Not yours: \(not.map(TerminalText.line).joined(separator: ", "))") }
            AlsoYours.tell(also)
        }
    }
}

struct MeAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Count an address or a name as yours.",
        discussion: "EXAMPLES\n  limelight me add dana@example.org\n  limelight me add \"Dana Ortiz\"")
    @OptionGroup var globals: Globals
    @Argument(help: "A mail address, or a name as commits carry it.") var identity: String

    func run() async throws {
        let ledger = try globals.open(mayBegin: true)
        guard try ledger.importing.addMe(identity) else {
            return Console.say("\(identity) was already known as yours.")
        }
        Console.say("\(identity) is yours.")
        try await MyCommits.readAgain(ledger)
    }
}

struct MeRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Stop counting an address or a name as yours.",
        discussion: """
            EXAMPLES
              limelight me remove root@build

            It is remembered: no import takes the address from git’s configuration again,
            or asks about it. `limelight me add` or `limelight undo` takes that back.
            """)
    @OptionGroup var globals: Globals
    @Argument(help: "A mail address or a name.") var identity: String

    func run() async throws {
        let ledger = try globals.open()
        try ledger.importing.removeMe(identity)
        Console.say("\(identity) does not count as yours.")
        try await MyCommits.readAgain(ledger)
    }
}

/// Events are judged at once by who the person is. Whose a commit is decides what is read of it, so repositories are
/// read again.
enum MyCommits {
    static func readAgain(_ ledger: Ledger) async throws {
        let progress = ProgressLine()
        let report = try await ledger.importing.readRepositoriesAgain(progress: progress.callback)
        progress.finish()
        for outcome in report.outcomes where outcome.count.added + outcome.count.updated + outcome.count.withdrawn > 0 {
            Console.say(outcome.sentence)
        }
        for failure in report.failures { Console.report(failure.error) }
    }
}
