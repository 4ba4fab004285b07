/// The time and pieces of one civil day for one combination of project, source, meaning and kind. Totals and questions
/// are computed from these cells.
package struct DayCell: Sendable, Hashable {
    package var day: CivilDay
    /// Empty if there is none.
    package var project: String
    /// The row of its source; 0 if the person wrote it.
    package var source: Int64
    package var meaning: Meaning
    package var kind: EvidenceKind
    package var spent: Spent
    /// Sure and likely seconds outside working hours.
    package var outside: Int64
    /// Pieces of the person's own work that fall on this day.
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

/// The columns by which a question tells day cells apart. Reading sums the cells over the other columns, because a year
/// of a busy ledger has thirty thousand cells and few questions need each of them.
package struct CellGrain: OptionSet, Sendable, Hashable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static let day = CellGrain(rawValue: 1)
    /// Weeks from Monday; has no effect together with `day`.
    package static let week = CellGrain(rawValue: 2)
    package static let project = CellGrain(rawValue: 4)
    package static let source = CellGrain(rawValue: 8)
    package static let arena = CellGrain(rawValue: 16)
    package static let responsibility = CellGrain(rawValue: 32)
    package static let objective = CellGrain(rawValue: 64)
    package static let worth = CellGrain(rawValue: 128)
    package static let kind = CellGrain(rawValue: 256)

    /// Cells as they are stored.
    package static let whole: CellGrain = [
        .day, .project, .source, .arena, .responsibility, .objective, .worth, .kind,
    ]

    /// `meaning` without the dimensions that this grain does not hold.
    package func part(of meaning: Meaning) -> Meaning {
        let part = Meaning(
            arena: contains(.arena) ? meaning.arena : nil,
            responsibility: contains(.responsibility) ? meaning.responsibility : "",
            objective: contains(.objective) ? meaning.objective : "", worth: contains(.worth) ? meaning.worth : nil)
        return meaning.isInherited && contains(.responsibility) ? part.inheriting(meaning.responsibility) : part
    }
}
