package import LedgerModel

/// The drafts of a calendar, made on demand: the texts and people that the dates of an event share are held once.
package struct CalendarDrafts: RandomAccessCollection, Sendable {
    /// When one date of an event is.
    struct Place: Sendable {
        var at: Instant
        var until: Instant
        var utcOffset: Int32
    }

    /// Events without their times. The clock is `nil` unless the event is a series.
    private(set) var templates: [(draft: EvidenceDraft, clock: WallClock?)] = []
    /// The original start is the `WallClock.key`.
    private var dates: [(template: Int32, key: Int64, place: Place)] = []

    package var startIndex: Int { 0 }
    package var endIndex: Int { dates.count }

    package subscript(index: Int) -> EvidenceDraft {
        let (number, key, place) = dates[index]
        var (draft, clock) = templates[Int(number)]
        draft.externalID += clock.map { "/" + $0.keyText(key) } ?? "/single"
        draft.at = place.at
        draft.until = place.until
        draft.utcOffset = place.utcOffset
        return draft
    }

    /// The same dates year by year, with the events in order within each year. Dates that are close in time are then
    /// written and later read together, and what the dates of an event share is still looked up only once a year.
    package func byYear() -> CalendarDrafts {
        let year: Int64 = 31_556_952
        let order = dates.indices.map { (year: dates[$0].place.at.seconds / year, index: $0) }
        var ordered = self
        ordered.dates = order.sorted { ($0.year, $0.index) < ($1.year, $1.index) }.map { dates[$0.index] }
        return ordered
    }

    /// Adds an event that is not part of a series.
    mutating func append(_ draft: EvidenceDraft, at place: Place) {
        dates.append((add(draft, clock: nil), 0, place))
    }

    /// Adds a template for dates whose original starts use `clock`, and returns its number.
    mutating func add(_ draft: EvidenceDraft, clock: WallClock?) -> Int32 {
        templates.append((draft, clock))
        return Int32(templates.count - 1)
    }

    mutating func append(template: Int32, key: Int64, at place: Place) { dates.append((template, key, place)) }
}
