/// The range of civil days `[since, until)` that a question is about, in the years 1 to 9998.
///
/// One year is left at the end, so that the day after a period and the period after it are dates too.
package struct Period: Sendable, Hashable {
    package let since: CivilDay
    /// The first day after the period; never after `end`.
    package let until: CivilDay

    /// An end before the beginning gives an empty period. Days beyond `end` are cut off.
    package init(since: CivilDay, until: CivilDay) {
        self.since = min(since, Self.end)
        self.until = min(max(since, until), Self.end)
    }

    /// 9999-01-01, the first day after every period.
    package static let end = CivilDay.last.firstOfYear

    package static let examples = "today, week, month, quarter, year, 2026-Q3, 2026-03, 2026, 90d"

    /// The longest period that can be asked about, in days: a hundred years.
    package static let longest: Int64 = 36_600

    /// Reads a period by its name. Throws `.badPeriod` with examples.
    package init(_ text: String, today: CivilDay) throws(LedgerError) {
        let clean = text.lowercased().trimmed
        if let named = Self.named(clean, today: today) {
            self = named
        } else if clean.hasSuffix("d"), let days = clean.dropLast().digitsAlone, (1...Self.longest).contains(days) {
            self.init(since: today + 1 - days, until: today + 1)
        } else if let (first, next) = Self.calendar(clean) {
            guard first < Self.end else { throw Self.beyond(text) }
            self.init(since: first, until: next)
        } else {
            throw LedgerError(
                .badPeriod, "“\(text.prefix(40))” is not a period", hint: "Write one of \(Self.examples).")
        }
    }

    /// The first or last day of a period as a person types it: `2026-03-17`, `yesterday`, `monday`. Throws
    /// `.badPeriod`.
    package static func day(_ text: String, today: CivilDay) throws(LedgerError) -> CivilDay {
        guard let day = SpokenTime(now: Instant(today, seconds: 43_200), zones: ZoneHistory(.utc)).day(text) else {
            throw LedgerError(
                .badPeriod, "“\(text.prefix(40))” is not a date", hint: "Write 2026-03-17, yesterday or monday.")
        }
        guard day <= end else { throw beyond(text) }
        return day
    }

    static func beyond(_ text: String) -> LedgerError {
        LedgerError(
            .badPeriod, "“\(text.prefix(40))” is too far in the future",
            hint: "A period can be asked about in the years 1 to 9998.")
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

    /// The first day of `2026`, `2026-03`, `2026-Q3` or `2026-03-17`, and the first day after it.
    private static func calendar(_ text: String) -> (CivilDay, CivilDay)? {
        if let day = CivilDay(iso: text) { return (day, day + 1) }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, first.count == 4, let year = first.digitsAlone,
            let start = CivilDay(year: Int(year), month: 1, day: 1)
        else { return nil }
        func months(from month: Int, _ count: Int) -> (CivilDay, CivilDay) {
            (start.adding(months: month), start.adding(months: month + count))
        }
        if parts.count == 1 { return months(from: 0, 12) }
        guard parts.count == 2 else { return nil }
        if parts[1].first == "q", let quarter = parts[1].dropFirst().digitsAlone, (1...4).contains(quarter) {
            return months(from: Int(quarter - 1) * 3, 3)
        }
        guard parts[1].count == 2, let month = parts[1].digitsAlone, (1...12).contains(month) else { return nil }
        return months(from: Int(month - 1), 1)
    }

    /// Reads digits only, without a sign.
    private static func number(_ text: Substring) -> Int64? {
        text.utf8.allSatisfy { (48...57).contains($0) } ? Int64(text) : nil
    }

    package var days: Int64 { until - since }

    /// The period of the same length that ends where this one begins.
    package var previous: Period { Period(since: since - days, until: since) }

    /// The part of the period up to and including today.
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

/// The ways in which every surface takes a period: by name, from a day, up to a day, or both.
extension Period {
    /// This quarter if nothing is given. A beginning alone reaches to today; an end alone reaches back to the beginning
    /// of its quarter, or of this one.
    ///
    /// Throws `.badPeriod` if a part cannot be read, or if the period ends before it begins, is beyond the year 9998 or
    /// longer than a hundred years.
    package init(
        in name: String?, since: String?, until: String?, today: CivilDay
    ) throws(LedgerError) {
        guard since != nil || until != nil else {
            self = try Period(name ?? "quarter", today: today)
            return
        }
        let start = try since.map { (text: String) throws(LedgerError) in try Self.day(text, today: today) }
        let end = try until.map { (text: String) throws(LedgerError) in try Self.day(text, today: today) } ?? today + 1
        let from = start ?? min(today, end - 1).firstOfQuarter
        guard from <= end else {
            throw LedgerError(.badPeriod, "the period would end before it begins", hint: "Swap since and until.")
        }
        self = try Period(since: from, until: end).bounded()
    }

    /// This period. Throws `.badPeriod` if it is longer than a hundred years, since every day of it would be computed.
    package func bounded() throws(LedgerError) -> Period {
        guard days <= Self.longest else {
            throw LedgerError(.badPeriod, "that is longer than a hundred years", hint: "Ask for a year or less.")
        }
        return self
    }

    /// One day as a person types it. Throws `.badPeriod`.
    package init(day text: String, today: CivilDay) throws(LedgerError) {
        let day = try Self.day(text, today: today)
        guard day < Self.end else { throw Self.beyond(text) }
        self.init(since: day, until: day + 1)
    }
}
