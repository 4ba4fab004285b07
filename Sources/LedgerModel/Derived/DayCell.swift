/// What one civil day holds of one combination of project, source, meaning and kind: the grain
/// that totals and questions are computed from.
package struct DayCell: Sendable, Hashable {
    package var day: CivilDay
    /// Empty for none.
    package var project: String
    /// The row of its source; 0 for what was written by hand.
    package var source: Int64
    package var meaning: Meaning
    package var kind: EvidenceKind
    package var spent: Spent
    /// Seconds, sure and likely, outside working hours.
    package var outside: Int64
    /// Pieces of the person's own work whose time lies on this day.
    package var pieces: Int

    package init(
        day: CivilDay, project: String, source: Int64, meaning: Meaning, kind: EvidenceKind, spent: Spent = .zero,
        outside: Int64 = 0, pieces: Int = 0
    ) {
        self.day = day
        self.project = project
        self.source = source
        self.meaning = meaning
        self.kind = kind
        self.spent = spent
        self.outside = outside
        self.pieces = pieces
    }
}
