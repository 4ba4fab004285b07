import ArgumentParser
import LedgerModel
import LocalFiles
import TraceSources

/// The command line: it parses, calls `LedgerOperations`, and prints.
@main
struct Limelight: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "limelight",
        abstract: "What you did, what it changed, and who has not heard. Private, on your machine.",
        discussion: """
            Reads your calendars, repositories and notes, and answers five questions: what
            you are judged on, what time is yours, where it leads, what happens behind the
            scenes, and what you changed. Nothing leaves this machine. Without a command,
            it sums up this week in three lines and names one thing to do.

            EXAMPLES
              limelight setup
              limelight log "restore drill done" --for 50m --with Maria
              limelight import git ~/work/runbooks --arena job
              limelight import calendar work.ics --arena job
              limelight scope --in month
              limelight serve
            """,
        version: "0.1.0",
        subcommands: [OverviewCommand.self],
        groupedSubcommands: [
            CommandGroup(name: "Begin", subcommands: [Setup.self]),
            CommandGroup(
                name: "Capture",
                subcommands: [
                    Log.self, Start.self, Stop.self, Status.self, Edit.self, Remove.self, Undo.self, Redo.self,
                ]),
            CommandGroup(
                name: "Sources", subcommands: [Import.self, Sync.self, Sources.self, Me.self, Demo.self]),
            CommandGroup(name: "Each week", subcommands: [Review.self, BlockCommand.self, RoutineCommand.self]),
            CommandGroup(
                name: "The five questions",
                subcommands: [Scope.self, Guard.self, PictureCommand.self, Backstage.self, Value.self]),
            CommandGroup(
                name: "Look",
                subcommands: [Totals.self, Timeline.self, Search.self, Show.self, People.self, Serve.self, Open.self]),
            CommandGroup(
                name: "Sort and correct",
                subcommands: [Sort.self, Correct.self, JobCommand.self, Rules.self, FineCommand.self]),
            CommandGroup(
                name: "Results",
                subcommands: [ResultCommand.self, ToldCommand.self, Heard.self, Asked.self, Report.self]),
            CommandGroup(
                name: "Maintenance", subcommands: [Export.self, Restore.self, Forget.self, Private.self, Doctor.self]),
        ],
        defaultSubcommand: OverviewCommand.self
    )

    static func main() async {
        Output.begin()
        do {
            let arguments = GlobalsFirst.rearrange(try TypedWords.arguments())
            if try runPlain(arguments) { Console.leave(0) }
            var command = try parseAsRoot(arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            Console.leave(0)
        } catch let error as LedgerError {
            Console.fail(error)
        } catch let error as FileError {
            Console.fail(LedgerError(error))
        } catch {
            if let unknown = unknownCommand(CommandLine.arguments.dropFirst()) { Console.fail(unknown) }
            Console.end(error, code: exitCode(for: error).rawValue, message: fullMessage(for: error))
        }
    }

    /// Runs the commands that are typed many times a day without the parser, if their arguments are plain.
    private static func runPlain(_ arguments: [String]) throws -> Bool {
        if arguments == ["--version"] {
            Console.print(configuration.version)
            return true
        }
        return switch arguments.first {
        case "log": try NoteWords(plain: arguments.dropFirst())?.write() != nil
        case "status": try StatusWords(plain: arguments.dropFirst())?.tell() != nil
        default: false
        }
    }

    /// The error for a first word that is not a command, with the nearest command.
    private static func unknownCommand(_ arguments: ArraySlice<String>) -> LedgerError? {
        guard let word = GlobalsFirst.rearrange(Array(arguments)).first, !word.hasPrefix("-"), word != "help"
        else { return nil }
        let groups = configuration.groupedSubcommands.flatMap(\.subcommands) + configuration.subcommands
        let names = Set(groups.map { $0._commandName }).sorted()
        guard !names.contains(word) else { return nil }
        let suggestion = nearest(to: word, among: names).map { "; did you mean “\($0)”?" } ?? ""
        return LedgerError(
            .usage, "there is no command “\(word)”\(suggestion)", hint: "List them with `limelight --help`.")
    }
}
