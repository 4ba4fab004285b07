/// One thing that was looked at, and how it stands.
package struct Check: Sendable, Hashable {
    package enum Tier: String, Sendable { case required, optional }

    /// Whether the file itself is whole.
    package static let database = "database"

    package var name: String
    package var tier: Tier
    package var ok: Bool
    package var message: Advice

    package init(_ name: String, _ tier: Tier, ok: Bool, _ message: Advice) {
        self.name = name
        self.tier = tier
        self.ok = ok
        self.message = message
    }
}
