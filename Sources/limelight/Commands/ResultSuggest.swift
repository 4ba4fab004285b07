import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
import Renderings

struct ResultSuggest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest", abstract: "What of a quarter may be a result, best first.",
        discussion: """
            At most ten candidates, made from commits, meetings and notes: pieces that name
            one issue, share words within days, or led to a decision. Incidents, hotfixes
            and on call are never among them. What a result cites already is left out.

            In a terminal it asks about each, one key an answer: keep it as a result, in
            your own words; strike it for good; later; merge it with the one above; split
            it into two. With --ask it reads one answer per line: keep, or keep and the
            words, strike, later, merge, split, next, a number, undo and quit.

            EXAMPLES
              limelight result suggest
              limelight result suggest --list
              printf '3\nkeep Sorting takes a second\n' | limelight result suggest --ask
              limelight result suggest --in 2026-Q1
              limelight result suggest --since 2026-01-01 --until 2026-04-01 --json
            """)
    @OptionGroup var globals: Globals
    @OptionGroup var period: PeriodOptions
    @OptionGroup var output: OutputOptions
    @Flag(help: "Only list them, also in a terminal.") var list = false
    @Flag(help: "Ask, also without a terminal.") var ask = false

    func run() throws {
        let ledger = try globals.open()
        let chosen = try period.choose(ledger, isExact: output.json)
        if !output.json, !list, ask || Console.canAsk && Console.isTerminal {
            var run = CandidateRun(ledger: ledger, period: chosen.period)
            return try run.begin()
        }
        let (found, json) = try ledger.asking.inquire { inquiry in
            let found = try inquiry.candidates(chosen.period)
            let json = AnswerJSON.candidates(
                found, now: inquiry.now, zones: inquiry.zones, revision: try inquiry.revision)
            return (found, json)
        }
        if output.json { Console.print(json) } else { Console.print(found.document().headed(chosen.aside)) }
        if found.list.isEmpty { throw ExitCode(1) }
    }
}
