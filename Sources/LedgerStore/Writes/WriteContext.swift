package import LedgerModel

/// What a write needs to know from outside: the clock, and how far a piece reaches on the timeline.
package struct WriteContext: Sendable {
    package var now: Instant
    /// `FrameSettings.reach` of the timeline, in seconds.
    package var reach: Int64

    package init(now: Instant, reach: Int64) {
        self.now = now
        self.reach = reach
    }
}
