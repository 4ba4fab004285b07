package import LedgerModel
import LedgerStore
package import Questions

/// This week and the one thing that would help most now: the same for a bare `limelight` and for Today.
package struct WeekNow: Sendable {
    package var scope: ScopeAnswer
    package var base: AnswerBase
    package var step: NextStep
    package var timer: OpenTimer?
    /// When a source was last read.
    package var lastRead: Instant?
}

package enum NextStep: Sendable {
    case writeFrame
    case tell(ValueAnswer.Untold)
    /// A measure that was never agreed.
    case agree(String)
    case readSource
    case note

    /// In words, with the command at the end where there is one.
    package func text(_ zones: ZoneHistory) -> String {
        switch self {
        case .writeFrame: return "Write down what you are measured on: limelight frame edit"
        case .tell(let item):
            let when = item.nextOccasion.map { " on \(zones.day(of: $0.at).iso)" } ?? ""
            return "Tell \(item.person)\(when): \(item.claim.text)"
        case .agree(let label): return "Agree “\(label)” with the person who decides."
        case .readSource: return "Read a calendar or a repository: limelight import auto ~"
        case .note: return "Note what changed today: limelight log \"…\""
        }
    }
}

extension Ledger {
    /// Nil while the ledger is empty.
    package func weekNow() throws(LedgerError) -> WeekNow? {
        guard try !store.ids(SearchQuery(), range: nil, limit: 1).isEmpty else { return nil }
        let (answer, base) = try scope(Period("week", today: today()))
        let sources = try store.sources()
        return WeekNow(
            scope: answer, base: base, step: try nextStep(base, answer, hasSources: !sources.isEmpty),
            timer: try openTimer(), lastRead: sources.compactMap(\.lastImport).max())
    }

    private func nextStep(
        _ base: AnswerBase, _ scope: ScopeAnswer, hasSources: Bool
    ) throws(LedgerError) -> NextStep {
        if base.frame.responsibilities.isEmpty { return .writeFrame }
        if let untold = try value(currentQuarter()).0.inTheDark.first { return .tell(untold) }
        if let first = scope.unagreed.first { return .agree(first.label) }
        return hasSources ? .note : .readSource
    }
}
