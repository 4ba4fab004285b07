import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// `limelight` without a command: three lines and one thing to do.
struct OverviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "glance", abstract: "This week in three lines, and one thing to do.", shouldDisplay: false)
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions

    func run() throws {
        // The commands to start with do not repeat `--ledger`, so a named ledger has to exist.
        let ledger = try globals.ledger == nil ? globals.look() : globals.open()
        let (overview, json) = try ledger.asking.inquire(.weekNow) { inquiry in
            let overview = try inquiry.overview(named: globals.place.variable, isExact: output.json)
            return (overview, output.json ? Optional(try self.json(overview, inquiry)) : nil)
        }
        if let json {
            Console.print(json)
        } else {
            for line in overview.lines {
                switch line {
                case .sentence(let text): Console.say(text.words)
                case .offers(let list): Console.say(list.map { ($0.offer.command, $0.why) }, indent: 2)
                }
            }
        }
        if !ledger.isBegun { throw ExitCode(1) }
    }

    private func json(_ overview: Overview, _ inquiry: Inquiry) throws -> JSON {
        let step = overview.week?.step ?? .setUp
        let asked = try overview.week?.scope ?? inquiry.scope(Period("week", today: inquiry.today))
        return try inquiry.json(asked) { writer in
            { scope in
                writer.overview(
                    scope,
                    .init(
                        running: overview.week?.timer.map {
                            ($0.text, $0.at, min(inquiry.now - $0.at, OpenTimer.longest))
                        },
                        lastRead: overview.week?.lastRead,
                        next: (step.kind, step.words(asked.base.zones), step.offer?.command ?? ""),
                        isBegun: inquiry.isBegun, isDemo: overview.isDemo))
            }
        }
    }
}
