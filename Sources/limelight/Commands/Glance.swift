import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions

/// Bare `limelight`: three lines and one thing to do.
struct Glance: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "glance", abstract: "This week in three lines, and one thing to do.", shouldDisplay: false)
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions

    func run() throws {
        let lines = try globals.open().glance()
        if output.json {
            Console.print(["schema": "limelight.glance/1", "lines": .array(lines.map { .string($0) })])
        } else {
            for line in lines { Console.print(line) }
        }
    }
}
