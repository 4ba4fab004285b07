/// What the person said about one piece of evidence; it always wins and is kept for ever.
package struct Correction: Sendable, Hashable, Codable {
    package var arena: Arena?
    package var responsibility: String?
    package var objective: String?
    package var worth: Worth?
    /// Nil leaves the skills to the rules.
    package var skills: [String]?
    /// For an event: it took place, or it did not.
    package var happened: Bool?
    /// When it really was.
    package var from: Instant?
    package var until: Instant?
    /// Off the timeline.
    package var dropped: Bool = false

    package init() {}

    package var hasSpan: Bool { from != nil || until != nil }
    package var isEmpty: Bool { self == Correction() }
}
