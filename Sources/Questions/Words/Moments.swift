package import LedgerModel

/// Days and times as sentences name them.
package enum Moments {
    /// `Tue 24 November, 14:00`
    package static func moment(_ instant: Instant, _ zones: ZoneHistory) -> String {
        let civil = zones.civil(instant)
        return "\(day(civil.day)), \(civil.clock)"
    }

    /// `Tue 24 November`
    package static func day(_ day: CivilDay) -> String {
        let (_, month, number) = day.components
        return "\(day.weekday.short) \(number) \(monthNames[month - 1])"
    }
}
