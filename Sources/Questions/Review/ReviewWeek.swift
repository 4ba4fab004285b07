package import LedgerModel

/// Which week a review is about, and by which tags its notes are found.
package enum ReviewWeek {
    /// On every note that a review writes.
    package static let tag = "review"

    /// From Friday on the week that ends, before that the one that has ended.
    package static func due(on today: CivilDay) -> Period {
        around(today.weekday >= .friday ? today : today - 7)
    }

    /// Monday to Sunday around `day`.
    package static func around(_ day: CivilDay) -> Period { Period(since: day.monday, until: day.monday + 7) }

    /// On the note that says that the week is reviewed: while one stands that bears both, it is, whatever its time.
    package static func doneTags(_ week: Period) -> [String] { [tag, "reviewed-\(week.since.iso)"] }

    /// On the lines that were written in its review.
    package static func lineTag(_ week: Period) -> String { "week-\(week.since.iso)" }

    /// `the week of 9 to 15 March 2026`
    package static func name(_ week: Period) -> String { "the week of \(week.text)" }
}

/// Whether the weekly review waits.
package struct ReviewState: Sendable, Hashable {
    /// The week that is reviewed at this time: this one from Friday on, else the last.
    package var week: Period
    /// When it was finished; nil while it was not.
    package var doneAt: Instant?
    /// The note that says so.
    package var note: PublicID?
    /// It was not finished, and the week holds something to look at.
    package var isDue: Bool

    package var isDone: Bool { doneAt != nil }

    package init(week: Period, doneAt: Instant? = nil, note: PublicID? = nil, isDue: Bool = false) {
        self.week = week
        self.doneAt = doneAt
        self.note = note
        self.isDue = isDue
    }
}
