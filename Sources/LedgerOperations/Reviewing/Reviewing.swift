import Attribution
package import LedgerModel
import LedgerStore
package import Questions
import Timeline

/// Looking back: the week, the quarter, and the files that are kept of them.
package struct Reviewing: LedgerArea {
    let store: LedgerStore
    let world: World

    /// The week of a day, this one when it is nil: from Friday on the week that ends, before that the last.
    /// Throws `.badPeriod` for a week that lies ahead.
    package func reviewWeek(of day: CivilDay? = nil) throws(LedgerError) -> Period {
        let today = try today()
        let week = day.map(ReviewWeek.around) ?? ReviewWeek.due(on: today)
        guard week.since <= today else {
            throw LedgerError(
                .badPeriod, "that week lies ahead", hint: "A week can be reviewed from its Monday on.")
        }
        return week
    }

    package func review(_ week: Period) throws(LedgerError) -> Answered<ReviewAnswer> {
        try Asking(self).inquire(.review(week)) { try $0.review(week) }
    }
}
