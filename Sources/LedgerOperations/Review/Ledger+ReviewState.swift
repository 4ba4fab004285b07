package import LedgerModel
import LedgerStore
package import Questions

extension Ledger {
    /// Whether this time's weekly review waits, and for which week.
    package func reviewState() throws(LedgerError) -> ReviewState {
        try reviewState(of: ReviewWeek.due(on: today()))
    }

    /// The same for one week.
    package func reviewState(of week: Period) throws(LedgerError) -> ReviewState {
        let zones = try self.zones(store.frame())
        let start = zones.start(of: week.since)
        let tag = ReviewWeek.doneTag(week)
        // A note of a review is written when the review is, and never before its week.
        let notes = try store.notes(tagged: ReviewWeek.tag, in: Interval(start, now + 1))
        if let done = notes.last(where: { $0.tags.contains(tag) }) {
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
    func reviewLines(_ week: Period, _ zones: ZoneHistory) throws(LedgerError) -> [ReviewAnswer.Said] {
        let tag = ReviewWeek.lineTag(week)
        return try store.notes(tagged: ReviewWeek.tag, in: Interval(zones.start(of: week.since), now + 1))
            .filter { $0.tags.contains(tag) }.map { ReviewAnswer.Said(text: $0.title, evidence: $0.id) }
    }
}
