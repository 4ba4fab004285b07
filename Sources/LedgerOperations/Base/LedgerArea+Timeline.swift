import LedgerModel
import LedgerStore

/// Bringing the stored timeline up to date.
extension LedgerArea {
    /// Derives what is dirty, waiting for other writers; imports end with it.
    func settleTimeline(_ frame: Frame, progress: ((Int, Int) -> Void)? = nil) throws(LedgerError) {
        // What is derived can be derived again.
        let mode = try ImportMode(store)
        defer { withExtendedLifetime(mode) {} }
        _ = try derivation(frame, waiting: true).bringUpToDate(waiting: true, progress: progress)
    }

    /// For deriving by the ledger’s own zones, whatever `--zone` says. What is stored is begun anew where its key is
    /// another; without waiting, only while nobody else writes.
    func derivation(_ frame: Frame, waiting: Bool) throws(LedgerError) -> Derivation {
        let reckoning = try Reckoning(frame, zones: ownZones(frame))
        return Derivation(
            store: store, reckoning: reckoning, isSettled: try settleKey(reckoning, waiting: waiting))
    }

    private func settleKey(_ reckoning: Reckoning, waiting: Bool) throws(LedgerError) -> Bool {
        guard try store.derivationKey() != reckoning.key else { return true }
        return try store.beginTimeline(
            reckoning.key, reach: reckoning.frame.settings.reach, waiting: waiting
        ) { local in
            let day = floorDivision(local, 86_400)
            let civil = CivilDay(number: day)
            return reckoning.zones.zone(on: civil).instant(civil, seconds: local - day * 86_400)
        }
    }
}
