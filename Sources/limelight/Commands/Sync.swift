import ArgumentParser
import LedgerOperations

struct Sync: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync", abstract: "Read what is new in every known source.",
        discussion: "EXAMPLES\n  limelight sync")

    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let progress = ProgressLine()
        let report = try await globals.open().importing.sync(progress: progress.callback)
        progress.finish()
        if report.outcomes.isEmpty, report.failures.isEmpty, !output.json {
            Console.say("There is no source yet. Add one with: limelight import auto ~")
            throw ExitCode(1)
        }
        try ImportPrinter.print(report, json: output.json)
    }
}
