/// Reads moments as people say them: `9:30`, `14 Uhr`, `yesterday 17:45`, `-20m`, `3 Nov 14:00`, `27.10.2026 15:00`.
///
/// What could be two moments is refused with both, and nothing is guessed: `4.11.` is a day, `14.30` a time, and `4.11`
/// either.
package struct SpokenTime: Sendable {
    package let now: Instant
    package let zones: ZoneHistory
    /// The day that a time without a day means; `nil` for the last such time.
    private let day: CivilDay?

    package init(now: Instant, zones: ZoneHistory, day: CivilDay? = nil) {
        self.now = now
        self.zones = zones
        self.day = day
    }

    package static let examples = "9:30, \"yesterday 17:45\", -20m, \"3 Nov 14:00\", \"2026-03-17 9:30\""

    package var today: CivilDay { zones.day(of: now) }

    // MARK: Moments

    /// Throws `.badTime` if the text is not one moment, or is an impossible date or one beyond all periods.
    package func parse(_ text: String) throws(LedgerError) -> Instant {
        let span = try parseSpan(text)
        guard span.until == nil else {
            throw LedgerError(
                .badTime, "“\(text.prefix(80))” is a span, not a moment", hint: "Write its beginning or its end.")
        }
        return span.from
    }

    /// A moment, or a beginning with its end: `13:00-13:45`. Throws `.badTime`.
    package func parseSpan(_ text: String) throws(LedgerError) -> (from: Instant, until: Instant?) {
        switch whole(text) {
        case .moment(let from, let until):
            guard max(from, until ?? from) < Instant(Period.end) else {
                throw LedgerError(
                    .badTime, "“\(text.prefix(80))” is too far in the future",
                    hint: "Write a time in the years 1 to 9998.")
            }
            return (from, until)
        case .date(let date):
            throw LedgerError(
                .badTime, "“\(text.prefix(80))” is a \(date.unit.rawValue), not a time",
                hint: "Write a day of it, for example \(date.first.iso) 9:30.")
        case .doubt(let doubt): throw doubt.error(text, .badTime)
        case nil:
            throw LedgerError(
                .badTime, "“\(text.prefix(80))” is not a time", hint: "Write for example \(Self.examples).")
        }
    }

    /// A moment in RFC 3339, as `--now` takes it. Throws `.badTime` if it cannot be read or is beyond all periods.
    package static func exact(_ text: String) throws(LedgerError) -> Instant {
        guard let instant = rfc3339(text) else {
            throw LedgerError(
                .badTime, "“\(text.prefix(80))” is not an exact time", hint: "Write for example 2026-03-17T12:00:00Z.")
        }
        guard instant < Instant(Period.end) else {
            throw LedgerError(
                .badTime, "“\(text.prefix(80))” is too far in the future", hint: "Write a time in the years 1 to 9998.")
        }
        return instant
    }

    private enum Whole {
        case moment(Instant, until: Instant?)
        case date(SpokenDate)
        case doubt(SpokenDoubt)
    }

    private func whole(_ text: String) -> Whole? {
        let clean = text.trimmed.lowercased()
        if clean == "now" || clean == "jetzt" { return .moment(now, until: nil) }
        if let instant = Self.rfc3339(clean) { return .moment(instant, until: nil) }
        if let seconds = Self.ago(clean) { return .moment(now - seconds, until: nil) }
        switch SpokenParts.whole(text, today: today) {
        case .found(let parts):
            if let date = parts.date, date.unit != .day { return parts.from == nil ? .date(date) : nil }
            let (from, until) = moments(parts)
            return .moment(from, until: until)
        case .doubt(let doubt): return .doubt(doubt)
        case nil: return nil
        }
    }

    /// `-20m`, `20 min ago`, `vor 20 min`.
    private static func ago(_ clean: String) -> Int64? {
        if let first = clean.first, "-−–".contains(first) { return SpokenDuration.parse(clean.dropFirst()) }
        if clean.hasSuffix(" ago") { return SpokenDuration.parse(clean.dropLast(4)) }
        return clean.hasPrefix("vor ") ? SpokenDuration.parse(clean.dropFirst(4)) : nil
    }

    /// The moments of a day and a time of day. A day alone means the present time of day on that day; an end that is
    /// not after its beginning is on the next day.
    package func moments(_ parts: SpokenParts) -> (from: Instant, until: Instant?) {
        let day = parts.date?.first ?? self.day ?? lastDay(of: parts.from)
        func instant(_ day: CivilDay, _ seconds: Int64) -> Instant {
            zones.zone(on: day).instant(day, seconds: seconds)
        }
        guard let from = parts.from else { return (instant(day, Int64(zones.civil(now).secondOfDay)), nil) }
        let begin = instant(day, from)
        // An hour that clocks skip may lie between.
        return (begin, parts.until.map { max(begin, instant($0 > from ? day : day + 1, $0)) })
    }

    /// The day of a time without one. Just after midnight, 23:30 was yesterday; at any hour of the day, so was what
    /// would be more than half a day ahead.
    private func lastDay(of seconds: Int64?) -> CivilDay {
        guard let seconds else { return today }
        let ahead = zones.zone(on: today).instant(today, seconds: seconds) - now
        let isNight = zones.civil(now).hour < 5
        return ahead > (isNight ? 3_600 : 43_200) ? today - 1 : today
    }

    // MARK: Days

    /// `today`, a weekday, which means the latest, or a date; `nil` if the text is not one day.
    package func day(_ text: String, year: SpokenYear = .latest) -> CivilDay? {
        guard case .found(let parts) = SpokenParts.whole(text, today: today, year: year), parts.from == nil,
            let date = parts.date, date.unit == .day
        else { return nil }
        return date.first
    }

    /// The same as `day`, but throws `.badTime` with the reason if the text is not a day.
    ///
    /// - Parameter year: `.next(from:)` where a day ahead is asked for, such as a deadline.
    package func readDay(_ text: String, year: SpokenYear = .latest) throws(LedgerError) -> CivilDay {
        if let day = day(text, year: year) { return day }
        throw Self.noDay(text, SpokenParts.whole(text, today: today, year: year), .badTime)
    }

    static func noDay(_ text: String, _ read: SpokenParts.Reading?, _ code: LedgerError.Code) -> LedgerError {
        switch read {
        case .doubt(let doubt): doubt.error(text, code)
        case .found(let parts) where parts.date != nil && parts.date?.unit != .day && parts.from == nil:
            LedgerError(
                code, "“\(text.prefix(40))” is a \(parts.date?.unit.rawValue ?? ""), not a day",
                hint: "Write a day of it, for example \(parts.date?.first.iso ?? "").")
        default:
            LedgerError(
                code, "“\(text.prefix(40))” is not a date",
                hint: "Write 2026-03-17, 17.3., 17 Mar, yesterday or monday.")
        }
    }

    // MARK: Parts

    /// Seconds after midnight: `9:30`, `9:30:15`, `14.30`, `14 Uhr`, `5pm`, `noon`, `midnight`.
    package static func clock(_ text: String) -> Int64? { SpokenClock.seconds(text) }

    /// `2026-03-17T09:30:00+01:00`, with `Z`, with or without seconds and fractions (floored).
    package static func rfc3339(_ text: String) -> Instant? {
        let bytes = Array(text.uppercased().utf8)
        guard bytes.count >= 17, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
            let day = CivilDay(iso: String(decoding: bytes[0..<10], as: UTF8.self))
        else { return nil }
        var rest = bytes[11...]
        var offset: Int64 = 0
        if rest.last == UInt8(ascii: "Z") {
            rest = rest.dropLast()
        } else if let sign = rest.lastIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }) {
            let zone = String(decoding: rest[(sign + 1)...], as: UTF8.self).filter { $0 != ":" }
            guard zone.count == 4, let number = zone.digitsAlone, number < 2400,
                number % 100 < 60
            else { return nil }
            offset = (number / 100 * 3600 + number % 100 * 60) * (rest[sign] == UInt8(ascii: "-") ? -1 : 1)
            rest = rest[..<sign]
        } else {
            return nil
        }
        if let dot = rest.firstIndex(of: UInt8(ascii: ".")) { rest = rest[..<dot] }
        let text = String(decoding: rest, as: UTF8.self)
        guard text.first?.isNumber == true, text.last?.isNumber == true, text.contains(":"), let clock = clock(text)
        else {
            return nil
        }
        return Instant(day, seconds: clock - offset)
    }
}

extension CivilDay {
    /// A whole date as people write it, in a file that is read again later: `2026-03-17`, `17.3.2026`, `3 Nov 2026`.
    /// What depends on the day of reading is none.
    package static func written(_ text: String) -> SpokenWritten {
        switch SpokenParts.whole(text, today: CivilDay(number: 20_000)) {
        case .found(let parts):
            guard let date = parts.date, date.unit == .day, date.weight != .relative, !date.lacksYear,
                parts.from == nil,
                text.contains("\(date.first.components.year)")
            else { return .none }
            return .day(date.first)
        case .doubt(let doubt): return .doubt(doubt)
        case nil: return .none
        }
    }
}

/// What a written date is.
package enum SpokenWritten: Hashable, Sendable {
    case day(CivilDay)
    case doubt(SpokenDoubt)
    case none
}

extension SpokenDoubt {
    /// Worded as a warning about a line of a file.
    package func warning(_ what: String, _ done: String) -> String {
        "the beginning of the \(what) \(why); \(done): write \(write)"
    }

    package func error(_ text: String, _ code: LedgerError.Code) -> LedgerError {
        LedgerError(code, "“\(text.prefix(80))” \(why)", hint: "Write \(write).")
    }
}
