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
