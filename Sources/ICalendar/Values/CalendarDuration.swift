/// A DURATION (RFC 5545, section 3.3.6): days follow the wall clock, seconds are elapsed time.
package struct CalendarDuration: Hashable, Sendable {
    package var days: Int64
    package var seconds: Int64

    package init(days: Int64, seconds: Int64) {
        self.days = days
        self.seconds = seconds
    }

    /// `nil` if it is not a duration, is negative, or is longer than 10,000 days.
    init?(bytes: some Collection<UInt8>) {
        var days: Int64 = 0
        var seconds: Int64 = 0
        var number: Int64?
        var sawP = false
        var sawPart = false
        for byte in bytes where byte > 32 {
            switch byte | 32 {
            case UInt8(ascii: "p") where !sawP: sawP = true
            case 48...57 where sawP:
                let next = (number ?? 0) * 10 + Int64(byte - 48)
                guard next < 1_000_000_000 else { return nil }
                number = next
            case UInt8(ascii: "t") where sawP && number == nil: continue
            case let unit where sawP && number != nil:
                let value = number ?? 0
                number = nil
                sawPart = true
                switch unit {
                case UInt8(ascii: "w"): days += value * 7
                case UInt8(ascii: "d"): days += value
                case UInt8(ascii: "h"): seconds += value * 3600
                case UInt8(ascii: "m"): seconds += value * 60
                case UInt8(ascii: "s"): seconds += value
                default: return nil
                }
            default:
                if byte == UInt8(ascii: "+"), !sawP { continue }
                return nil
            }
        }
        guard sawPart, number == nil, days + seconds / CivilDate.secondsPerDay <= 10_000 else { return nil }
        self.init(days: days, seconds: seconds)
    }

    var text: String {
        "P" + (days > 0 ? "\(days)D" : "") + (seconds > 0 || days == 0 ? "T\(seconds)S" : "")
    }
}

/// Limits on one calendar, since calendars come from outside.
package struct CalendarLimits: Sendable, Hashable {
    /// Bytes of a line, unfolded.
    package var line = 1_000_000
    /// Bytes of a title and of a description.
    package var title = 1000
    package var body = 20_000
    /// Events of a file.
    package var events = 500_000
    /// Attendees of an event; extra or excepted dates of an event; all of these in a file.
    package var people = 1000
    package var dates = 20_000
    package var entries = 2_000_000
    /// Zones of a file, observances of a zone.
    package var zones = 500
    package var observances = 500

    package init() {}
}
