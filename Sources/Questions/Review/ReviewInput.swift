package import LedgerModel

/// What a review is made of, beside the day cells of its week.
package struct ReviewInput: Sendable {
    package var week: Period
    package var state: ReviewState
    package var mine: GuardAnswer
    package var ties: [BackstageAnswer.Tie]
    /// Direct contacts; those outside the week are left out.
    package var acquaintances: [Acquaintance]
    /// The thirteen weeks that end with this one.
    package var value: ValueAnswer
    /// Meetings since the last review that have passed, soonest first.
    package var held: [ValueAnswer.Occasion]
    /// What lies ahead; nil when the week after this one has passed.
    package var coming: Coming?
    package var said: [ReviewAnswer.Said]

    /// The days after the reviewed week, from now on.
    package struct Coming: Sendable {
        package var interval: Interval
        /// What stands in the calendar.
        package var busy: [Interval]
        /// Whether time for oneself stands in it already.
        package var hasBlock: Bool
        package var task: ReviewAnswer.CareerTask?

        package init(interval: Interval, busy: [Interval], hasBlock: Bool, task: ReviewAnswer.CareerTask?) {
            self.interval = interval
            self.busy = busy
            self.hasBlock = hasBlock
            self.task = task
        }
    }

    package init(
        week: Period, state: ReviewState, mine: GuardAnswer, ties: [BackstageAnswer.Tie],
        acquaintances: [Acquaintance], value: ValueAnswer, held: [ValueAnswer.Occasion], coming: Coming?,
        said: [ReviewAnswer.Said]
    ) {
        self.week = week
        self.state = state
        self.mine = mine
        self.ties = ties
        self.acquaintances = acquaintances
        self.value = value
        self.held = held
        self.coming = coming
        self.said = said
    }
}
