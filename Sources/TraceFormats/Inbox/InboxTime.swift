import LedgerModel

/// The time at the beginning of a line.
struct InboxTime {
    /// Its moment, or the end of its span; noon if it has only a day.
    var at: Instant?
    /// Seconds, if the line says from when until when.
    var length: Int64?
    /// Whether nothing says the time of day.
    var isDay = false
    /// Whether it depends on the day of the reading.
    var isRelative = false
    /// Whether it is read in the zone that the person was in, because the line names none.
    var isFloating = true
    /// The day that a heading gave.
    var heading: CivilDay?
    /// The text after the time.
    var text: Substring

    enum Reading {
        case found(InboxTime)
        /// It begins like a date and is none, with the reason.
        case doubt(SpokenDoubt)
    }

    /// Reads a date, a time or both, in every way that people write them. A time, or nothing, is on the day of the
    /// heading, or else of this reading.
    static func read(_ line: String, under heading: CivilDay?, _ spoken: SpokenTime) -> Reading {
        switch SpokenBeginning.read(line, today: spoken.today) {
        case .doubt(let doubt): return .doubt(doubt)
        case nil:
            guard let heading else { return .found(InboxTime(text: line[...])) }
            var time = InboxTime(text: line[...])
            time.fill(SpokenParts(date: SpokenDate(.day, around: heading)), spoken)
            time.heading = heading
            return .found(time)
        case .found(let found): return read(found, under: heading, spoken)
        }
    }

    private static func read(_ found: SpokenBeginning, under heading: CivilDay?, _ spoken: SpokenTime) -> Reading {
        var time = InboxTime(text: found.rest)
        if let exact = found.exact {
            time.at = exact
            time.isFloating = false
            return .found(time)
        }
        var parts = found.parts
        if let date = parts.date {
            guard date.unit == .day else {
                return .doubt(
                    SpokenDoubt(
                        "is a \(date.unit.rawValue), not a day", write: "a day of it, such as \(date.first.iso)"))
            }
            time.isRelative = date.weight == .relative || date.lacksYear
        } else if let heading {
            parts.date = SpokenDate(.day, around: heading)
            time.heading = heading
        } else {
            time.isRelative = true
        }
        time.fill(parts, spoken)
        return .found(time)
    }

    private mutating func fill(_ parts: SpokenParts, _ spoken: SpokenTime) {
        var parts = parts
        isDay = parts.from == nil
        if isDay { parts.from = 43_200 }
        let (from, until) = spoken.moments(parts)
        at = until ?? from
        length = until.flatMap { $0 > from ? $0 - from : nil }
    }
}
