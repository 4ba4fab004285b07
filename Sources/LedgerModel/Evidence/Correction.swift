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
    /// When it really took place.
    package var from: Instant?
    package var until: Instant?
    /// Whether it stays off the timeline.
    package var dropped: Bool = false

    package init() {}

    package var hasSpan: Bool { from != nil || until != nil }
    package var isEmpty: Bool { self == Correction() }
}
