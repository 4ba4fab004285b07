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

/// By what a question tells day cells apart. Cells are added up over the rest while they are read:
/// a year of a busy ledger is thirty thousand cells, and few questions need them one by one.
package struct CellGrain: OptionSet, Sendable, Hashable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static let day = CellGrain(rawValue: 1)
    /// Weeks from Monday; nothing beside `day`.
    package static let week = CellGrain(rawValue: 2)
    package static let project = CellGrain(rawValue: 4)
    package static let source = CellGrain(rawValue: 8)
    package static let arena = CellGrain(rawValue: 16)
    package static let responsibility = CellGrain(rawValue: 32)
    package static let objective = CellGrain(rawValue: 64)
    package static let worth = CellGrain(rawValue: 128)
    package static let kind = CellGrain(rawValue: 256)

    /// Cells as they are kept.
    package static let whole: CellGrain = [
        .day, .project, .source, .arena, .responsibility, .objective, .worth, .kind,
    ]

    /// What is left of a meaning.
    package func part(of meaning: Meaning) -> Meaning {
        Meaning(
            arena: contains(.arena) ? meaning.arena : nil,
            responsibility: contains(.responsibility) ? meaning.responsibility : "",
            objective: contains(.objective) ? meaning.objective : "", worth: contains(.worth) ? meaning.worth : nil)
    }
}
