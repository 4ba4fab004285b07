package import LedgerModel

/// The drafts of a calendar, made as they are asked for: what the dates of an event have in common, its texts and
/// people, is held once.
package struct CalendarDrafts: RandomAccessCollection, Sendable {
    /// When one date of an event is.
    struct Place: Sendable {
        var at: Instant
        var until: Instant
        var utcOffset: Int32
    }

    /// An event with all but its times; nil for the clock of one that is no series.
    private(set) var templates: [(draft: EvidenceDraft, clock: WallClock?)] = []
    /// The original start is told as `WallClock.key`.
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

    /// The same dates year by year, the events in their order within each: what lies together in time is written
    /// together and read together later, and what the dates of an event share is still looked up once a year.
    package func byYear() -> CalendarDrafts {
        let year: Int64 = 31_556_952
        let order = dates.indices.map { (year: dates[$0].place.at.seconds / year, index: $0) }
        var ordered = self
        ordered.dates = order.sorted { ($0.year, $0.index) < ($1.year, $1.index) }.map { dates[$0.index] }
        return ordered
    }

    /// An event of its own.
    mutating func append(_ draft: EvidenceDraft, at place: Place) {
        dates.append((add(draft, clock: nil), 0, place))
    }

    /// A template for dates whose original starts are told by `clock`; its number.
    mutating func add(_ draft: EvidenceDraft, clock: WallClock?) -> Int32 {
        templates.append((draft, clock))
        return Int32(templates.count - 1)
    }

    mutating func append(template: Int32, key: Int64, at place: Place) { dates.append((template, key, place)) }
}
