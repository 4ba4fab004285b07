import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions

/// Bare `limelight`: three lines and one thing to do.
struct Glance: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "glance", abstract: "This week in three lines, and one thing to do.", shouldDisplay: false)
    @OptionGroup var globals: Globals

    func run() throws {
        let ledger = try globals.open()
        for line in try ledger.glance() { Console.print(line) }
    }
}
