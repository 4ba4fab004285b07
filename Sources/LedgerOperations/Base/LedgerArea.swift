import LedgerModel
import LedgerStore

/// A part of the use cases: a small value over the store and the world.
///
/// An area that needs another makes it where it says so, so that what stands on what can be read from the code.
protocol LedgerArea: Sendable {
    var store: LedgerStore { get }
    var world: World { get }
    init(store: LedgerStore, world: World)
}

extension LedgerArea {
    /// The same ledger, seen by this area.
    init(_ other: some LedgerArea) { self.init(store: other.store, world: other.world) }

    var now: Instant { world.now() }

    /// The zone the ledger lives in: the frame's history, else the zone of the first write, else the machine's.
    func zones(_ frame: Frame) throws(LedgerError) -> ZoneHistory {
        if let zone = world.zoneOverride { return ZoneHistory(zone) }
        return try ownZones(frame)
    }

    func today() throws(LedgerError) -> CivilDay { try zones(store.frame()).day(of: now) }

    /// The same without `--zone`: what stored cells are cut by.
    func ownZones(_ frame: Frame) throws(LedgerError) -> ZoneHistory {
        guard frame.settings.zones.isEmpty else {
            var entries: [(from: CivilDay, zone: Zone)] = []
            for entry in frame.settings.zones {
                entries.append((entry.from, try zone(named: entry.zone)))
            }
            return ZoneHistory(entries)
        }
        if let home = try store.homeZone(), let zone = world.zoneNamed(home) { return ZoneHistory(zone) }
        return ZoneHistory(world.zoneOverride ?? world.machineZone)
    }

    func zone(named name: String) throws(LedgerError) -> Zone {
        guard let zone = world.zoneNamed(name) else {
            throw LedgerError(.badZone, "there is no time zone “\(name)”", hint: "Write a name such as Europe/Berlin.")
        }
        return zone
    }

    /// Called by every first write, so that the same days mean the same later.
    func settleZone(_ frame: Frame) throws(LedgerError) {
        guard frame.settings.zones.isEmpty, try store.homeZone() == nil else { return }
        try store.setHomeZone((world.zoneOverride ?? world.machineZone).name)
    }

    func ulid() -> ULID {
        var random = SystemRandomNumberGenerator()
        return ULID(at: now, using: &random)
    }

    func context(_ frame: Frame? = nil) throws(LedgerError) -> WriteContext {
        let frame = if let frame { frame } else { try store.frame() }
        return WriteContext(
            now: now, reach: frame.settings.reach, leavesPeopleOut: frame.settings.leavesOut.contains(.people))
    }
}
