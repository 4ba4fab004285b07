/// A day, week, month, quarter or year as somebody said it.
package struct SpokenDate: Hashable, Sendable {
    package enum Unit: String, Sendable, CaseIterable {
        case day, week, month, quarter, year
    }

    package var unit: Unit
    /// Its first day.
    package var first: CivilDay
    /// How surely it is a date at the beginning of a sentence.
    package var weight: Weight = .full
    /// Whether the text has no year, so that one was chosen.
    package var lacksYear = false

    package enum Weight: Sendable {
        /// `2026-03-17`, `4.11.`, `17 March`: nothing else looks so.
        case full
        /// `March 17`, `October`, `2026`: a date only if a time or a mark follows.
        case light
        /// `yesterday`, `tuesday`: the same, and it depends on today.
        case relative
    }

    /// The first day after it.
    package var next: CivilDay {
        switch unit {
        case .day: first + 1
        case .week: first + 7
        case .month: first.adding(months: 1)
        case .quarter: first.adding(months: 3)
        case .year: first.adding(months: 12)
        }
    }

    package var last: CivilDay { unit == .day ? first : next - 1 }

    /// The unit that the day is in.
    package init(_ unit: Unit, around day: CivilDay) {
        self.unit = unit
        first =
            switch unit {
            case .day: day
            case .week: day.monday
            case .month: day.firstOfMonth
            case .quarter: day.firstOfQuarter
            case .year: day.firstOfYear
            }
    }

    init?(day: Int, month: Int, year: Int) {
        guard let date = CivilDay(year: year, month: month, day: day) else { return nil }
        self.init(.day, around: date)
    }

    /// A week of ISO 8601.
    init?(week: Int, year: Int) {
        guard let fourth = CivilDay(year: year, month: 1, day: 4) else { return nil }
        let monday = fourth.monday + Int64(week - 1) * 7
        // The Thursday of a week is in its year.
        guard (monday + 3).components.year == year else { return nil }
        self.init(.week, around: monday)
    }

    init?(_ unit: Unit, month: Int, year: Int) {
        guard let day = CivilDay(year: year, month: month, day: 1) else { return nil }
        self.init(unit, around: day)
    }

    /// `17 March 2026`, `week 12 of 2026`, `October 2026`, `Q1 2026`, `2026`: as exactly as it was said.
    package var text: String {
        let (year, month, _) = first.components
        switch unit {
        case .day: return Period.date(first)
        case .week: return "week \(week) of \((first + 3).components.year)"
        case .month: return "\(monthNames[month - 1]) \(year)"
        case .quarter: return "Q\((month + 2) / 3) \(year)"
        case .year: return "\(year)"
        }
    }

    /// The number of its first week in ISO 8601.
    private var week: Int64 {
        let thursday = first.monday + 3
        return (thursday - thursday.firstOfYear) / 7 + 1
    }
}

/// The year of a date without one.
package enum SpokenYear: Hashable, Sendable {
    /// The latest such date that is not in the future: what happened.
    case latest
    /// The first such date on this day or after it: what is ahead.
    case next(from: CivilDay)
    /// The year of the heading above.
    case given(Int)

    func choose(today: CivilDay, _ make: (Int) -> SpokenDate?) -> SpokenDate? {
        // Between two leap days there may be eight years.
        let span = 9
        var found: SpokenDate?
        switch self {
        case .given(let year): found = make(year)
        case .latest:
            let year = today.components.year
            found = (year - span...year + 1).reversed().lazy.compactMap(make).first { $0.first <= today }
        case .next(let day):
            let year = day.components.year
            found = (year - 1...year + span).lazy.compactMap(make).first { $0.last >= day }
        }
        found?.lacksYear = true
        return found
    }
}

/// What is wrong with words that look like a date or a time and are none, or could be two.
package struct SpokenDoubt: Hashable, Sendable {
    /// Worded to follow what was typed: `could be 12 November or 11 December`.
    package var why: String
    /// What to write instead, worded to follow “write”: `12 Nov or 11 Dec`.
    package var write: String

    package init(_ why: String, write: String) {
        self.why = why
        self.write = write
    }

    static func impossible(_ why: String) -> SpokenDoubt {
        SpokenDoubt("is not a date: \(why)", write: "for example 2026-03-17, 17.3. or 17 Mar")
    }

    static func noTime() -> SpokenDoubt {
        SpokenDoubt("is not a time of day", write: "for example 9:30, 14 Uhr or 2pm")
    }
}
