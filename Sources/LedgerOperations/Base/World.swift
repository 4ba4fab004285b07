package import LedgerModel

/// What the use cases need from outside the ledger; tests give a fixed one.
package struct World: Sendable {
    package var now: @Sendable () -> Instant
    /// Where the machine is, for a ledger that does not say.
    package var machineZone: Zone
    /// `--zone`: reads and captures in this zone, whatever the ledger says.
    package var zoneOverride: Zone?
    package var zoneNamed: @Sendable (String) -> Zone?
    /// Told once, when something is written to a ledger that lies where it can be damaged.
    package var remark: @Sendable (String) -> Void
    /// Longest wait for a document from the web, in seconds.
    package var fetchTimeout: Int64 = 60
    /// How long git may give no sign of life before the repository is skipped.
    package var gitTimeout: Duration = .seconds(60)

    package init(
        now: @escaping @Sendable () -> Instant, machineZone: Zone, zoneOverride: Zone? = nil,
        zoneNamed: @escaping @Sendable (String) -> Zone?, remark: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.now = now
        self.machineZone = machineZone
        self.zoneOverride = zoneOverride
        self.zoneNamed = zoneNamed
        self.remark = remark
    }
}
