import ICalendar
import LedgerModel

/// How the local times of an event become instants.
enum WallClock: Sendable {
    case utc
    case zone(Zone, name: String)
    /// In the zone the person was in.
    case floating(ZoneHistory)
    /// Whole days, in the zone the person was in.
    case days(ZoneHistory)

    var isDays: Bool {
        if case .days = self { true } else { false }
    }

    /// Original starts are told as instants; else as what the clock shows.
    var isAbsolute: Bool {
        switch self {
        case .utc, .zone: true
        case .floating, .days: false
        }
    }

    var name: String? {
        switch self {
        case .utc: "UTC"
        case .zone(_, let name): name
        case .floating, .days: nil
        }
    }

    func instant(_ local: Int64) -> Instant {
        switch self {
        case .utc: return Instant(local)
        case .zone(let zone, _): return Self.instant(local, zone)
        case .floating(let zones), .days(let zones):
            return Self.instant(local, zones.zone(on: CivilDay(number: floorDivision(local, 86_400))))
        }
    }

    func local(_ instant: Instant) -> Int64 { instant.seconds + Int64(offset(instant)) }

    func offset(_ instant: Instant) -> Int32 {
        switch self {
        case .utc: 0
        case .zone(let zone, _): Int32(zone.offset(at: instant))
        case .floating(let zones), .days(let zones): Int32(zones.zone(at: instant).offset(at: instant))
        }
    }

    /// What tells one occurrence from another: an instant, or what the clock shows.
    func key(_ local: Int64) -> Int64 { isAbsolute ? instant(local).seconds : local }

    func keyText(_ key: Int64) -> String {
        CalendarTime.basicText(key, isDate: isDays) + (isAbsolute ? "Z" : "")
    }

    private static func instant(_ local: Int64, _ zone: Zone) -> Instant {
        let day = floorDivision(local, 86_400)
        return zone.instant(CivilDay(number: day), seconds: local - day * 86_400)
    }
}
