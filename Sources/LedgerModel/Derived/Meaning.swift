/// One combination of the single-valued dimensions; empty strings are unknown.
package struct Meaning: Sendable, Hashable, Codable {
    package var arena: Arena?
    /// A responsibility's key, `mine`, `not mine`, or `not mine:KEY`.
    package var responsibility: String
    package var objective: String
    package var worth: Worth?

    package init(arena: Arena? = nil, responsibility: String = "", objective: String = "", worth: Worth? = nil) {
        self.arena = arena
        self.responsibility = responsibility
        self.objective = objective
        self.worth = worth
    }

    package static let mine = "mine"
    package static let notMine = "not mine"

    package var isNotMine: Bool { responsibility == Self.notMine || responsibility.hasPrefix(Self.notMine + ":") }

    /// Counted as the job's time: job, or not yet known.
    package var isJobOrUnknown: Bool { arena == nil || arena == .job }
}
