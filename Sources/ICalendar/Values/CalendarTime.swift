/// A DATE or DATE-TIME (RFC 5545, sections 3.3.4 and 3.3.5), without its zone.
package struct CalendarTime: Hashable, Sendable {
    /// Seconds since 1970-01-01T00:00:00 on the clock of the writer.
    package var local: Int64
    package var isDate: Bool
    /// Written with `Z`.
    package var isUTC: Bool

    package init(local: Int64, isDate: Bool = false, isUTC: Bool = false) {
        self.local = local
        self.isDate = isDate
        self.isUTC = isUTC
    }

    /// Days since 1970-01-01.
    package var day: Int64 { CivilDate.quotient(local, CivilDate.secondsPerDay) }
    /// Seconds after midnight.
    package var secondOfDay: Int64 { local - day * CivilDate.secondsPerDay }

    package init?(_ text: String) {
        var text = text
        let time = text.withUTF8 { CalendarTime(bytes: $0) }
        guard let time else { return nil }
        self = time
    }

    /// Reads `20260317`, `20260317T080000` and `20260317T080000Z`; tolerates spaces around it and missing
    /// seconds. `nil` if it is not a date of the years 1 to 9999.
    init?(bytes: some Collection<UInt8>) {
        var digits: (Int, Int) = (0, 0)
        var counts = (0, 0)
        var sawT = false
        var sawZ = false
        for byte in bytes {
            switch byte {
            case 48...57 where !sawZ:
                if sawT {
                    digits.1 = digits.1 &* 10 &+ Int(byte - 48)
                    counts.1 += 1
                } else {
                    digits.0 = digits.0 &* 10 &+ Int(byte - 48)
                    counts.0 += 1
                }
            case UInt8(ascii: "T") where !sawT, UInt8(ascii: "t") where !sawT: sawT = true
            case UInt8(ascii: "Z") where sawT && !sawZ, UInt8(ascii: "z") where sawT && !sawZ: sawZ = true
            case 32, 9, 13: continue
            default: return nil
            }
        }
        guard counts.0 == 8, sawT ? counts.1 == 6 || counts.1 == 4 : counts.1 == 0 else { return nil }
        let (year, month, day) = (digits.0 / 10_000, digits.0 / 100 % 100, digits.0 % 100)
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.length(ofMonth: month, year: year)
        else { return nil }
        if counts.1 == 4 { digits.1 *= 100 }
        let (hour, minute, second) = (digits.1 / 10_000, digits.1 / 100 % 100, digits.1 % 100)
        guard hour < 24 || hour == 24 && minute == 0 && second == 0, minute < 60, second <= 60 else { return nil }
        self.init(
            local: CivilDate.days(year: year, month: month, day: day) * CivilDate.secondsPerDay + Int64(hour * 3600)
                + Int64(minute * 60 + min(second, 59)),
            isDate: !sawT, isUTC: sawZ)
    }

    /// `20260317T080000`, or `20260317` for a date; `Z` is not written.
    package var basicText: String { Self.basicText(local, isDate: isDate) }

    package static func basicText(_ local: Int64, isDate: Bool) -> String {
        let day = CivilDate.quotient(local, CivilDate.secondsPerDay)
        let second = Int(local - day * CivilDate.secondsPerDay)
        let (year, month, date) = CivilDate.components(day)
        return String(unsafeUninitializedCapacity: 15) { buffer in
            func put(_ value: Int, _ at: Int, _ width: Int) {
                var value = value
                for index in stride(from: at + width - 1, through: at, by: -1) {
                    buffer[index] = UInt8(48 + value % 10)
                    value /= 10
                }
            }
            put(max(0, year), 0, 4)
            put(month, 4, 2)
            put(date, 6, 2)
            if isDate { return 8 }
            buffer[8] = UInt8(ascii: "T")
            put(second / 3600, 9, 2)
            put(second / 60 % 60, 11, 2)
            put(second % 60, 13, 2)
            return 15
        }
    }
}

/// A time and the name of its zone.
package struct ZonedTime: Hashable, Sendable {
    package var time: CalendarTime
    package var zoneID: String?
    /// Its line in the file.
    package var line: Int

    package init(_ time: CalendarTime, zoneID: String? = nil, line: Int = 0) {
        self.time = time
        self.zoneID = zoneID
        self.line = line
    }

    /// The rest of a property after its name, such as `;TZID=…:20260317T080000`.
    var text: String {
        if time.isDate { return ";VALUE=DATE:" + time.basicText }
        if time.isUTC { return ":" + time.basicText + "Z" }
        return (zoneID.map { ";TZID=" + CalendarText.quoted($0) } ?? "") + ":" + time.basicText
    }
}

/// An RDATE: a start and, for a period, its end.
package struct ExtraDate: Hashable, Sendable {
    package enum End: Hashable, Sendable {
        case none
        case at(ZonedTime)
        case after(CalendarDuration)
    }

    package var start: ZonedTime
    package var end: End
}
