import LedgerModel
import TraceFormats
import TraceSources

/// Does what an import does with a calendar before it saves anything.
enum CalendarOnly {
    static func read(_ path: String, now: Instant, zone: Zone) throws(LedgerError) {
        let bytes = try LedgerFiles.read(path, limit: 200 << 20)
        let horizon = zone.civil(now).day.firstOfYear.adding(months: 24) - 1
        let reading = try CalendarReader.read(
            bytes,
            options: .init(
                fileName: path, zones: ZoneHistory(zone), zoneNamed: { ZoneDatabase.zone(named: $0) }, horizon: horizon)
        )
        print("\(reading.drafts.count) occurrences of \(reading.records) events")
    }
}
