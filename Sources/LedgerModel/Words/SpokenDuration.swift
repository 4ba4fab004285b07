/// Lengths of time as people write them: `90m`, `1h30m`, `1.5h`, `2 hours`, `45 min`, `1:30`.
package enum SpokenDuration {
    /// Seconds; nil when the text is no length of time or is longer than a year.
    package static func parse(_ text: some StringProtocol) -> Int64? {
        let clean = String(text).lowercased().filter { $0 != " " }
        if let colon = clean.firstIndex(of: ":"), let hours = Int64(clean[..<colon]),
            let minutes = Int64(clean[clean.index(after: colon)...]), (0..<60).contains(minutes),
            (0..<1000).contains(hours)
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
