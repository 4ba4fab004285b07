import ArgumentParser
import LedgerModel
import LedgerOperations

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Fill an empty ledger with a made-up year.",
        discussion: "EXAMPLES\n  limelight demo\n  limelight demo --ledger /tmp/demo.sqlite --seed 7")
    @OptionGroup var globals: Globals
    @Option(help: ArgumentHelp("Each number makes a different year.", valueName: "number")) var seed: UInt64 = 1

    func run() async throws {
        // The person's own ledger is filled only if it is named.
        let path = try globals.ledger ?? Console.environment("LIMELIGHT_LEDGER") ?? LedgerPlace.demo()
        let ledger = try Ledger(path: path, world: globals.world())
        let progress = ProgressLine()
        let pieces = try await ledger.keeping.fillWithDemo(seed: seed, progress: progress.callback)
        progress.finish()
        Console.say("A made-up year of \(pieces) pieces is in \(path).")
        Console.print("In the terminal:  limelight --ledger \"\(path)\" scope")
        Console.print("In a browser:     limelight --ledger \"\(path)\" serve")
    }
}
