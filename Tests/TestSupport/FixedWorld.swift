package import LedgerModel

/// One clock, one zone, one set of dates for every test.
package enum FixedWorld {
    /// Tuesday 17 March 2026, 12:00 UTC.
    package static let now = Instant(1_773_748_800)

    /// Central European time with its rules and no history.
    package static let berlin = Zone(
        name: "Europe/Berlin", initial: 3600, tail: PosixRule("CET-1CEST,M3.5.0,M10.5.0/3"))

    package static let newYork = Zone(
        name: "America/New_York", initial: -18_000, tail: PosixRule("EST5EDT,M3.2.0,M11.1.0"))

    package static let day = CivilDay(year: 2026, month: 3, day: 17)!

    /// The instant at which a clock in Berlin shows `clock` on `iso`.
    package static func at(_ iso: String, _ clock: String, zone: Zone = berlin) -> Instant {
        let parts = clock.split(separator: ":").compactMap { Int64($0) }
        return zone.instant(CivilDay(iso: iso)!, seconds: parts[0] * 3600 + parts[1] * 60)
    }
}
