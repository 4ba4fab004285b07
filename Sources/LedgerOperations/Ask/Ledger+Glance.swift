package import LedgerModel
import LedgerStore
import Questions

extension Ledger {
    /// The week in three lines and one thing to do.
    package func glance() throws(LedgerError) -> [String] {
        let holdings = try store.holdings()
        guard holdings.evidence > 0 else {
            return [
                "This ledger is empty. It lies at \(path), and only you can read it.",
                "Write a note:       limelight log \"restore drill done\" --for 50m",
                "Read what is there: limelight import auto ~",
                "Look around first:  limelight demo",
            ]
        }
        let week = try Period("week", today: today())
        let (answer, base) = try scope(week)
        var lines = ["This week: \(base.seenOfWorking)."]
        let others = answer.otherArenas.map { "\(Hours.text($0.spent.seconds)) \($0.arena.label)" }
        if answer.base.seconds > 0, !base.frame.responsibilities.isEmpty {
            lines.append(
                "\(Hours.percent(answer.measured.spent.seconds, of: answer.base.seconds)) of the job went to what you are measured on"
                    + (others.isEmpty ? "." : "; beside it \(Words.list(others))."))
        } else if !others.isEmpty {
            lines.append("Beside the job: \(Words.list(others)).")
        }
        if let timer = try openTimer() {
            lines.append("Running: \(timer.text), since \(base.zones.civil(timer.at).clock).")
        } else if let latest = try store.sources().compactMap(\.lastImport).max() {
            lines.append("Sources last read \(base.zones.day(of: latest).iso).")
        }
        lines.append("→ \(try nextStep(base, answer))")
        if holdings.demoSeed != nil { lines.append("(demo: this year was made up)") }
        return lines
    }

    /// The one thing that would help most now.
    private func nextStep(_ base: AnswerBase, _ scope: ScopeAnswer) throws(LedgerError) -> String {
        if base.frame.responsibilities.isEmpty { return "Write down what you are measured on: limelight frame edit" }
        let (value, _) = try self.value(currentQuarter())
        if let dark = value.inTheDark.first {
            let when = dark.nextOccasion.map { " on \(base.zones.day(of: $0.at).iso)" } ?? ""
            return "Tell \(dark.person)\(when): \(dark.claim.text)"
        }
        if let first = scope.unagreed.first { return "Agree “\(first.label)” with the person who decides." }
        if try store.sources().isEmpty { return "Read a calendar or a repository: limelight import auto ~" }
        return "Note what changed today: limelight log \"…\""
    }
}
