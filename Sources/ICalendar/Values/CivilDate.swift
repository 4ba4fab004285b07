/// Day arithmetic in the proleptic Gregorian calendar, on days since 1970-01-01.
///
/// After H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
enum CivilDate {
    static let secondsPerDay: Int64 = 86_400

    static func days(year: Int, month: Int, day: Int) -> Int64 {
        let y = Int64(month <= 2 ? year - 1 : year)
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let shifted = Int64(month + (month > 2 ? -3 : 9))
        let dayOfYear = (153 * shifted + 2) / 5 + Int64(day) - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    static func components(_ days: Int64) -> (year: Int, month: Int, day: Int) {
        let z = days + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = Int(shifted < 10 ? shifted + 3 : shifted - 9)
        return (Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0), month, Int(dayOfYear - (153 * shifted + 2) / 5 + 1))
    }

    /// Monday is 1, Sunday 7.
    static func weekday(_ days: Int64) -> Int { Int(remainder(days + 3, 7)) + 1 }

    static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
    static func length(ofYear year: Int) -> Int { isLeap(year) ? 366 : 365 }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The first day of week 1 of `year`: the first week with four days or more in the year
    /// (RFC 5545, section 3.3.10, BYWEEKNO).
    static func firstWeek(of year: Int, weekStart: Int) -> Int64 {
        let fourth = days(year: year, month: 1, day: 4)
        return fourth - remainder(Int64(weekday(fourth) - weekStart), 7)
    }

    /// The year that the week of this day belongs to.
    static func weekYear(_ days: Int64, weekStart: Int) -> Int {
        let year = components(days).year
        if days < firstWeek(of: year, weekStart: weekStart) { return year - 1 }
        return days >= firstWeek(of: year + 1, weekStart: weekStart) ? year + 1 : year
    }

    static func quotient(_ a: Int64, _ b: Int64) -> Int64 {
        let q = a / b
        return a % b != 0 && (a < 0) != (b < 0) ? q - 1 : q
    }

    static func remainder(_ a: Int64, _ b: Int64) -> Int64 { a - quotient(a, b) * b }
}
