package import LedgerModel

/// What a write needs to know from outside: the clock, and how far a piece reaches on the timeline.
package struct WriteContext: Sendable {
    package var now: Instant
    /// `MyJobSettings.reach` of the timeline, in seconds.
    package var reach: Int64
    /// Imports keep how many people there were, and not who.
    package var leavesPeopleOut: Bool

    package init(now: Instant, reach: Int64, leavesPeopleOut: Bool = false) {
        self.now = now
        self.reach = reach
        self.leavesPeopleOut = leavesPeopleOut
    }
}
