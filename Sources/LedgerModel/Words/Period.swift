/// A range of civil days that a question is asked about: `[since, until)`.
package struct Period: Sendable, Hashable {
    package var since: CivilDay
    /// The first day after the period.
    package var until: CivilDay

    package init(since: CivilDay, until: CivilDay) {
        self.since = since
        self.until = max(since, until)
    }

    package static let examples = "today, week, month, quarter, year, 2026-Q3, 2026-03, 2026, 90d"

    /// Throws `.badPeriod` with examples.
    package init(_ text: String, today: CivilDay) throws(LedgerError) {
        let clean = text.lowercased().trimmed
        if let named = Self.named(clean, today: today) ?? Self.calendar(clean) {
            self = named
        } else if clean.hasSuffix("d"), let days = Int64(clean.dropLast()), (1...36_600).contains(days) {
            self.init(since: today + 1 - days, until: today + 1)
        } else if let day = CivilDay(iso: clean) {
            self.init(since: day, until: day + 1)
        } else {
            throw LedgerError(.badPeriod, "“\(text)” is no period I can read", hint: "Write one of \(Self.examples).")
        }
    }

    private static func named(_ text: String, today: CivilDay) -> Period? {
        switch text {
        case "today": Period(since: today, until: today + 1)
        case "yesterday": Period(since: today - 1, until: today)
        case "week": Period(since: today.monday, until: today.monday + 7)
        case "month": Period(since: today.firstOfMonth, until: today.firstOfMonth.adding(months: 1))
        case "quarter": Period(since: today.firstOfQuarter, until: today.firstOfQuarter.adding(months: 3))
        case "year": Period(since: today.firstOfYear, until: today.firstOfYear.adding(months: 12))
        case "last week": Period(since: today.monday - 7, until: today.monday)
        case "last month": Period(since: today.firstOfMonth.adding(months: -1), until: today.firstOfMonth)
        case "last quarter": Period(since: today.firstOfQuarter.adding(months: -3), until: today.firstOfQuarter)
        case "last year": Period(since: today.firstOfYear.adding(months: -12), until: today.firstOfYear)
        default: nil
        }
    }

    /// `2026`, `2026-03`, `2026-Q3`.
    private static func calendar(_ text: String) -> Period? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, first.count == 4, let year = Int(first),
            let start = CivilDay(year: year, month: 1, day: 1)
        else { return nil }
        if parts.count == 1 { return Period(since: start, until: start.adding(months: 12)) }
        guard parts.count == 2 else { return nil }
        if parts[1].first == "q", let quarter = Int(parts[1].dropFirst()), (1...4).contains(quarter) {
            let from = start.adding(months: (quarter - 1) * 3)
            return Period(since: from, until: from.adding(months: 3))
        }
        guard parts[1].count == 2, let month = Int(parts[1]), (1...12).contains(month) else { return nil }
        let from = start.adding(months: month - 1)
        return Period(since: from, until: from.adding(months: 1))
    }

    package var days: Int64 { until - since }

    /// The period of equal length that ends where this one begins.
    package var previous: Period { Period(since: since - days, until: since) }

    /// What has passed of it: nothing after today.
    package func clipped(to today: CivilDay) -> Period {
        Period(since: since, until: min(until, max(since, today + 1)))
    }

    package func interval(_ zones: ZoneHistory) -> Interval { Interval(zones.start(of: since), zones.start(of: until)) }

    /// `1 October to 21 November 2026`, `17 March 2026`, `March 2026`.
    package var text: String {
        guard until > since else { return Self.date(since) }
        let last = until - 1
        let (y, m, d) = since.components
        let (ly, lm, _) = last.components
        if since == last { return Self.date(since) }
        if y == ly, m == lm, d == 1, until.components.day == 1 { return "\(monthNames[m - 1]) \(y)" }
        if y == ly, m == lm { return "\(d) to \(Self.date(last))" }
        if y == ly { return "\(d) \(monthNames[m - 1]) to \(Self.date(last))" }
        return "\(Self.date(since)) to \(Self.date(last))"
    }

    /// `17 March 2026`.
    package static func date(_ day: CivilDay) -> String {
        let (y, m, d) = day.components
        return "\(d) \(monthNames[m - 1]) \(y)"
    }
}
