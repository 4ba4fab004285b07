package import LedgerModel
import LedgerStore
package import Questions

extension Inquiry {
    /// Whether a weekly review is due now, and for which week.
    package func reviewState() throws -> ReviewState {
        try reviewState(of: ReviewWeek.due(on: today))
    }

    /// Whether the review of one week is due.
    package func reviewState(of week: Period) throws -> ReviewState {
        let start = zones.start(of: week.since)
        if let done = try snapshot.notes(tagged: ReviewWeek.doneTags(week)).last {
            return ReviewState(week: week, doneAt: done.at, note: done.id)
        }
        let end = min(now, zones.start(of: week.until))
        let isSeen = try !snapshot.ids(SearchQuery(), range: Interval(start, end), limit: 1).isEmpty
        return ReviewState(week: week, isDue: isSeen && week == ReviewWeek.due(on: today))
    }

    /// Whether there is anything to review before a day.
    package func holdsAnything(before day: CivilDay) throws -> Bool {
        let end = zones.start(of: day)
        return try !snapshot.ids(SearchQuery(), range: Interval(.first, end), limit: 1).isEmpty
    }

    /// The lines that were written in the review of a week.
    func reviewLines(_ week: Period) throws -> [ReviewAnswer.Said] {
        try snapshot.notes(tagged: [ReviewWeek.tag, ReviewWeek.lineTag(week)])
            .map { ReviewAnswer.Said(text: $0.title, evidence: $0.id) }
    }
}
