/// What the person said about one piece of evidence. It always wins and never expires.
package struct Correction: Sendable, Hashable, Codable {
    package var arena: Arena?
    package var responsibility: String?
    package var objective: String?
    package var worth: Worth?
    /// `nil` leaves the skills to the rules.
    package var skills: [String]?
    /// For an event, whether it took place.
    package var happened: Bool?
    /// For time that the person set aside for themselves, what became of it.
    package var block: BlockWord?
    /// When it really took place.
    package var from: Instant?
    package var until: Instant?
    /// Whether it stays off the timeline.
    package var dropped: Bool = false
    /// Of a note, which of its open lines are done or turned down.
    package var ticks: [OpenLine.Tick]?

    package init() {}

    package var hasSpan: Bool { from != nil || until != nil }
    package var isEmpty: Bool { self == Correction() }

    /// Whether an event took place, as far as the person has said.
    package var tookPlace: Bool? { happened ?? block?.tookPlace }
    /// The word on time set aside, also if it was said as whether the event took place.
    package var word: BlockWord? { block ?? happened.map { $0 ? .forMe : .taken } }
}

/// What a planned event of the person alone is, as they say it.
package enum PlanAnswer: String, Sendable, Hashable, CaseIterable {
    case forMe = "for-me"
    case work, neither

    package var label: String {
        switch self {
        case .forMe: "time for me"
        case .work: "work"
        case .neither: "neither"
        }
    }
}

/// What the person says became of time that they set aside for themselves. It never takes a minute from what left a
/// trace, except that what was given is no longer taken.
package enum BlockWord: String, Sendable, Hashable, Codable, CaseIterable {
    /// The minutes without a trace were for the person.
    case forMe = "for-me"
    /// The taken minutes and those without a trace were given.
    case gave = "gave-it"
    /// The minutes without a trace were taken.
    case taken
    /// Nothing more will be known, so it is not asked about again.
    case unknown = "dont-know"

    package var label: String {
        switch self {
        case .forMe: "for me"
        case .gave: "gave it"
        case .taken: "taken"
        case .unknown: "don’t know"
        }
    }

    /// Whether the event took place as planned; `nil` if that is not said.
    var tookPlace: Bool? {
        switch self {
        case .forMe: true
        case .gave, .taken: false
        case .unknown: nil
        }
    }
}
