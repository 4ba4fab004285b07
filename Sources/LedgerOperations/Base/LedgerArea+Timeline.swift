import LedgerModel
import LedgerStore

/// Bringing the stored timeline up to date.
extension LedgerArea {
    /// Derives what is dirty, waiting for other writers; imports end with it.
    func settleTimeline(progress: ((Int, Int) -> Void)? = nil) throws(LedgerError) {
        // What is derived can be derived again.
        let mode = try ImportMode(store)
        defer { withExtendedLifetime(mode) {} }
        try settle(try ownReckoning(), nil, waiting: true, progress: progress)
    }

    /// Begins the stored timeline anew where My job moved the beginnings of days, and derives nothing yet.
    func settleDays() throws(LedgerError) { _ = try isSettled(try ownReckoning(), waiting: true) }

    private func ownReckoning() throws(LedgerError) -> Reckoning {
        try store.read { snapshot in
            let frame = try snapshot.frame()
            return try Reckoning(frame, zones: world.ownZones(frame, snapshot))
        }
    }

    /// Stores what is not derived yet of some shards, or of all. What is stored is begun anew where its key is another.
    /// Without waiting it gives up while somebody else writes: whoever asks lays over what is missing.
    func settle(
        _ reckoning: Reckoning, _ range: ClosedRange<Int64>?, waiting: Bool, progress: ((Int, Int) -> Void)? = nil
    ) throws(LedgerError) {
        guard try isSettled(reckoning, waiting: waiting) else { return }
        try Derivation(reckoning: reckoning, isSettled: true)
            .settle(store, range, waiting: waiting, progress: progress)
    }

    private func isSettled(_ reckoning: Reckoning, waiting: Bool) throws(LedgerError) -> Bool {
        guard try store.read({ try $0.derivationKey() }) != reckoning.key else { return true }
        return try store.beginTimeline(
            reckoning.key, reach: reckoning.frame.settings.reach, waiting: waiting
        ) { local in
            let day = floorDivision(local, 86_400)
            let civil = CivilDay(number: day)
            return reckoning.zones.zone(on: civil).instant(civil, seconds: local - day * 86_400)
        }
    }
}
