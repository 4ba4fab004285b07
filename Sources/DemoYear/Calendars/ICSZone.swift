import LedgerModel

/// A zone as a VTIMEZONE that lists each clock change (RFC 5545, section 3.6.5).
struct ICSZone: Sendable {
    /// `nil` for UTC, which needs no description.
    let id: String?
    let lines: [String]

    init(_ zone: Zone, from: CivilDay, to: CivilDay) {
        guard zone != .utc else {
            id = nil
            lines = []
            return
        }
        id = zone.name
        var lines = ["BEGIN:VTIMEZONE", "TZID:" + zone.name]
        let initial = zone.offset(at: Instant(from.number * 86_400))
        lines += Self.observance(at: "19700101T000000", from: initial, to: initial, isDaylight: false)
        for day in from.number..<to.number {
            let low = Instant(day * 86_400)
            let old = zone.offset(at: low)
            let new = zone.offset(at: low + 86_400)
            guard old != new else { continue }
            let change = Self.change(zone, after: low, old: old)
            let local = Zone.fixed(Int32(old)).civil(change)
            lines += Self.observance(at: ICSWriter.time(local), from: old, to: new, isDaylight: new > old)
        }
        self.lines = lines + ["END:VTIMEZONE"]
    }

    /// `;TZID=…`, or empty for UTC.
    var parameter: String { id.map { ";TZID=" + $0 } ?? "" }

    func local(_ instant: Instant, _ zone: Zone) -> String {
        ICSWriter.time(zone.civil(instant)) + (id == nil ? "Z" : "")
    }

    /// The first second with another offset, in the day after `low`.
    private static func change(_ zone: Zone, after low: Instant, old: Int64) -> Instant {
        var same = low
        var other = low + 86_400
        while other - same > 1 {
            let middle = same + (other - same) / 2
            if zone.offset(at: middle) == old { same = middle } else { other = middle }
        }
        return other
    }

    private static func observance(at time: String, from: Int64, to: Int64, isDaylight: Bool) -> [String] {
        let name = isDaylight ? "DAYLIGHT" : "STANDARD"
        return [
            "BEGIN:" + name, "DTSTART:" + time, "TZOFFSETFROM:" + offset(from), "TZOFFSETTO:" + offset(to),
            "END:" + name,
        ]
    }

    private static func offset(_ seconds: Int64) -> String {
        offsetText(Int32(seconds)).filter { $0 != ":" }
    }
}
