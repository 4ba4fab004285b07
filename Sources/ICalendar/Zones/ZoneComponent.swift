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

        /// `+0100` or `-053000`; nil beyond a day.
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
            warn(observance.line, "a part of the zone has no start or no offset that can be read")
            return
        }
        observances.append(observance)
    }

    /// In canonical lines, without comments and names of parts.
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
