package import LedgerModel
import LedgerStore
import Questions

extension Ledger {
    /// The week in three lines and one thing to do.
    package func glance() throws(LedgerError) -> [String] {
        guard let week = try weekNow() else {
            let width = FirstSteps.all.map(\.way.command.count).max() ?? 0
            return ["This ledger is empty. It lies at \(path), and only you can read it.", "Begin where you like:"]
                + FirstSteps.all.map { step in
                    "  \(step.way.command)\(String(repeating: " ", count: width - step.way.command.count))  \(step.why)"
                } + ["Or look around in a made-up year first: limelight demo"]
        }
        let (answer, base) = (week.scope, week.base)
        var lines = ["This week: \(base.seenOfWorking.plain)."]
        let others = answer.otherArenas.map { "\(Hours.text($0.spent.seconds)) \($0.arena.label)" }
        if answer.base.seconds > 0, !base.frame.responsibilities.isEmpty {
            lines.append(
                "\(Hours.percent(answer.measured.spent.seconds, of: answer.base.seconds)) of the job went to what you are measured on"
                    + (others.isEmpty ? "." : "; beside it \(Words.list(others))."))
        } else if !others.isEmpty {
            lines.append("Beside the job: \(Words.list(others)).")
        }
        if let timer = week.timer {
            lines.append("Running: \(timer.text), since \(base.zones.civil(timer.at).clock).")
        } else if let latest = week.lastRead {
            lines.append("Sources last read \(base.zones.day(of: latest).iso).")
        }
        lines.append("→ \(week.step.text(base.zones))")
        if try store.holdings().demoSeed != nil { lines.append("(demo: this year was made up)") }
        return lines
    }
}
