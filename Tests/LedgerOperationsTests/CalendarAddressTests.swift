import LedgerModel
import LedgerOperations
import Renderings
import TestSupport
import Testing

@Suite("Import: a calendar at an address")
struct CalendarAddressTests {
    let here: OperationsWorld

    init() throws { here = try OperationsWorld() }

    static let weekly = "UID:w\nSUMMARY:Weekly review\nDTSTART:20260302T090000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY"
    static let closed = "UID:x\nSUMMARY:Three times\nDTSTART:20260303T090000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3"

    func server(_ text: String) throws -> CannedServer {
        try CannedServer { _, request in
            request.lowercased().contains("if-none-match: \"1\"")
                ? CannedServer.reply("304 Not Modified") : CannedServer.reply("200 OK", ["ETag: \"1\""], text)
        }
    }

    func count(_ words: String) throws -> Int { try here.ledger.asking.search(words).total }

    @Test("An unchanged answer still expands its series to the new horizon")
    func horizon() async throws {
        let server = try server(CutCalendarTests.calendar([Self.weekly, Self.closed, CutCalendarTests.first]))
        defer { server.stop() }
        let address = "http://127.0.0.1:\(server.port)/a.ics"
        _ = try await here.ledger.importing.importAll(
            .calendar, [address], arena: nil, progress: OperationsWorld.silent)
        let before = try count("weekly review")
        here.set(FixedWorld.at("2027-03-17", "12:00"))
        let report = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(report.failures.isEmpty)
        #expect(server.requests.count == 2)
        #expect(try count("weekly review") == before + 52)
        #expect(report.outcomes.map(\.count.added) == [52])
        #expect(report.outcomes.map(\.count.withdrawn) == [0])
        #expect(try count("three times") == 3)
        #expect(try count("restore review") == 1)
        let again = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(again.outcomes.map(\.count.added) == [0])
        #expect(again.outcomes.map(\.read) == [0])
    }

    @Test("Credentials and tokens of an address are shown nowhere, and it still syncs")
    func secrets() async throws {
        let server = try server(CutCalendarTests.calendar([Self.closed]).replacing("X-WR-CALNAME:Work\r\n", with: ""))
        defer { server.stop() }
        let address =
            "http://dana:SENTINELpass@127.0.0.1:\(server.port)/private-SENTINELpath/SENTINEL.ics?token=SENTINEL"
        let seen = Said()
        let report = try await here.ledger.importing.importAll(.calendar, [address], arena: nil) { what, _, _ in
            seen.add(what)
        }
        #expect(report.failures.isEmpty)
        let source = try #require(try here.ledger.asking.sourceSummaries().first).source
        #expect(source.locator == address)
        #expect(source.shownLocator == "http://127.0.0.1:\(server.port)/…")
        #expect(!source.name.contains("SENTINEL"))
        #expect(!seen.text.contains("SENTINEL"))
        var dump = ""
        try here.ledger.keeping.export { dump += $0 }
        #expect(!dump.contains("SENTINEL"))
        #expect(try await here.ledger.importing.sync(progress: OperationsWorld.silent).failures.isEmpty)
    }

    @Test("After a restore the address is given once more, and it is the same source again")
    func restored() async throws {
        let server = try server(CutCalendarTests.calendar([Self.closed]))
        defer { server.stop() }
        let address = "http://127.0.0.1:\(server.port)/SENTINEL.ics"
        _ = try await here.ledger.importing.importAll(
            .calendar, [address], arena: .job, progress: OperationsWorld.silent)
        var dump = ""
        try here.ledger.keeping.export { dump += $0 }
        let other = try Ledger(path: here.folder.file("other.sqlite"), world: here.world)
        try other.keeping.restore(file: here.folder.write("export.jsonl", dump))
        let lost = try await other.importing.sync(progress: OperationsWorld.silent)
        #expect(lost.failures.count == 1)
        #expect(lost.failures.first?.error.hint.words == "Give it again: limelight import calendar ADDRESS")
        _ = try await other.importing.importAll(.calendar, [address], arena: nil, progress: OperationsWorld.silent)
        #expect(try other.asking.sourceSummaries().map(\.source.locator) == [address])
        #expect(try await other.importing.sync(progress: OperationsWorld.silent).failures.isEmpty)
    }
}

/// What was said while it ran.
final class Said: @unchecked Sendable {
    private(set) var text = ""
    func add(_ words: String) { text += words + "\n" }
}
