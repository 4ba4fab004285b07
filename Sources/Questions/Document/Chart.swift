package import LedgerModel

/// A chart as values; how it is drawn is the renderer's.
package enum Chart: Sendable, Hashable {
    case week(WeekChart)
    case bars(BarChart)
    case slots(SlotChart)
    case lines(LineChart)
}

/// What a colour means, everywhere.
package enum Tone: String, Sendable, CaseIterable {
    case job, growth, relationships, side, personal, lost, unknown

    package init(_ arena: Arena?) {
        self = arena.flatMap { Tone(rawValue: $0.rawValue) } ?? .unknown
    }

    package var label: String {
        switch self {
        case .job: "job"
        case .growth: "growth"
        case .relationships: "relationships"
        case .side: "side projects"
        case .personal: "personal"
        case .lost: "lost"
        case .unknown: "unknown"
        }
    }
}
