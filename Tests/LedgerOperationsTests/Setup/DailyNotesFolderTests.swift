import Foundation
import LedgerModel
import LedgerOperations
import TestSupport
import Testing

@Suite("A folder of daily notes, and days that stay")
struct DailyNotesFolderTests {
    let here: OperationsWorld

    init() throws { here = try OperationsWorld() }

    private func take(_ path: String) async throws -> ImportOutcome {
        let report = try await here.ledger.importing.importNotes(
            file: path, arena: .job, days: .init(), progress: OperationsWorld.silent)
        #expect(report.failures.isEmpty)
        return try #require(report.outcomes.first)
    }

    private func write(_ name: String, _ text: String) {
        let file = here.folder.file(name)
        try? FileManager.default.createDirectory(
            atPath: String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)]), withIntermediateDirectories: true)
        _ = here.folder.write(name, text)
    }

    private func lines() throws -> [String] {
        try here.ledger.asking.search("").hits.map { hit in
            let civil = FixedWorld.berlin.civil(hit.at)
            return "\(civil.day.iso)\(hit.flags.contains(.allDay) ? "" : " " + civil.clock) \(hit.title)"
        }.sorted()
    }

    @Test("Each file is a day, pages without one are left out, and a second reading adds what is new")
    func folder() async throws {
        let folder = here.folder.file("daily")
        write("daily/2026-03-11.md", "- Rebuilt the index\n- 14:30 call with Lena\n- [ ] tidy up")
        write("daily/more/2026-03-12.md", "# Thursday\n- Read on in [[2026-03-11]]")
        write("daily/list.md", "# Shopping\n- bread")
        write("daily/.trash/2026-03-01.md", "- gone")
        let outcome = try await take(folder)
        #expect((outcome.count.added, outcome.skipped) == (3, 1))
        #expect(
            try lines() == [
                "2026-03-11 14:30 call with Lena", "2026-03-11 Rebuilt the index",
                "2026-03-12 Read on in [[2026-03-11]]",
            ])
        #expect(outcome.remarks.contains { $0.description.contains("One file in the folder says no date") })
        #expect(outcome.source.name == "daily")
        write("daily/2026-03-13.md", "- Drill done")
        let report = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(report.outcomes.map(\.count.added) == [1])
        #expect(try here.ledger.asking.sourceSummaries().count == 1)
    }

    @Test("A folder without notes is refused with the reason")
    func empty() async throws {
        write("empty/picture.png", "x")
        let report = try await here.ledger.importing.importNotes(
            file: here.folder.file("empty"), arena: nil, days: .init(), progress: OperationsWorld.silent)
        #expect(report.failures.map(\.error.code) == [.unreadable])
    }

    @Test("A note of a day is of that day whatever zone it is looked at from", arguments: [false, true])
    func zones(isInbox: Bool) async throws {
        let file = here.folder.write("day.md", "# 2026-03-12\n- Signed the lease\n- 23:30 late call")
        if isInbox {
            _ = try await here.ledger.importing.importAll(
                .inbox, [file], arena: nil, progress: OperationsWorld.silent)
        } else {
            _ = try await take(file)
        }
        // The first note by hand settles the zone of the ledger.
        try here.note("here", at: here.at("9:00"))
        var world = here.world
        world.zoneOverride = FixedWorld.newYork
        let there = try Ledger(path: here.ledger.path, world: world)
        for ledger in [here.ledger, there] {
            let zones = try ledger.asking.zones()
            let lease = try #require(try ledger.asking.search("lease").hits.first)
            #expect(zones.day(of: lease.at).iso == "2026-03-12")
            #expect(try ledger.asking.show(lease.id.description).civil.day.iso == "2026-03-12")
        }
        #expect(try lines().contains("2026-03-12 23:30 late call"))
    }
}
