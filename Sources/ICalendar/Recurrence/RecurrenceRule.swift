/// A recurrence rule (RFC 5545, section 3.3.10): sorted lists without duplicates, every value in its range.
package struct RecurrenceRule: Hashable, Sendable {
    package enum Frequency: Int, Sendable, Comparable, CaseIterable {
        case secondly, minutely, hourly, daily, weekly, monthly, yearly

        package static func < (a: Frequency, b: Frequency) -> Bool { a.rawValue < b.rawValue }

        var name: String {
            ["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"][rawValue]
        }
    }

    /// A day of the week, Monday 1 to Sunday 7; with an ordinal, the nth of its month or year.
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

    /// Whether a part was skipped because it is not part of a rule.
    package var hasUnreadPart = false

    package init(_ frequency: Frequency) { self.frequency = frequency }

    /// Whether the rule limits days, whatever the frequency.
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

/// Why a rule cannot be used; never quotes the rule.
package struct RuleProblem: Error, Hashable, Sendable {
    package let message: String
    init(_ message: String) { self.message = message }
}

extension RecurrenceRule {
    /// Rules longer than any program writes are refused, so that lists stay small.
    static let maximumLength = 4000

    /// Parses a rule. Spaces, lower case and escapes are tolerated; parts of a program's own (`X-`) are skipped.
    ///
    /// An unknown part could change every date, so a rule with one is refused.
    package init(parsing text: String) throws(RuleProblem) {
        guard text.utf8.count <= Self.maximumLength else { throw RuleProblem("the rule is too long") }
        let bytes = text.utf8.filter { $0 > 32 && $0 != UInt8(ascii: "\\") }.map {
            (97...122).contains($0) ? $0 - 32 : $0
        }
        let parts = bytes.split(separator: UInt8(ascii: ";")).map { part in
            part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
        }
        guard !parts.contains(where: { $0.first == "RSCALE" }) else {
            throw RuleProblem("the rule uses a calendar other than the Gregorian (RSCALE)")
        }
        guard let name = parts.first(where: { $0.first == "FREQ" && $0.count == 2 })?[1],
            let frequency = Frequency.allCases.first(where: { $0.name == name })
        else { throw RuleProblem("the rule has no known frequency (FREQ)") }
        self.init(frequency)
        var seen: Set<String> = []
        for part in parts {
            guard part.count == 2 else {
                hasUnreadPart = true
                continue
            }
            if part[0].hasPrefix("X-") { continue }
            guard Self.names.contains(part[0]) else { throw RuleProblem("the rule has an unknown part") }
            guard !part[1].isEmpty else { throw RuleProblem("a part of the rule has no value") }
            guard seen.insert(part[0]).inserted else { throw RuleProblem("a part of the rule is there twice") }
            try read(part[0], part[1])
        }
        if byPosition.isEmpty == false, !limitsDays, !limitsTimes {
            throw RuleProblem("BYSETPOS needs another BY part")
        }
    }

    private mutating func read(_ name: String, _ value: String) throws(RuleProblem) {
        switch name {
        case "FREQ": break
        case "INTERVAL":
            guard let number = Int64(value), (1...100_000_000).contains(number) else {
                throw RuleProblem("INTERVAL is out of range")
            }
            interval = number
        case "COUNT":
            guard let number = Int(value), number > 0 else { throw RuleProblem("COUNT is out of range") }
            count = number
        case "UNTIL":
            guard let time = CalendarTime(value) else { throw RuleProblem("UNTIL is not a date") }
            until = time
        case "WKST":
            guard let index = Self.weekdays.firstIndex(of: value) else { throw RuleProblem("WKST is not a weekday") }
            weekStart = index + 1
        case "BYSECOND":
            // A leap second is read as the second before it.
            bySecond = Array(Set(try list(value, name, 0...60, signed: false).map { min($0, 59) })).sorted()
        case "BYMINUTE": byMinute = try list(value, name, 0...59, signed: false)
        case "BYHOUR": byHour = try list(value, name, 0...23, signed: false)
        case "BYDAY": byDay = try days(value)
        case "BYMONTHDAY": byMonthDay = try list(value, name, 1...31, signed: true)
        case "BYYEARDAY": byYearDay = try list(value, name, 1...366, signed: true)
        case "BYWEEKNO": byWeek = try list(value, name, 1...53, signed: true)
        case "BYMONTH": byMonth = try list(value, name, 1...12, signed: false)
        case "BYSETPOS": byPosition = try list(value, name, 1...100_000, signed: true)
        default: break
        }
    }

    private static let names: Set<String> = [
        "FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYSECOND", "BYMINUTE", "BYHOUR", "BYDAY", "BYMONTHDAY",
        "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS",
    ]

    private func list(
        _ value: String, _ name: String, _ range: ClosedRange<Int>, signed: Bool
    ) throws(RuleProblem) -> [Int] {
        var numbers: Set<Int> = []
        for item in value.split(separator: ",", omittingEmptySubsequences: true) {
            guard let number = Int(item), range.contains(number) || signed && range.contains(0 &- number) else {
                throw RuleProblem("\(name) is out of range")
            }
            numbers.insert(number)
        }
        guard !numbers.isEmpty else { throw RuleProblem("\(name) is empty") }
        return numbers.sorted()
    }

    private func days(_ value: String) throws(RuleProblem) -> [Day] {
        var days: [Day] = []
        for item in value.split(separator: ",", omittingEmptySubsequences: true) {
            let number = item.dropLast(2)
            guard let weekday = Self.weekdays.firstIndex(of: String(item.suffix(2))),
                let ordinal = number.isEmpty ? 0 : Int(number), ordinal.magnitude <= 53, number.isEmpty || ordinal != 0
            else { throw RuleProblem("BYDAY is not a list of weekdays") }
            // An ordinal makes sense only within a month or a year.
            let day = Day(ordinal: frequency >= .monthly ? ordinal : 0, weekday: weekday + 1)
            if !days.contains(day) { days.append(day) }
        }
        guard !days.isEmpty else { throw RuleProblem("BYDAY is empty") }
        return days.sorted { ($0.weekday, $0.ordinal) < ($1.weekday, $1.ordinal) }
    }
}

/// The starts of a series, in the wall clock of its own zone.
package struct Expansion: Hashable, Sendable {
    /// Seconds since 1970-01-01T00:00:00 as a clock in the zone shows them, ascending.
    package var starts: [Int64] = []
    /// Whether a limit ended the work: there are earlier starts, or the rule takes too long.
    package var isCut = false
    /// The work done: roughly the days looked at and the instances made.
    package var steps = 0

    package init() {}
}

package enum Recurrence {
    /// The most work for one expansion: at most a second.
    package static let stepLimit = 2_000_000

    /// The instances of `rule` from `start` up to but not including `end`; if there are more than `limit`, the latest.
    ///
    /// `start` itself is among them only if the rule names it. The caller has to include UNTIL in `end`, since it may
    /// be in another zone than `start`.
    ///
    /// - Parameter notBefore: For a rule without COUNT: earlier instances are left out and cost nothing.
    package static func expand(
        _ rule: RecurrenceRule, from start: Int64, notBefore: Int64 = .min, isDate: Bool, before end: Int64,
        limit: Int, steps: Int = stepLimit
    ) -> Expansion {
        var expander = PeriodExpander(
            rule, from: start, notBefore: notBefore, isDate: isDate, before: end, limit: limit, steps: steps)
        return expander.run()
    }
}
