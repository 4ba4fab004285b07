import ICalendar
import LedgerModel

/// Finds the zone of each TZID once, and warns once if there is none.
struct ZoneResolver {
    private let components: [String: ZoneComponent]
    private let options: CalendarReader.Options
    /// Of times that say none.
    private let calendarZone: String?
    private var known: [String: Found] = [:]

    private enum Found {
        case zone(Zone, name: String, isEmbedded: Bool)
        case none
    }

    init(_ file: CalendarFile, options: CalendarReader.Options) {
        components = file.zones
        calendarZone = file.zoneID.flatMap { $0.isEmpty ? nil : $0 }
        self.options = options
    }

    /// The clock that a time was written in.
    mutating func clock(_ time: ZonedTime, warnings: inout LineWarnings) -> WallClock {
        if time.time.isDate { return .days(options.zones) }
        if time.time.isUTC { return .utc }
        guard let id = time.zoneID.flatMap({ $0.isEmpty ? nil : $0 }) ?? calendarZone else {
            return .floating(options.zones)
        }
        if let found = known[id] { return clock(found) }
        let found = find(id, line: time.line, warnings: &warnings)
        known[id] = found
        return clock(found)
    }

    /// The embedded zone of a TZID, if it is the one in use.
    func component(_ id: String) -> ZoneComponent? {
        if case .zone(_, _, isEmbedded: true) = known[id] { return component(for: id) }
        return nil
    }

    private func clock(_ found: Found) -> WallClock {
        switch found {
        case .zone(let zone, let name, _): .zone(zone, name: name)
        case .none: .floating(options.zones)
        }
    }

    private func find(_ id: String, line: Int, warnings: inout LineWarnings) -> Found {
        guard known.count < options.limits.zones else {
            if known.count == options.limits.zones {
                warnings.warn(
                    line, "the file names too many time zones; times are read in the zone you were in")
            }
            return .none
        }
        let component = component(for: id)
        for name in ZoneNames.candidates(id) + (component?.location.map(ZoneNames.candidates) ?? []) {
            if let zone = options.zoneNamed(name) { return .zone(zone, name: zone.name, isEmbedded: false) }
        }
        let end = options.zones.start(of: options.horizon + 800).seconds
        if let component, let changes = component.transitions(before: end) {
            let zone = Zone(
                name: id, initial: changes.initial, transitions: changes.times, offsets: changes.offsets)
            return .zone(zone, name: id, isEmbedded: true)
        }
        if let offset = ZoneNames.fixedOffset(id) {
            if id.contains(")") { warnings.warn(line, "only the offset of the time zone is known") }
            return .zone(.fixed(offset), name: Zone.fixed(offset).name, isEmbedded: false)
        }
        warnings.warn(line, "the time zone is unknown; its times are read in the zone you were in")
        return .none
    }

    private func component(for id: String) -> ZoneComponent? { components[id] }
}

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

    /// Whether original starts are instants; otherwise they are what the clock shows.
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

    /// Identifies an occurrence: an instant, or what the clock shows.
    func key(_ local: Int64) -> Int64 { isAbsolute ? instant(local).seconds : local }

    func keyText(_ key: Int64) -> String {
        CalendarTime.basicText(key, isDate: isDays) + (isAbsolute ? "Z" : "")
    }

    private static func instant(_ local: Int64, _ zone: Zone) -> Instant {
        let day = floorDivision(local, 86_400)
        return zone.instant(CivilDay(number: day), seconds: local - day * 86_400)
    }
}
