package import LedgerModel
import LedgerStore

/// The only door for surfaces: an open ledger and its use cases.
package final class Ledger: Sendable {
    package let path: String
    let store: LedgerStore
    package let world: World
    /// False for one that nobody has begun yet: it stands for what would be at the path, and takes nothing.
    package let isBegun: Bool

    /// Opens the ledger at `path`, or starts one there.
    ///
    /// Throws what `LedgerStore` throws: newer, damaged, locked, not a ledger, unreadable.
    package init(path: String, world: World) throws(LedgerError) {
        self.path = path
        self.world = world
        isBegun = true
        store = try LedgerStore(path: path, remark: world.remark)
    }

    /// The ledger that would begin at `path`, to look at; nothing is made there.
    package init(notBegunAt path: String, world: World) throws(LedgerError) {
        self.path = path
        self.world = world
        isBegun = false
        store = try LedgerStore(path: path, access: .blank)
    }

    /// The same ledger through a connection of its own: what is imported by that does not change how a note is
    /// written by this one.
    package func beside() throws(LedgerError) -> Ledger {
        store.remarkOnce()
        var world = world
        world.remark = { _ in }
        return try Ledger(path: path, world: world)
    }

    package var now: Instant { world.now() }

    func ulid() -> ULID {
        var random = SystemRandomNumberGenerator()
        return ULID(at: now, using: &random)
    }

    func context(_ frame: Frame? = nil) throws(LedgerError) -> WriteContext {
        let frame = if let frame { frame } else { try store.frame() }
        return WriteContext(
            now: now, reach: frame.settings.reach, leavesPeopleOut: frame.settings.leavesOut.contains(.people))
    }

    /// The zone the ledger lives in: the frame's history, else the zone of the first write, else the machine's.
    package func zones(_ frame: Frame) throws(LedgerError) -> ZoneHistory {
        if let zone = world.zoneOverride { return ZoneHistory(zone) }
        return try ownZones(frame)
    }

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

    package func frame() throws(LedgerError) -> Frame { try store.frame() }
    package func revision() throws(LedgerError) -> Int64 { try store.revision() }
}
