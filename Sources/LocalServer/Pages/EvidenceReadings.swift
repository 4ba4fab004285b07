import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// What a piece was read as, in the words of pages.
enum EvidenceReadings {
    static func all(_ piece: Inquiry.Piece, _ myJob: MyJob) -> [EvidenceView.Reading] {
        let labels = MyJobLabels(myJob)
        return piece.readingSummaries.map { line in
            guard let value = line.value else {
                return .init(
                    dimension: name(line.dimension), value: "unknown", decidedBy: "nobody has said", because: "")
            }
            return .init(
                dimension: name(line.dimension), value: label(line.dimension, value, labels), decidedBy: who(line.by),
                because: line.because)
        }
    }

    /// What is known of it, in one line, and who decided: `job · Restores that work`, `by a rule: stand-up`.
    static func summary(_ reading: Inquiry.PieceReading, _ labels: MyJobLabels) -> (read: String, why: String) {
        let known = reading.lines.filter { $0.value != nil }
        var why: [String] = []
        // An objective that comes with its responsibility needs no reason of its own.
        for line in known where line.dimension != .objective || line.by == .hand {
            let text = line.because.isEmpty ? who(line.by) : "\(who(line.by)): \(line.because)"
            if !why.contains(text) { why.append(text) }
        }
        let values = known.map { label($0.dimension, $0.value ?? "", labels) }
        return (values.joined(separator: " · "), why.joined(separator: "; "))
    }

    private static func name(_ dimension: Dimension) -> String {
        switch dimension {
        case .arena: "For"
        case .responsibility: "Responsibility"
        case .objective: "Objective"
        case .worth: "Kind of work"
        case .skill: "Skill"
        }
    }

    private static func label(_ dimension: Dimension, _ value: String, _ labels: MyJobLabels) -> String {
        switch dimension {
        case .arena: Arena(rawValue: value)?.label ?? value
        case .responsibility: labels.responsibility(value)
        case .objective: labels.objective(value)
        case .worth: value
        case .skill: labels.skill(value)
        }
    }

    private static func who(_ by: DecidedBy) -> String {
        switch by {
        case .hand: "by hand"
        case .rule: "by a rule"
        case .inherited: "inherited"
        case .learned: "learned"
        case .structure: "by its structure"
        case .unknown: "nobody has said"
        }
    }
}
