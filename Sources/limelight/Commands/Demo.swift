import ArgumentParser
import LedgerModel
import LedgerOperations

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Fill an empty ledger with a year that was made up.",
        discussion: "EXAMPLES\n  limelight demo\n  limelight demo --ledger /tmp/demo.sqlite --seed 7")
    @OptionGroup var globals: Globals
    @Option(help: ArgumentHelp("Another number, another year.", valueName: "number")) var seed: UInt64 = 1

    func run() async throws {
        // Never one's own ledger, unless it is named.
        let path = try globals.ledger ?? Console.environment("LIMELIGHT_LEDGER") ?? LedgerPlace.demo()
        let ledger = try Ledger(path: path, world: globals.world())
        let progress = ProgressLine()
        let pieces = try await ledger.keeping.fillWithDemo(seed: seed, progress: progress.callback)
        progress.finish()
        Console.say("A made-up year of \(pieces) pieces lies in \(path).")
        Console.print("Look at it:  limelight --ledger \"\(path)\" scope")
        Console.print("In a page:   limelight --ledger \"\(path)\" serve")
    }
}
