/// A VTIMEZONE as written (RFC 5545, section 3.6.5).
package struct ZoneComponent: Sendable, Hashable {
    /// The line of its BEGIN.
    package var line: Int
    package var id: String?
    /// X-LIC-LOCATION: the zone's name in the time zone database.
    package var location: String?
    package private(set) var observances: [Observance] = []

    init(line: Int) { self.line = line }

    /// One STANDARD or DAYLIGHT part.
    package struct Observance: Sendable, Hashable {
        var line: Int
        var isDaylight: Bool
        var start: CalendarTime?
        var from: Int32?
        var to: Int32?
        var rules: [RecurrenceRule] = []
        var dates: [CalendarTime] = []

        init(line: Int, isDaylight: Bool) {
            self.line = line
            self.isDaylight = isDaylight
        }

        mutating func read(_ line: ContentLine) -> String? {
            switch line.name {
            case .start: start = CalendarTime(bytes: line.value)
            case .offsetFrom: from = Self.offset(line.value)
            case .offsetTo: to = Self.offset(line.value)
            case .rule:
                guard rules.count < 4 else { return nil }
                do throws(RuleProblem) {
                    rules.append(try RecurrenceRule(parsing: CalendarText.string(line.value)))
                } catch {
                    return error.message
                }
            case .extraDates:
                for part in line.value.split(separator: UInt8(ascii: ",")) where dates.count < 2000 {
                    if let time = CalendarTime(bytes: part.prefix { $0 != UInt8(ascii: "/") }) { dates.append(time) }
                }
            default: break
            }
            return nil
        }

        /// Reads `+0100` or `-053000`; `nil` beyond a day.
        static func offset(_ bytes: ArraySlice<UInt8>) -> Int32? {
            let text = ContentLine.trimmed(bytes)
            let digits = text.filter { (48...57).contains($0) }.map { Int32($0 - 48) }
            guard let sign = text.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
                digits.count == 4 || digits.count == 6, text.count == digits.count + 1
            else { return nil }
            let seconds =
                (digits[0] * 10 + digits[1]) * 3600 + (digits[2] * 10 + digits[3]) * 60
                + (digits.count == 6 ? digits[4] * 10 + digits[5] : 0)
            guard seconds < 86_400 else { return nil }
            return sign == UInt8(ascii: "-") ? -seconds : seconds
        }
    }

    mutating func add(_ observance: Observance, limits: CalendarLimits, warn: (Int, String) -> Void) {
        guard observances.count < limits.observances else { return }
        guard observance.start != nil, observance.to != nil else {
            warn(observance.line, "a part of the zone has no readable start or offset")
            return
        }
        observances.append(observance)
    }

    /// The canonical lines, without comments and names of parts.
    package func lines() -> [String] {
        var lines = ["BEGIN:VTIMEZONE"]
        if let id { lines.append("TZID:" + CalendarText.escaped(id)) }
        if let location { lines.append("X-LIC-LOCATION:" + CalendarText.escaped(location)) }
        for part in observances {
            guard let start = part.start, let to = part.to else { continue }
            let name = part.isDaylight ? "DAYLIGHT" : "STANDARD"
            lines += ["BEGIN:" + name, "DTSTART:" + start.basicText]
            if let from = part.from { lines.append("TZOFFSETFROM:" + Self.offsetText(from)) }
            lines.append("TZOFFSETTO:" + Self.offsetText(to))
            lines += part.rules.map { "RRULE:" + $0.text }
            lines += part.dates.map { "RDATE:" + $0.basicText + ($0.isUTC ? "Z" : "") }
            lines.append("END:" + name)
        }
        return lines + ["END:VTIMEZONE"]
    }

    private static func offsetText(_ offset: Int32) -> String {
        func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
        let seconds = abs(offset)
        return (offset < 0 ? "-" : "+") + two(seconds / 3600) + two(seconds / 60 % 60)
            + (seconds % 60 == 0 ? "" : two(seconds % 60))
    }
}

/// A zone as the moments at which its offset changes, for the caller to convert.
package struct ZoneTransitions: Hashable, Sendable {
    /// Seconds east of UTC before the first change.
    package var initial: Int32
    /// Seconds since 1970 in UTC, strictly ascending, and the offset from each on.
    package var times: [Int64]
    package var offsets: [Int32]
}

extension ZoneComponent {
    /// The changes from 1970 to `end` (seconds since 1970 in UTC); `nil` if no part can be read.
    ///
    /// A part begins at its local start minus its TZOFFSETFROM. If two begin at the same moment, the later one
    /// in the file applies, but a daylight part that changes nothing loses.
    package func transitions(before end: Int64) -> ZoneTransitions? {
        // Real zones need a few hundred steps.
        var steps = 200_000
        var onsets: [(time: Int64, to: Int32, from: Int32)] = []
        for part in observances {
            guard let start = part.start, let to = part.to else { continue }
            let from = part.from ?? to
            var locals: Set<Int64> = [start.local]
            for date in part.dates { locals.insert(date.isUTC ? date.local + Int64(from) : date.local) }
            for rule in part.rules {
                locals.formUnion(
                    instances(of: rule, start: start.local, from: from, before: end + 86_400, steps: &steps))
            }
            onsets += locals.map { ($0 - Int64(from), to, from) }
        }
        // Of the parts of one moment, those that change something come last, so that they apply.
        onsets.sort { ($0.time, $0.to == $0.from ? 0 : 1, $0.to) < ($1.time, $1.to == $1.from ? 0 : 1, $1.to) }
        guard let first = onsets.first else { return nil }
        var result = ZoneTransitions(initial: first.from, times: [], offsets: [])
        for onset in onsets where onset.time < end {
            if onset.time < 0 {
                result.initial = onset.to
                continue
            }
            if result.times.last == onset.time {
                result.offsets[result.offsets.count - 1] = onset.to
            } else if result.offsets.last ?? result.initial != onset.to {
                result.times.append(onset.time)
                result.offsets.append(onset.to)
            }
        }
        return result
    }

    private func instances(
        of rule: RecurrenceRule, start: Int64, from: Int32, before end: Int64, steps: inout Int
    ) -> [Int64] {
        var bound = end
        if let until = rule.until {
            bound = min(bound, until.isDate ? until.local + 86_400 : until.local + (until.isUTC ? Int64(from) : 0) + 1)
        }
        // A yearly rule from 1601 matters only from 1968 on.
        var begin = start
        let horizon = CivilDate.days(year: 1968, month: 1, day: 1)
        if rule.frequency == .yearly, rule.interval == 1, rule.count == nil, start < horizon * 86_400,
            !rule.byMonth.isEmpty
        {
            begin = horizon * 86_400 + CivilDate.remainder(start, 86_400)
            if rule.byDay.isEmpty, rule.byMonthDay.isEmpty { begin = start }
        }
        let expansion = Recurrence.expand(
            rule, from: begin, isDate: false, before: bound, limit: 2000, steps: steps)
        steps -= expansion.steps
        return expansion.starts
    }
}
