package import LedgerModel

/// A line that Dana wrote by hand.
package struct DemoNote: Sendable, Hashable {
    /// The end of what it tells of.
    package var at: Instant
    package var text: String
    /// How long it took, where she said so.
    package var minutes: Int?
    /// Names of the people who were there.
    package var with: [String]
    package var tags: [String]

    init(_ at: Instant, _ text: String, minutes: Int? = nil, with: [DemoPerson] = [], tags: [String] = []) {
        self.at = at
        self.text = text
        self.minutes = minutes
        self.with = with.map(\.name)
        self.tags = tags
    }
}
