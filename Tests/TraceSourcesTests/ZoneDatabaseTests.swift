import Foundation
import LedgerModel
import Testing
import TraceSources

@Suite("Time zones of the machine")
struct ZoneDatabaseTests {
    private let march = Instant(1_773_748_800)
    private let june = Instant(1_781_524_800)

    @Test("a zone is read by name")
    func byName() throws {
        let berlin = try #require(ZoneDatabase.zone(named: "Europe/Berlin"))
        #expect(berlin.offset(at: march) == 3600)
        #expect(berlin.offset(at: june) == 7200)
        #expect(ZoneDatabase.zone(named: "UTC") == .utc)
        #expect(try #require(ZoneDatabase.zone(named: "America/Argentina/Ushuaia")).offset(at: march) == -10_800)
        #expect(try #require(ZoneDatabase.zone(named: "Etc/GMT+7")).offset(at: march) == -25_200)
    }

    @Test(
        "no name leads out of the folder",
        arguments: [
            "", "/etc/localtime", "../../../etc/passwd", "Europe/../../etc/passwd", "Europe", "Nowhere/City", "a\u{0}b",
            "Europe//Berlin", "Europe/Berlin/", "~root", "posixrules\n", "zone.tab",
        ])
    func outside(name: String) {
        #expect(ZoneDatabase.zone(named: name) == nil)
    }

    @Test(
        "TZ says where the machine is",
        arguments: [
            ("Europe/Berlin", 3600, 7200), (":America/New_York", -14_400, -14_400), ("UTC", 0, 0), ("", 0, 0),
            ("/usr/share/zoneinfo/Asia/Kolkata", 19_800, 19_800), ("CET-1CEST,M3.5.0,M10.5.0/3", 3600, 7200),
            ("IST-5:30", 19_800, 19_800),
        ])
    func variable(text: String, winter: Int64, summer: Int64) {
        let zone = ZoneDatabase.machineZone(environment: ["TZ": text])
        #expect(zone.offset(at: march) == winter)
        #expect(zone.offset(at: june) == summer)
    }

    @Test("without TZ the local time file says it, as a link or as a copy")
    func localTime() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zones-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let link = folder.appendingPathComponent("link").path
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: "/usr/share/zoneinfo/Europe/Lisbon")
        let zone = ZoneDatabase.machineZone(environment: [:], localTime: link)
        #expect(zone.name == "Europe/Lisbon")
        #expect(zone.offset(at: june) == 3600)
        #expect(ZoneDatabase.machineZone(environment: [:], localTime: folder.path + "/none") == .utc)
        #expect(ZoneDatabase.machineZone(environment: ["TZ": "Nowhere/City"], localTime: link).name == "Europe/Lisbon")
    }

    @Test("old names are known where the machine has only the current ones")
    func oldNames() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zones-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["America/Los_Angeles", "Europe/London"] {
            let place = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: "/usr/share/zoneinfo/" + name, toPath: place.path)
        }
        func zone(_ name: String) -> Zone? { ZoneDatabase.zone(named: name, environment: ["TZDIR": folder.path]) }
        #expect(zone("US/Pacific")?.offset(at: june) == -25_200)
        #expect(zone("US/Pacific")?.name == "US/Pacific")
        #expect(zone("GB")?.offset(at: june) == 3600)
        // Its current name is not there either.
        #expect(zone("Japan") == nil)
    }

    @Test("another folder of zones can be named")
    func otherFolder() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zones-" + UUID().uuidString)
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("My"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(
            atPath: "/usr/share/zoneinfo/Asia/Kathmandu", toPath: folder.path + "/My/Place")
        let zone = ZoneDatabase.zone(named: "My/Place", environment: ["TZDIR": folder.path])
        #expect(zone?.offset(at: march) == 20_700)
        #expect(ZoneDatabase.zone(named: "My/Place") == nil)
    }
}
