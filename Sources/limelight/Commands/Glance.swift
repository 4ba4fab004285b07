import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// Bare `limelight`: three lines and one thing to do.
struct GlanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "glance", abstract: "This week in three lines, and one thing to do.", shouldDisplay: false)
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions

    func run() throws {
        // The ways to begin do not carry an option.
        let ledger = try globals.ledger == nil ? globals.look() : globals.open()
        let glance = try ledger.asking.glance(named: globals.place.variable)
        if output.json {
            Console.print(try json(glance, ledger))
        } else {
            for line in glance.lines {
                switch line {
                case .sentence(let text): Console.say(text)
                case .ways(let ways): Console.say(ways.map { ($0.command, $0.why) }, indent: 2)
                }
            }
        }
        if !ledger.isBegun { throw ExitCode(1) }
    }

    private func json(_ glance: Glance, _ ledger: Ledger) throws(LedgerError) -> JSON {
        let step = glance.week?.step ?? .setUp
        let scope: ScopeAnswer
        let base: AnswerBase
        if let week = glance.week {
            (scope, base) = (week.scope, week.base)
        } else {
            (scope, base) = try ledger.asking.scope(Period("week", today: ledger.asking.today()))
        }
        return try ledger.asking.json(base) {
            $0.glance(
                scope,
                .init(
                    running: glance.week?.timer.map { ($0.text, $0.at, min(ledger.now - $0.at, OpenTimer.longest)) },
                    lastRead: glance.week?.lastRead,
                    next: (step.kind, step.words(base.zones), step.way?.command ?? ""), isBegun: ledger.isBegun,
                    isDemo: glance.isDemo))
        }
    }
}
