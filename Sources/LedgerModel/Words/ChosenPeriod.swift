/// The period of an answer, and whether somebody named it.
///
/// A quarter that began this morning has nothing to show yet. So where nobody names a period, people are shown the one
/// before until a tenth of the new one has passed, and the heading says so.
package struct ChosenPeriod: Sendable, Hashable {
    package let period: Period
    /// Behind the dates in a heading: `, the quarter before this one`. Empty unless it looks back unasked.
    package let aside: String

    /// A period that was asked for.
    package init(_ period: Period) { self.init(period, aside: "") }

    private init(_ period: Period, aside: String) {
        self.period = period
        self.aside = aside
    }

    /// The present period of a name, or the one before it. The end of the tenth is no longer part of it.
    ///
    /// - Parameter name: `day`, `week`, `month`, `quarter` or `year`.
    package init(present name: Name, now: Instant, zones: ZoneHistory) {
        let present = name.period(around: zones.day(of: now))
        let whole = present.interval(zones)
        if (now - whole.start) * 10 < whole.seconds {
            self.init(name.period(around: present.since - 1), aside: ", the \(name.rawValue) before this one")
        } else {
            self.init(present)
        }
    }

    /// What a person asked for, or the present period of a name if they named none. Throws `.badPeriod`.
    package init(
        in name: String?, since: String?, until: String?, now: Instant, zones: ZoneHistory, otherwise present: Name
    ) throws(LedgerError) {
        if name == nil, since == nil, until == nil {
            self.init(present: present, now: now, zones: zones)
        } else {
            self.init(try Period(in: name, since: since, until: until, today: zones.day(of: now)))
        }
    }

    /// Periods that have a name.
    package enum Name: String, CaseIterable, Sendable {
        case day, week, month, quarter, year

        package func period(around day: CivilDay) -> Period {
            switch self {
            case .day: Period(since: day, until: day + 1)
            case .week: Period(since: day.monday, until: day.monday + 7)
            case .month: Period(since: day.firstOfMonth, until: day.firstOfMonth.adding(months: 1))
            case .quarter: Period(since: day.firstOfQuarter, until: day.firstOfQuarter.adding(months: 3))
            case .year: Period(since: day.firstOfYear, until: day.firstOfYear.adding(months: 12))
            }
        }
    }
}

extension Period {
    /// What names it to a command whatever the day: `--in 2026-Q3`, or its first day and the one after its last.
    package var options: String {
        let (year, month, _) = since.components
        let four = String("000\(year)".suffix(4))
        return switch ChosenPeriod.Name.allCases.last(where: { $0.period(around: since) == self }) {
        case .year: "--in \(four)"
        case .quarter: "--in \(four)-Q\((month + 2) / 3)"
        case .month: "--in \(since.iso.prefix(7))"
        case .week, .day, nil: "--since \(since.iso) --until \(until.iso)"
        }
    }
}
