/// A date without a zone in the proleptic Gregorian calendar, in the years 1 to 9999.
///
/// Arithmetic saturates at the first and the last day, so that a sum of days is always a date. A loop that counts days
/// up must therefore stop at `last`, as `through` does.
package struct CivilDay: Hashable, Comparable, Sendable, Codable {
    /// Days since 1970-01-01.
    package let number: Int64

    /// 0001-01-01
    package static let first = CivilDay(number: .min)
    /// 9999-12-31
    package static let last = CivilDay(number: .max)

    package init(number: Int64) {
        self.number = min(max(number, -719_162), 2_932_896)
    }

    /// `nil` if there is no such date, such as 30 February.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        self.init(number: Self.number(year: year, month: month, day: day))
    }

    /// Day arithmetic after H. Hinnant, "chrono-Compatible Low-Level Date Algorithms". Correct for dates in the years
    /// -100,000 to 100,000.
    private static func number(year: Int, month: Int, day: Int) -> Int64 {
        let y = Int64(month <= 2 ? year - 1 : year)
        let era = floorDivision(y, 400)
        let yearOfEra = y - era * 400
        let shifted = Int64(month + (month > 2 ? -3 : 9))
        let dayOfYear = (153 * shifted + 2) / 5 + Int64(day) - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// Reads `2026-03-17`.
    package init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package var components: (year: Int, month: Int, day: Int) {
        let z = number + 719_468
        let era = floorDivision(z, 146_097)
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = Int(shifted < 10 ? shifted + 3 : shifted - 9)
        let year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
        return (year, month, Int(dayOfYear - (153 * shifted + 2) / 5 + 1))
    }

    package var weekday: Weekday { Weekday.allCases[Int(number + 3 - floorDivision(number + 3, 7) * 7)] }

    package var iso: String {
        let (y, m, d) = components
        return "\(padded(y, 4))-\(padded(m, 2))-\(padded(d, 2))"
    }

    package var firstOfMonth: CivilDay {
        let (y, m, _) = components
        return CivilDay(number: Self.number(year: y, month: m, day: 1))
    }

    package var firstOfQuarter: CivilDay {
        let (y, m, _) = components
        return CivilDay(number: Self.number(year: y, month: (m - 1) / 3 * 3 + 1, day: 1))
    }

    /// Year × 4 + quarter − 1.
    package var quarterNumber: Int {
        let (y, m, _) = components
        return y * 4 + (m - 1) / 3
    }

    package var firstOfYear: CivilDay { CivilDay(number: Self.number(year: components.year, month: 1, day: 1)) }
    package var monday: CivilDay { self - Int64(weekday.rawValue - 1) }

    /// The same day of the month `count` months later, or that month's last day.
    package func adding(months count: Int) -> CivilDay {
        let (y, m, d) = components
        // Twenty thousand years pass either end from any date.
        let index = y * 12 + m - 1 + min(max(count, -240_000), 240_000)
        let year = Int(floorDivision(Int64(index), 12))
        let month = index - year * 12 + 1
        let day = min(d, Self.length(ofMonth: month, year: year))
        return CivilDay(number: Self.number(year: year, month: month, day: day))
    }

    /// `count` days from this one on, ending at `last`.
    package func days(_ count: Int64) -> some Sequence<CivilDay> {
        let left = Self.last.number - number + 1
        return (number..<number + min(max(count, 0), left)).lazy.map { CivilDay(number: $0) }
    }

    /// The days from this one to `end`, both included; none if `end` is earlier.
    package func through(_ end: CivilDay) -> some Sequence<CivilDay> { days(end - self + 1) }

    package static func + (day: CivilDay, count: Int64) -> CivilDay {
        CivilDay(number: day.number.saturatingSum(count))
    }
    package static func - (day: CivilDay, count: Int64) -> CivilDay {
        CivilDay(number: day.number.saturatingDifference(count))
    }
    /// Days from `b` to `a`.
    package static func - (a: CivilDay, b: CivilDay) -> Int64 { a.number - b.number }
    package static func < (a: CivilDay, b: CivilDay) -> Bool { a.number < b.number }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = CivilDay(iso: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date")
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// Monday is 1, Sunday 7, as in ISO 8601.
package enum Weekday: Int, Sendable, CaseIterable, Comparable, Hashable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    package var name: String {
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][rawValue - 1]
    }

    package var short: String { String(name.prefix(3)) }

    /// Reads `Mon`, `monday` or any other unambiguous beginning of at least two letters.
    package init?(_ text: some StringProtocol) {
        let lower = text.lowercased()
        guard lower.count >= 2,
            let match = Weekday.allCases.first(where: { $0.name.lowercased().hasPrefix(lower) })
        else { return nil }
        self = match
    }

    package static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }
}

package let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
]

/// `number` in decimal, with leading zeros up to `width` digits.
package func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return digits.count >= width ? digits : String(repeating: "0", count: width - digits.count) + digits
}
