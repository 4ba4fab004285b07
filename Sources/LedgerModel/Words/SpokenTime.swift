/// Reads moments as people say them: `9:30`, `yesterday 17:45`, `-20m`, `monday 14:00`, `2026-03-17 9:30`.
package struct SpokenTime: Sendable {
    package let now: Instant
    package let zones: ZoneHistory
    /// The day that a time without a day means.
    private let day: CivilDay

    package init(now: Instant, zones: ZoneHistory, day: CivilDay? = nil) {
        self.now = now
        self.zones = zones
        self.day = day ?? zones.day(of: now)
    }

    package static let examples = "9:30, \"yesterday 17:45\", -20m, \"mon 14:00\", \"2026-03-17 9:30\""

    /// Throws `.badTime` with examples if the text is not a moment, or is an impossible date or one beyond all periods.
    package func parse(_ text: String) throws(LedgerError) -> Instant {
        guard let instant = instant(text.lowercased().trimmed) else {
            throw LedgerError(
                .badTime, "“\(text.prefix(80))” is not a time", hint: "Write for example \(Self.examples).")
        }
        return try Self.checked(instant, text)
    }

    /// A moment in RFC 3339, as `--now` takes it. Throws `.badTime` if it cannot be read or is beyond all periods.
    package static func exact(_ text: String) throws(LedgerError) -> Instant {
        guard let instant = rfc3339(text) else {
            throw LedgerError(
                .badTime, "“\(text.prefix(80))” is not an exact time", hint: "Write for example 2026-03-17T12:00:00Z.")
        }
        return try checked(instant, text)
    }

    private static func checked(_ instant: Instant, _ text: String) throws(LedgerError) -> Instant {
        guard instant < Instant(Period.end) else {
            throw LedgerError(
                .badTime, "“\(text.prefix(80))” is too far in the future", hint: "Write a time in the years 1 to 9998.")
        }
        return instant
    }

    private func instant(_ clean: String) -> Instant? {
        if clean == "now" { return now }
        if let instant = Self.rfc3339(clean) { return instant }
        if clean.hasPrefix("-"), let seconds = SpokenDuration.parse(clean.dropFirst()) { return now - seconds }
        if clean.hasSuffix(" ago"), let seconds = SpokenDuration.parse(clean.dropLast(4)) { return now - seconds }

        var words = clean.split(separator: " ").map(String.init)
        if words.count == 1, let t = clean.firstIndex(of: "t"), CivilDay(iso: clean[..<t]) != nil {
            words = [String(clean[..<t]), String(clean[clean.index(after: t)...])]
        }
        words.removeAll { $0 == "at" || $0 == "last" }
        switch words.count {
        case 1:
            if let clock = Self.clock(words[0]) { return zones.zone(on: day).instant(day, seconds: clock) }
            if let day = day(words[0]) {
                // A day alone means the present time of day on that day.
                let civil = zones.civil(now)
                return zones.zone(on: day).instant(day, seconds: Int64(civil.secondOfDay))
            }
        case 2:
            if let day = day(words[0]), let clock = Self.clock(words[1]) {
                return zones.zone(on: day).instant(day, seconds: clock)
            }
            if let day = day(words[1]), let clock = Self.clock(words[0]) {
                return zones.zone(on: day).instant(day, seconds: clock)
            }
            if let clock = Self.clock(words.joined()) { return zones.zone(on: day).instant(day, seconds: clock) }
        default: break
        }
        return nil
    }

    /// Reads `today`, `yesterday`, `tomorrow`, a date, or a weekday, which means the last one (today included).
    package func day(_ text: String) -> CivilDay? {
        let today = zones.day(of: now)
        let word = text.trimmed.lowercased()
        switch word {
        case "today": return today
        case "yesterday": return today - 1
        case "tomorrow": return today + 1
        default: break
        }
        if let date = CivilDay(iso: word) { return date }
        guard let weekday = Weekday(word) else { return nil }
        return today - Int64((today.weekday.rawValue - weekday.rawValue + 7) % 7)
    }

    /// The same as `day`, but throws `.badTime` if the text is not a day.
    package func readDay(_ text: String) throws(LedgerError) -> CivilDay {
        guard let day = day(text) else {
            throw LedgerError(
                .badTime, "“\(text.prefix(40))” is not a date", hint: "Write 2026-03-17, yesterday or monday.")
        }
        return day
    }

    /// Seconds after midnight: `9:30`, `9:30:15`, `17`, `5pm`, `5:45pm`, `noon`, `midnight`.
    package static func clock(_ text: String) -> Int64? {
        if text == "noon" { return 43_200 }
        if text == "midnight" { return 0 }
        var body = text[...]
        var shift: Int64?
        if body.hasSuffix("am") { shift = 0 }
        if body.hasSuffix("pm") { shift = 12 }
        if shift != nil { body = body.dropLast(2) }
        let parts = body.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts.count > 1 || shift != nil,
            parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isNumber } })
        else { return nil }
        let numbers = parts.compactMap { Int64($0) }
        guard numbers.count == parts.count else { return nil }
        var hour = numbers[0]
        if let shift {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + shift
        }
        let minute = numbers.count > 1 ? numbers[1] : 0
        let second = numbers.count > 2 ? numbers[2] : 0
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
        return hour * 3600 + minute * 60 + second
    }

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
        guard let clock = clock(String(decoding: rest, as: UTF8.self)) else { return nil }
        return Instant(day, seconds: clock - offset)
    }
}

