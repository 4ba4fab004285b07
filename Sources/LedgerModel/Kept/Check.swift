/// One thing that was looked at, and how it stands.
package struct Check: Sendable, Hashable {
    package enum Tier: String, Sendable { case required, optional }

    package var name: String
    package var tier: Tier
    package var ok: Bool
    package var message: String

    package init(_ name: String, _ tier: Tier, ok: Bool, _ message: String) {
        self.name = name
        self.tier = tier
        self.ok = ok
        self.message = message
    }
}
