package import LedgerModel

extension ShownEvidence {
    /// What it is on the timeline, in words.
    package var onTimeline: String {
        if spent.high > 0 { return Hours.text(spent) }
        return layAhead ? "planned; its calendar was read before that and says no more" : "no time of its own"
    }

    /// Whether every calendar that holds it speaks of it as of something to come.
    private var layAhead: Bool {
        guard draft.kind == .event, correction?.happened == nil, !sources.isEmpty else { return false }
        return sources.allSatisfy { source in source.speaksUntil.map { draft.at > $0 } ?? false }
    }
}
