package import LedgerModel
import LedgerStore
package import Questions

extension Asking {
    /// Whether this time's weekly review waits, and for which week.
    package func reviewState() throws(LedgerError) -> ReviewState {
        try reviewState(of: ReviewWeek.due(on: today()))
    }

    /// The same for one week.
    package func reviewState(of week: Period) throws(LedgerError) -> ReviewState {
        let zones = try self.zones(store.frame())
        let start = zones.start(of: week.since)
        if let done = try store.notes(tagged: ReviewWeek.doneTags(week)).last {
            return ReviewState(week: week, doneAt: done.at, note: done.id)
        }
        let end = min(now, zones.start(of: week.until))
        let isSeen = try !store.ids(SearchQuery(), range: Interval(start, end), limit: 1).isEmpty
        return ReviewState(week: week, isDue: isSeen && week == ReviewWeek.due(on: zones.day(of: now)))
    }

    /// Whether there is anything to look back at before a day.
    package func holdsAnything(before day: CivilDay) throws(LedgerError) -> Bool {
        let end = try zones(store.frame()).start(of: day)
        return try !store.ids(SearchQuery(), range: Interval(.first, end), limit: 1).isEmpty
    }

    /// What was said in the review of a week.
    func reviewLines(_ week: Period) throws(LedgerError) -> [ReviewAnswer.Said] {
        try store.notes(tagged: [ReviewWeek.tag, ReviewWeek.lineTag(week)])
            .map { ReviewAnswer.Said(text: $0.title, evidence: $0.id) }
    }
}
