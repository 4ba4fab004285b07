/// Lengths of time as people write them: `90m`, `1h30m`, `1h30`, `1.5h`, `1,5h`, `2 hours`, `45 Minuten`, `1:30`.
package enum SpokenDuration {
    package static let examples = "90m, 1h30 or 1.5h"

    /// Seconds; `nil` if the text is not a length of time or is longer than a year.
    package static func parse(_ text: some StringProtocol) -> Int64? {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace).filter { $0 != "and" && $0 != "und" }
        var clean = words.joined()
        if let colon = clean.firstIndex(of: ":") {
            if clean.hasSuffix("h") { clean.removeLast() }
            guard let hours = clean[..<colon].digitsAlone, hours < 1000, !clean[..<colon].isEmpty,
                let minutes = clean[clean.index(after: colon)...].digitsAlone, minutes < 60
            else { return nil }
            return hours * 3600 + minutes * 60
        }
        var total = 0.0
        var rest = clean[...]
        var last = 0.0
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
            rest = rest.dropFirst(number.count)
            let unit = rest.prefix { $0.isASCII && $0.isLetter }
            rest = rest.dropFirst(unit.count)
            if rest.first == "." { rest = rest.dropFirst() }
            guard let value = self.number(number) else { return nil }
            if unit.isEmpty {
                // Minutes after hours: `1h30`.
                guard last == 3600, rest.isEmpty, (1...2).contains(number.count), value < 60 else { return nil }
                last = 60
            } else {
                guard let seconds = units[String(unit)] else { return nil }
                last = seconds
            }
            total += value * last
        }
        return total < 366 * 86_400 ? Int64(total.rounded()) : nil
    }

    /// `1.5` and `1,5`; not `1,500`, which is a thousand to some.
    private static func number(_ text: Substring) -> Double? {
        guard let mark = text.firstIndex(where: { $0 == "." || $0 == "," }) else { return Double(text) }
        let part = text[text.index(after: mark)...]
        guard !part.isEmpty, part.digitsAlone != nil, text[mark] == "." || part.count < 3 else { return nil }
        return Double("0\(text[..<mark]).\(part)")
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
        "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1, "sekunde": 1, "sekunden": 1,
        "m": 60, "min": 60, "mins": 60, "minute": 60, "minutes": 60, "minuten": 60,
        "h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600, "std": 3600, "stunde": 3600, "stunden": 3600,
        "d": 86_400, "day": 86_400, "days": 86_400, "tag": 86_400, "tage": 86_400, "tagen": 86_400,
        "w": 604_800, "week": 604_800, "weeks": 604_800, "woche": 604_800, "wochen": 604_800,
    ]
}
