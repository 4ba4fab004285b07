package import LedgerModel

extension ShownEvidence {
    /// What it is on the timeline, in words.
    package var onTimeline: String {
        if spent.high > 0 { return Hours.text(spent) }
        return isForetold ? "planned; its calendar has not been read since" : "no time of its own"
    }

    private var isForetold: Bool {
        draft.kind == .event
            && Unconfirmed.holds(
                layAhead: Unconfirmed.layAhead(draft.at, speaking: sources.map(\.speaksUntil)), correction)
    }
}
