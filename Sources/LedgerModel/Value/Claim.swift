/// A result: what changed, for whom and by which figure, with the evidence that it cites.
package struct Claim: Sendable, Hashable, Codable {
    package var id: PublicID
    package var text: String
    package var worth: Worth?
    package var objective: String?
    package var forWhom: String?
    package var figure: String?
    /// The stated source of what the person knows.
    package var knownBy: String?
    package var at: Instant
    /// The week, month, quarter or year in which it was reached, if no more is known; `at` is in it.
    package var within: Span?
    package var evidence: [PublicID]
    package var tellings: [Telling]

    package init(
        id: PublicID, text: String, worth: Worth? = nil, objective: String? = nil, forWhom: String? = nil,
        figure: String? = nil, knownBy: String? = nil, at: Instant, within: Span? = nil,
        evidence: [PublicID] = [], tellings: [Telling] = []
    ) {
        self.id = id
        self.text = text
        self.worth = worth
        self.objective = objective
        self.forWhom = forWhom
        self.figure = figure
        self.knownBy = knownBy
        self.at = at
        self.within = within
        self.evidence = evidence
        self.tellings = tellings
    }

    package enum Span: String, Sendable, CaseIterable, Codable {
        case week, month, quarter, year
    }
}

/// The fact that someone was told a result, and what they said back.
package struct Telling: Sendable, Hashable, Codable {
    package var person: String
    package var at: Instant
    /// Their words; `nil` if they said nothing back.
    package var heard: String?

    package init(person: String, at: Instant, heard: String? = nil) {
        self.person = person
        self.at = at
        self.heard = heard
    }

    /// Whether it was told openly, so that it may be said to anybody.
    package var isOpen: Bool { person.trimmed.caseFolded == Self.everyone }

    /// Who was told what was told openly.
    package static let everyone = "everyone"
}

extension PublicID: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = PublicID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an id")
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// What the person said of a line of a note: a result, something that they want next, or neither.
package enum NoteAnswer: String, Sendable {
    case result, next, no
}
