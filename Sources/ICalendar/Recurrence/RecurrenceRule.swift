/// A recurrence rule (RFC 5545, section 3.3.10): sorted lists without repetition, every value in its range.
package struct RecurrenceRule: Hashable, Sendable {
    package enum Frequency: Int, Sendable, Comparable, CaseIterable {
        case secondly, minutely, hourly, daily, weekly, monthly, yearly

        package static func < (a: Frequency, b: Frequency) -> Bool { a.rawValue < b.rawValue }

        var name: String {
            ["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"][rawValue]
        }
    }

    /// A day of the week, Monday 1 to Sunday 7; with an ordinal the nth of its month or year.
    package struct Day: Hashable, Sendable {
        var ordinal: Int
        var weekday: Int
    }

    package var frequency: Frequency
    package var interval: Int64 = 1
    package var count: Int?
    package var until: CalendarTime?
    package var weekStart: Int = 1
    var bySecond: [Int] = []
    var byMinute: [Int] = []
    var byHour: [Int] = []
    var byDay: [Day] = []
    var byMonthDay: [Int] = []
    var byYearDay: [Int] = []
    var byWeek: [Int] = []
    var byMonth: [Int] = []
    var byPosition: [Int] = []

    /// Something was written that is no part of a rule.
    package var hasUnreadPart = false

    package init(_ frequency: Frequency) { self.frequency = frequency }

    /// Dates that a day must be among, whatever the frequency.
    var limitsDays: Bool {
        !(byDay.isEmpty && byMonthDay.isEmpty && byYearDay.isEmpty && byMonth.isEmpty && byWeek.isEmpty)
    }

    var limitsTimes: Bool { !(bySecond.isEmpty && byMinute.isEmpty && byHour.isEmpty) }

    /// The rule without its end, in canonical order.
    var textWithoutUntil: String {
        var text = "FREQ=\(frequency.name)"
        func add(_ name: String, _ list: [Int]) {
            if !list.isEmpty { text += ";\(name)=" + list.map(String.init).joined(separator: ",") }
        }
        if interval != 1 { text += ";INTERVAL=\(interval)" }
        if let count { text += ";COUNT=\(count)" }
        if weekStart != 1 { text += ";WKST=\(Self.weekdays[weekStart - 1])" }
        add("BYSECOND", bySecond)
        add("BYMINUTE", byMinute)
        add("BYHOUR", byHour)
        if !byDay.isEmpty {
            text +=
                ";BYDAY="
                + byDay.map { ($0.ordinal == 0 ? "" : String($0.ordinal)) + Self.weekdays[$0.weekday - 1] }
                .joined(separator: ",")
        }
        add("BYMONTHDAY", byMonthDay)
        add("BYYEARDAY", byYearDay)
        add("BYWEEKNO", byWeek)
        add("BYMONTH", byMonth)
        add("BYSETPOS", byPosition)
        return text
    }

    static let weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
}
