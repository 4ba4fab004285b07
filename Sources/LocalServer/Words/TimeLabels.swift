import LedgerModel
import Renderings

/// Times as pages write them, in the person's zone.
struct TimeLabels: Sendable {
    let zones: ZoneHistory

    /// `17 March 2026`
    func date(_ instant: Instant) -> String { Period.date(zones.day(of: instant)) }

    /// `Tue 17 March 2026, 13:00–15:00`; only the day for an event that lasts all day or somebody else's work.
    func text(_ at: Instant, until: Instant?, flags: EvidenceFlags) -> String {
        let start = zones.civil(at)
        if flags.contains(.byOther) { return written(start.day) }
        if let span = flags.span(around: start.day) { return span }
        guard !flags.contains(.allDay) else {
            let last = until.map { zones.day(of: max(at, $0 - 1)) } ?? start.day
            return last == start.day ? written(start.day) : Period(since: start.day, until: last + 1).text
        }
        let text = "\(written(start.day)), \(start.clock)"
        guard let until, until > at else { return text }
        let end = zones.civil(until)
        // Midnight ends the day before it.
        guard zones.day(of: until - 1) != start.day else {
            return "\(text)–\(end.day == start.day ? end.clock : "24:00")"
        }
        return "\(text) to \(written(end.day)), \(end.clock)"
    }

    /// `13:00–15:00`
    func clocks(_ interval: Interval) -> String {
        let end = zones.civil(interval.end)
        return "\(zones.civil(interval.start).clock)–\(end.secondOfDay == 0 ? "24:00" : end.clock)"
    }

    func written(_ day: CivilDay) -> String { "\(day.weekday.short) \(Period.date(day))" }
}

extension EvidenceItem {
    init(_ hit: SearchHit, _ times: TimeLabels, snippet: Bool = true) {
        self.init(
            id: hit.id, time: times.text(hit.at, until: hit.until, flags: hit.flags),
            source: hit.source.isEmpty && hit.kind.isByHand ? "by hand" : hit.source, kind: hit.kind.rawValue,
            title: hit.title, snippet: snippet && hit.hasOwnSnippet ? hit.snippet : "")
    }
}

extension SearchHit {
    /// Whether the words around the match say more than the title.
    var hasOwnSnippet: Bool {
        var words = snippet[...]
        while let last = words.last, last == "…" || last == " " { words = words.dropLast() }
        while let first = words.first, first == "…" || first == " " { words = words.dropFirst() }
        return !words.isEmpty && !title.contains(words) && words != source
    }
}
