/// What a piece of work was for; shown as *for*.
package enum Arena: String, Sendable, CaseIterable, Codable {
    case job, growth, relationships, side, personal

    package var label: String {
        switch self {
        case .job: "job"
        case .growth: "growth"
        case .relationships: "relationships"
        case .side: "side projects"
        case .personal: "personal"
        }
    }
}

/// What a piece of work was worth; shown as *kind of work*.
package enum Worth: String, Sendable, CaseIterable, Codable {
    /// Keeps something running.
    case baseline
    /// Makes something better or cheaper.
    case improvement
    /// A new capability.
    case contribution
    /// A proposal, design or decision.
    case idea
    /// Moved people or a decision forward.
    case interaction

    /// What surfaces call this kind of work.
    package var label: String {
        switch self {
        case .baseline: "keeps it running"
        case .improvement: "makes it better"
        case .contribution: "new"
        case .idea: "an idea"
        case .interaction: "moved people or a decision"
        }
    }
}

/// Who decided a reading, strongest first.
package enum DecidedBy: String, Sendable, CaseIterable, Codable {
    case hand, rule, inherited, learned, structure, unknown
}

/// The dimensions of a reading that the person or a rule can set.
package enum Dimension: String, Sendable, CaseIterable, Codable {
    case arena, responsibility, objective, worth, skill
}

/// Where a span of time comes from, strongest first. My job can change the order.
package enum Layer: Int, Sendable, CaseIterable, Codable, Comparable {
    case stated = 1
    case met, observed, tentative, inferred, point

    package var name: String {
        switch self {
        case .stated: "stated"
        case .met: "met"
        case .observed: "observed"
        case .tentative: "tentative"
        case .inferred: "inferred"
        case .point: "point"
        }
    }

    package static func < (a: Layer, b: Layer) -> Bool { a.rawValue < b.rawValue }
}

/// How certain a span of time is.
package enum Grade: Int, Sendable, CaseIterable, Comparable, Codable {
    case sure = 1
    case likely, possible

    package static func < (a: Grade, b: Grade) -> Bool { a.rawValue < b.rawValue }
}
