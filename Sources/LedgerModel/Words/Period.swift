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

    package static let examples =
        "today, week, month, quarter, year, October, Q3, 2026-Q3, 2026-W40, 2026-03, 2026, 90d"

    /// The longest period that can be asked about, in days: a hundred years.
    package static let longest: Int64 = 36_600

    /// Reads a period by its name. Throws `.badPeriod` with examples.
    package init(_ text: String, today: CivilDay) throws(LedgerError) {
        let clean = text.lowercased().trimmed
        if let named = Self.named(clean, today: today) {
            self = named
        } else if let days = Self.days(clean), (1...Self.longest).contains(days) {
            self.init(since: today + 1 - days, until: today + 1)
        } else {
            let date = try Self.date(text, today: today) { read in
                if case .doubt(let doubt) = read { return doubt.error(text, .badPeriod) }
                return LedgerError(
                    .badPeriod, "“\(text.prefix(40))” is not a period", hint: "Write one of \(Self.examples).")
            }
            guard date.first < Self.end else { throw Self.beyond(text) }
            self.init(since: date.first, until: date.next)
        }
    }

    /// The first or last day of a period as a person types it: `2026-03-17`, `17.3.`, `yesterday`, or the first day of
    /// `October` or `2026-W40`. Throws `.badPeriod`.
    package static func day(
        _ text: String, today: CivilDay, year: SpokenYear = .latest
    ) throws(LedgerError) -> CivilDay {
        let date = try date(text, today: today, year: year) { SpokenTime.noDay(text, $0, .badPeriod) }
        guard date.first <= end else { throw beyond(text) }
        return date.first
    }

    private static func date(
        _ text: String, today: CivilDay, year: SpokenYear = .latest,
        otherwise: (SpokenParts.Reading?) -> LedgerError
    ) throws(LedgerError) -> SpokenDate {
        let read = SpokenParts.whole(text, today: today, year: year)
        if case .found(let parts) = read, let date = parts.date, parts.from == nil { return date }
        if let year = text.trimmed.digits(4...4), let date = SpokenDate(.year, month: 1, year: year) { return date }
        if let date = far(text.trimmed.lowercased()) { return date }
        throw otherwise(read)
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
        case "week", "this week": Period(since: today.monday, until: today.monday + 7)
        case "month", "this month": Period(since: today.firstOfMonth, until: today.firstOfMonth.adding(months: 1))
        case "quarter", "this quarter":
            Period(since: today.firstOfQuarter, until: today.firstOfQuarter.adding(months: 3))
        case "year", "this year": Period(since: today.firstOfYear, until: today.firstOfYear.adding(months: 12))
        case "last week": Period(since: today.monday - 7, until: today.monday)
        case "last month": Period(since: today.firstOfMonth.adding(months: -1), until: today.firstOfMonth)
        case "last quarter": Period(since: today.firstOfQuarter.adding(months: -3), until: today.firstOfQuarter)
        case "last year": Period(since: today.firstOfYear.adding(months: -12), until: today.firstOfYear)
        default: nil
        }
    }

    /// `90d`, `90 days`, `last 90 days`.
    private static func days(_ text: String) -> Int64? {
        var words = text.split(whereSeparator: \.isWhitespace)
        if words.count == 3, words[0] == "last" || words[0] == "past" { words.removeFirst() }
        if words.count == 2, words[1] == "days" || words[1] == "d" { return words[0].digitsAlone }
        return words.count == 1 && text.hasSuffix("d") ? text.dropLast().digitsAlone : nil
    }

    /// `0001-03` and `9998-Q4`: beyond the years in which people keep notes, a period is read from its code alone.
    private static func far(_ text: String) -> SpokenDate? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let year = parts[0].digits(4...4) else { return nil }
        if parts[1].first == "q", let quarter = parts[1].dropFirst().digits(1...1), (1...4).contains(quarter) {
            return SpokenDate(.quarter, month: quarter * 3, year: year)
        }
        return parts[1].digits(2...2).flatMap { SpokenDate(.month, month: $0, year: year) }
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
        // Of dates without a year, an end is the first after its beginning.
        let year = start.map { SpokenYear.next(from: $0) } ?? .latest
        let end =
            try until.map { (text: String) throws(LedgerError) in try Self.day(text, today: today, year: year) }
            ?? today + 1
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
        let date = try Self.date(text, today: today) { SpokenTime.noDay(text, $0, .badPeriod) }
        guard date.unit == .day else {
            throw SpokenTime.noDay(text, SpokenParts.whole(text, today: today), .badPeriod)
        }
        guard date.first < Self.end else { throw Self.beyond(text) }
        self.init(since: date.first, until: date.first + 1)
    }
}
