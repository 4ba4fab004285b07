import Foundation
import LedgerModel

@testable import TraceFormats

/// One fixed world for calendar tests: Berlin, a day in March, one person.
enum CalendarFixture {
    static let berlin = zone("Europe/Berlin") ?? .utc

    /// A zone of the machine's time zone database.
    static func zone(_ name: String) -> Zone? {
        guard let data = FileManager.default.contents(atPath: "/usr/share/zoneinfo/" + name) else { return nil }
        return ZoneFile.parse(Array(data), name: name)
    }

    static func options(
        me: Set<String> = ["mara@example.org"], zone: Zone = berlin, until: String = "2027-12-31",
        isPrivate: Bool = false
    ) -> CalendarReader.Options {
        CalendarReader.Options(
            fileName: "work.ics", me: me, zones: ZoneHistory(zone), zoneNamed: { CalendarFixture.zone($0) },
            horizon: CivilDay(iso: until) ?? CivilDay(number: 20_000), isPrivate: isPrivate)
    }

    static func read(_ text: String, _ options: CalendarReader.Options = options()) throws -> CalendarReading {
        try CalendarReader.read(Array(text.utf8), options: options)
    }

    /// A calendar around `events`, each the lines of a VEVENT without its BEGIN and END.
    static func calendar(_ events: String...) -> String {
        "BEGIN:VCALENDAR\nVERSION:2.0\n"
            + events.map { "BEGIN:VEVENT\n" + $0 + "\nEND:VEVENT\n" }.joined() + "END:VCALENDAR\n"
    }

    static func utc(_ instant: Instant) -> String { Zone.utc.civil(instant).rfc3339 }

    /// Public test data outside the repository.
    static func shared(_ name: String) -> String? {
        let root =
            ProcessInfo.processInfo.environment["LIMELIGHT_SHARED_DATA"]
            ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../../../../shared/data"
        let path = root + "/" + name
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }

    static var isSharedDataReachable: Bool {
        ProcessInfo.processInfo.environment["LIMELIGHT_REQUIRE_SHARED_DATA"] == "1" || shared("README.md") != nil
    }
}
