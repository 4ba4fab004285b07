/// Why a rule cannot be used; never quotes the rule.
package struct RuleProblem: Error, Hashable, Sendable {
    package let message: String
    init(_ message: String) { self.message = message }
}

extension RecurrenceRule {
    /// Longer rules than any writer makes are refused, so that lists stay small.
    static let maximumLength = 4000

    /// Reads a rule; blanks, small letters and escapes are tolerated, a program's own parts (`X-`) are passed over.
    ///
    /// A part that is not known may mean anything, so that no date of the rule can be believed.
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
        else { throw RuleProblem("the rule has no frequency (FREQ) that is known") }
        self.init(frequency)
        var seen: Set<String> = []
        for part in parts {
            guard part.count == 2 else {
                hasUnreadPart = true
                continue
            }
            if part[0].hasPrefix("X-") { continue }
            guard Self.names.contains(part[0]) else { throw RuleProblem("the rule has a part that is not known") }
            guard !part[1].isEmpty else { throw RuleProblem("a part of the rule has no value") }
            guard seen.insert(part[0]).inserted else { throw RuleProblem("a part of the rule stands twice") }
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
            // The nth weekday means something within a month or a year only.
            let day = Day(ordinal: frequency >= .monthly ? ordinal : 0, weekday: weekday + 1)
            if !days.contains(day) { days.append(day) }
        }
        guard !days.isEmpty else { throw RuleProblem("BYDAY is empty") }
        return days.sorted { ($0.weekday, $0.ordinal) < ($1.weekday, $1.ordinal) }
    }
}
