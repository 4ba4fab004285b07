import LedgerModel

/// A public holiday.
struct DemoHoliday: Sendable {
    var day: CivilDay
    var name: String

    static func all(in year: Int) -> [DemoHoliday] {
        let fixed: [(Int, Int, String)] = [
            (1, 1, "New Year's Day"), (5, 1, "Labour Day"), (10, 3, "Unity Day"), (12, 25, "Christmas Day"),
            (12, 26, "Second day of Christmas"),
        ]
        let moving: [(Int64, String)] = [
            (-2, "Good Friday"), (1, "Easter Monday"), (39, "Ascension Day"), (50, "Whit Monday"),
        ]
        var result = fixed.compactMap { month, day, name in
            CivilDay(year: year, month: month, day: day).map { DemoHoliday(day: $0, name: name) }
        }
        if let easter = easter(year) {
            result += moving.map { DemoHoliday(day: easter + $0.0, name: $0.1) }
        }
        return result.sorted { $0.day < $1.day }
    }

    /// Easter Sunday, by the anonymous Gregorian computus (Meeus, "Astronomical Algorithms", chapter 8).
    static func easter(_ year: Int) -> CivilDay? {
        let a = year % 19
        let b = year / 100
        let c = year % 100
        let e = (b - (b + 8) / 25 + 1) / 3
        let h = (19 * a + b - b / 4 - e + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let sum = h + l - 7 * m + 114
        return CivilDay(year: year, month: sum / 31, day: sum % 31 + 1)
    }
}

/// Days away from work, both ends included.
struct DemoLeave: Sendable {
    var first: CivilDay
    var last: CivilDay
    var title: String

    static func all(in year: Int) -> [DemoLeave] {
        let spans: [(month: Int, day: Int, days: Int64, title: String)] = [
            (2, 10, 3, "Sick"), (5, 19, 4, "Vacation: long weekend"), (8, 3, 12, "Vacation: the coast"),
            (10, 19, 5, "Vacation"), (12, 27, 5, "Vacation"),
        ]
        return spans.compactMap { span in
            CivilDay(year: year, month: span.month, day: span.day).map {
                DemoLeave(first: $0, last: $0 + (span.days - 1), title: span.title)
            }
        }
    }
}
