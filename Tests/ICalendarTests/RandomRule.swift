import LedgerModel

@testable import ICalendar

/// Draws rules that RFC 5545, section 3.3.10, allows.
struct RandomRule {
    var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// The rule, a start, and an end so near that every moment between them can be looked at.
    mutating func draw() -> (text: String, start: Int64, end: Int64) {
        let frequency = RecurrenceRule.Frequency.allCases.randomElement(using: &random) ?? .daily
        var parts = ["FREQ=" + frequency.name]
        var isLimited = false
        func add(_ part: String?) {
            guard let part else { return }
            parts.append(part)
            isLimited = true
        }
        add(numbers("BYMONTH", 1...12, upTo: 4, often: 4))
        if ![.daily, .weekly, .monthly].contains(frequency) {
            add(numbers("BYYEARDAY", 1...366, upTo: 9, often: 6, signed: true))
        }
        if frequency != .weekly { add(numbers("BYMONTHDAY", 1...31, upTo: 6, often: 4, signed: true)) }
        let hasDays = parts.contains { $0.hasPrefix("BYMONTHDAY") || $0.hasPrefix("BYYEARDAY") }
        var hasWeeks = false
        if frequency == .yearly, let weeks = numbers("BYWEEKNO", 1...53, upTo: 4, often: 4, signed: true) {
            add(weeks)
            hasWeeks = true
        }
        add(weekdays(ordinals: frequency >= .monthly && !hasDays && !hasWeeks ? frequency : nil))
        add(numbers("BYHOUR", 0...23, upTo: 4, often: 4))
        add(numbers("BYMINUTE", 0...59, upTo: 3, often: 6))
        add(numbers("BYSECOND", 0...59, upTo: 2, often: 8))
        if isLimited { add(numbers("BYSETPOS", 1...3, upTo: 2, often: 4, signed: true)) }
        // From which year of weeks INTERVAL counts is not said.
        if !hasWeeks, Bool.random(using: &random) { parts.append("INTERVAL=\(Int.random(in: 1...5, using: &random))") }
        if Int.random(in: 0..<3, using: &random) == 0 {
            parts.append("COUNT=\(Int.random(in: 1...30, using: &random))")
        }
        if Bool.random(using: &random), let day = RecurrenceRule.weekdays.randomElement(using: &random) {
            parts.append("WKST=" + day)
        }
        let start =
            Int64.random(in: 15_000..<22_000, using: &random) * 86_400 + Int64.random(in: 0..<86_400, using: &random)
        let length: Int64 =
            switch frequency {
            case .secondly: 900
            case .minutely: 2 * 86_400
            case .hourly: 60 * 86_400
            case .daily, .weekly: 500 * 86_400
            case .monthly, .yearly: 3000 * 86_400
            }
        return (parts.joined(separator: ";"), start, start + length)
    }

    /// A part with some of `range`, once in `often` times.
    private mutating func numbers(
        _ name: String, _ range: ClosedRange<Int>, upTo most: Int, often: Int, signed: Bool = false
    ) -> String? {
        guard Int.random(in: 0..<often, using: &random) == 0 else { return nil }
        let list = (0..<Int.random(in: 1...most, using: &random)).map { _ in
            Int.random(in: range, using: &random) * (signed && Bool.random(using: &random) ? -1 : 1)
        }
        return name + "=" + list.map(String.init).joined(separator: ",")
    }

    private mutating func weekdays(ordinals frequency: RecurrenceRule.Frequency?) -> String? {
        guard Int.random(in: 0..<3, using: &random) == 0 else { return nil }
        let days = RecurrenceRule.weekdays.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random))
        return "BYDAY="
            + days.map { day in
                guard let frequency, Bool.random(using: &random) else { return day }
                let ordinal = Int.random(in: 1...(frequency == .monthly ? 5 : 53), using: &random)
                return (Bool.random(using: &random) ? "-" : "") + String(ordinal) + day
            }.joined(separator: ",")
    }
}
