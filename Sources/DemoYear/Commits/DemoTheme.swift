/// The subject of a stretch of work.
enum DemoTheme: Int, CaseIterable, Sendable {
    case restore, handbook, fleet, patch, fire, costs, printers, tides

    /// How often Dana works on each theme, by quarter of the year. Emergencies become more frequent.
    static let weights = [
        [34, 22, 16, 10, 12, 4, 2, 0], [28, 24, 17, 9, 16, 4, 2, 0], [18, 16, 20, 9, 27, 5, 5, 0],
        [14, 9, 20, 9, 36, 4, 8, 0],
    ]

    /// The themes of her work after hours.
    static let lateWeights = [
        [40, 16, 14, 6, 20, 2, 2, 0], [30, 12, 14, 6, 34, 2, 2, 0], [14, 6, 14, 4, 58, 2, 2, 0],
        [8, 4, 12, 4, 68, 2, 2, 0],
    ]

    var project: DemoProject {
        switch self {
        case .restore: .restoreDrill
        case .handbook, .printers: .runbooks
        case .fleet, .patch, .costs, .fire: .fleetConfig
        case .tides: .tideTable
        }
    }
}

enum DemoProject: String, CaseIterable, Sendable {
    case runbooks
    case restoreDrill = "restore-drill"
    case fleetConfig = "fleet-config"
    case tideTable = "tide-table"
}
