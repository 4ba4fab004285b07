/// The recurring rule at the end of a zone file, such as `CET-1CEST,M3.5.0,M10.5.0/3` (POSIX.1-2017, chapter 8.3, with
/// the extensions of RFC 8536, section 3.3.1).
package struct PosixRule: Hashable, Sendable {
    let standard: Int32
    let daylight: Int32?
    let start: Change
    let end: Change

    struct Change: Hashable, Sendable {
        enum Day: Hashable, Sendable {
            /// Month, week 1–5 where 5 is the last, weekday with Sunday 0.
            case monthWeek(Int, Int, Int)
            /// Day 1–365, 29 February never counted.
            case julian(Int)
            /// Day 0–365, 29 February counted.
            case ordinal(Int)
        }
        var day: Day
        /// Seconds after local midnight; may be negative or more than a day.
        var time: Int64
    }

    package init?(_ text: String) {
        var reader = Scanner(bytes: Array(text.utf8))
        guard reader.name(), let offset = reader.clock() else { return nil }
        standard = Int32(-offset)
        guard !reader.atEnd else {
            daylight = nil
            start = Change(day: .ordinal(0), time: 0)
            end = start
            return
        }
        guard reader.name() else { return nil }
        daylight = reader.peek == UInt8(ascii: ",") ? standard + 3600 : reader.clock().map { Int32(-$0) }
        guard reader.skip(","), let from = reader.change(), reader.skip(","), let to = reader.change(),
            reader.atEnd, daylight != nil
        else { return nil }
        start = from
        end = to
    }

    func offset(at second: Int64) -> Int32 {
        guard let daylight else { return standard }
        let year = CivilDay(number: floorDivision(second + Int64(standard), 86_400)).firstOfYear
        let from = instant(of: start, year: year) - Int64(standard)
        let to = instant(of: end, year: year) - Int64(daylight)
        let inside = from < to ? (from <= second && second < to) : !(to <= second && second < from)
        return inside ? daylight : standard
    }

    private func instant(of change: Change, year first: CivilDay) -> Int64 {
        let year = first.components.year
        let day: CivilDay
        switch change.day {
        case .julian(let n):
            let leap = CivilDay.length(ofMonth: 2, year: year) == 29
            day = first + Int64(n - 1 + (leap && n >= 60 ? 1 : 0))
        case .ordinal(let n):
            day = first + Int64(n)
        case .monthWeek(let month, let week, let weekday):
            let monthStart = first.adding(months: month - 1)
            let ahead = (weekday - monthStart.weekday.rawValue % 7 + 7) % 7
            var date = 1 + ahead + (week - 1) * 7
            while date > CivilDay.length(ofMonth: month, year: year) { date -= 7 }
            day = monthStart + Int64(date - 1)
        }
        return day.number * 86_400 + change.time
    }

    private struct Scanner {
        let bytes: [UInt8]
        var at = 0
        var atEnd: Bool { at >= bytes.count }
        var peek: UInt8? { atEnd ? nil : bytes[at] }

        mutating func skip(_ character: Unicode.Scalar) -> Bool {
            guard peek == UInt8(ascii: character) else { return false }
            at += 1
            return true
        }

        mutating func name() -> Bool {
            let from = at
            if skip("<") {
                while let byte = peek, byte != UInt8(ascii: ">") { _ = byte; at += 1 }
                return skip(">") && at - from > 2
            }
            while let byte = peek, (65...90).contains(byte) || (97...122).contains(byte) { at += 1 }
            return at - from >= 3
        }

        mutating func number() -> Int64? {
            let from = at
            var value: Int64 = 0
            while let byte = peek, (48...57).contains(byte), at - from < 4 {
                value = value * 10 + Int64(byte - 48)
                at += 1
            }
            return at > from ? value : nil
        }

        mutating func clock() -> Int64? {
            let negative = skip("-")
            if !negative { _ = skip("+") }
            guard let hours = number() else { return nil }
            var total = hours * 3600
            if skip(":") {
                guard let minutes = number() else { return nil }
                total += minutes * 60
                if skip(":") {
                    guard let seconds = number() else { return nil }
                    total += seconds
                }
            }
            return negative ? -total : total
        }

        mutating func change() -> Change? {
            let day: Change.Day
            if skip("M") {
                guard let month = number(), skip("."), let week = number(), skip("."), let weekday = number(),
                    (1...12).contains(month), (1...5).contains(week), (0...6).contains(weekday)
                else { return nil }
                day = .monthWeek(Int(month), Int(week), Int(weekday))
            } else if skip("J") {
                guard let n = number(), (1...365).contains(n) else { return nil }
                day = .julian(Int(n))
            } else {
                guard let n = number(), (0...365).contains(n) else { return nil }
                day = .ordinal(Int(n))
            }
            guard skip("/") else { return Change(day: day, time: 7200) }
            guard let time = clock() else { return nil }
            return Change(day: day, time: time)
        }
    }
}