extension StringProtocol {
    /// The text without white space at its ends.
    package var trimmed: String {
        var view = self[...]
        while let first = view.first, first.isWhitespace { view = view.dropFirst() }
        while let last = view.last, last.isWhitespace { view = view.dropLast() }
        return String(view)
    }

    /// The number that digits of ASCII and nothing else write: no sign, which `Int64` would take.
    var digitsAlone: Int64? { utf8.allSatisfy { (48...57).contains($0) } ? Int64(self) : nil }
}

/// Lengths of time as people write them: `90m`, `1h30m`, `1.5h`, `2 hours`, `45 min`, `1:30`.
package enum SpokenDuration {
    /// Seconds; `nil` if the text is not a length of time or is longer than a year.
    package static func parse(_ text: some StringProtocol) -> Int64? {
        let clean = String(text).lowercased().filter { $0 != " " }
        if let colon = clean.firstIndex(of: ":"), let hours = clean[..<colon].digitsAlone, hours < 1000,
            let minutes = clean[clean.index(after: colon)...].digitsAlone, minutes < 60
        {
            return hours * 3600 + minutes * 60
        }
        var total = 0.0
        var rest = clean[...]
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            rest = rest.dropFirst(number.count)
            let unit = rest.prefix { $0.isASCII && $0.isLetter }
            rest = rest.dropFirst(unit.count)
            guard let value = Double(number), value >= 0, let seconds = units[String(unit)] else { return nil }
            total += value * seconds
        }
        return total < 366 * 86_400 ? Int64(total.rounded()) : nil
    }

    /// `1 h 10 min`, `45 min`, `2 h`, `30 s`.
    package static func text(_ seconds: Int64) -> String {
        if seconds < 60 { return "\(max(0, seconds)) s" }
        let minutes = (seconds + 30) / 60
        let (hours, rest) = (minutes / 60, minutes % 60)
        if hours == 0 { return "\(rest) min" }
        return rest == 0 ? "\(hours) h" : "\(hours) h \(rest) min"
    }

    private static let units: [String: Double] = [
        "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1, "m": 60, "min": 60, "mins": 60, "minute": 60,
        "minutes": 60, "h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600, "d": 86_400, "day": 86_400,
        "days": 86_400, "w": 604_800, "week": 604_800, "weeks": 604_800,
    ]
}
