import LedgerModel
import LedgerOperations
import TestSupport
import Testing

@Suite("Import: a calendar that was only half written")
struct CutCalendarTests {
    let here: OperationsWorld

    init() throws { here = try OperationsWorld() }

    static let first = "UID:a\nSEQUENCE:1\nSUMMARY:Restore review\nDTSTART:20260316T090000Z\nDTEND:20260316T100000Z"
    static let second = "UID:b\nSEQUENCE:1\nSUMMARY:Handover\nDTSTART:20260316T110000Z\nDTEND:20260316T120000Z"
    static let third = "UID:c\nSEQUENCE:1\nSUMMARY:Retrospective\nDTSTART:20260317T110000Z\nDTEND:20260317T120000Z"

    static func calendar(_ events: [String], ending: String = "END:VCALENDAR\r\n") -> String {
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Work\r\n"
            + events.map { "BEGIN:VEVENT\r\n\($0.replacing("\n", with: "\r\n"))\r\nEND:VEVENT\r\n" }.joined() + ending
    }

    func importCalendar(_ path: String) async throws -> ImportReport {
        try await here.ledger.importing.importAll(.calendar, [path], arena: nil, progress: OperationsWorld.silent)
    }

    @Test("Nothing is withdrawn, the open event is not believed, and the source is an error")
    func cut() async throws {
        let file = here.folder.write("work.ics", Self.calendar([Self.first, Self.second]))
        _ = try await importCalendar(file)
        let open = "BEGIN:VEVENT\r\nUID:b\r\nSEQUENCE:2\r\nSUMMARY:Hand\r\nDTSTART:20260318T1100"
        here.folder.write("work.ics", Self.calendar([Self.third], ending: open))
        let report = try await importCalendar(file)
        #expect(report.failures.map(\.error.code.rawValue) == ["calendar-cut"])
        #expect(report.failures.first?.error.location == "\(file):11")
        #expect(report.outcomes.first?.count.withdrawn == 0)
        #expect(report.outcomes.first?.count.updated == 0)
        #expect(report.outcomes.first?.count.added == 1)
        #expect(try here.ledger.asking.search("restore").total == 1)
        #expect(try here.ledger.asking.search("handover").total == 1)
        #expect(try here.ledger.asking.search("retrospective").total == 1)
    }

    @Test("Events known before keep their versions, also those that stand whole in the cut file")
    func known() async throws {
        let file = here.folder.write("work.ics", Self.calendar([Self.first, Self.second]))
        _ = try await importCalendar(file)
        let changed = Self.first.replacing("SEQUENCE:1\nSUMMARY:Restore", with: "SEQUENCE:2\nSUMMARY:Changed")
        here.folder.write("work.ics", Self.calendar([changed], ending: "BEGIN:VEVENT\r\nUID:b\r\n"))
        _ = try await importCalendar(file)
        #expect(try here.ledger.asking.search("changed").total == 0)
        here.folder.write("work.ics", Self.calendar([changed]))
        let whole = try await importCalendar(file)
        #expect(whole.failures.isEmpty)
        #expect(whole.outcomes.first?.count.updated == 1)
        #expect(whole.outcomes.first?.count.withdrawn == 1)
        #expect(try here.ledger.asking.search("changed").total == 1)
    }

    @Test("One that ends between two events, before END:VCALENDAR, is cut as well")
    func betweenEvents() async throws {
        let file = here.folder.write("work.ics", Self.calendar([Self.first, Self.second]))
        _ = try await importCalendar(file)
        here.folder.write("work.ics", Self.calendar([Self.first], ending: ""))
        let report = try await importCalendar(file)
        #expect(report.failures.map(\.error.code.rawValue) == ["calendar-cut"])
        #expect(report.outcomes.first?.count.withdrawn == 0)
        #expect(try here.ledger.asking.search("handover").total == 1)
    }

    @Test("The other sources are still imported")
    func others() async throws {
        let cut = here.folder.write("cut.ics", Self.calendar([Self.first], ending: "BEGIN:VEVENT\r\nUID:x\r\n"))
        let good = here.folder.write("good.ics", Self.calendar([Self.second]))
        let report = try await here.ledger.importing.importAll(
            .calendar, [cut, good], arena: nil, progress: OperationsWorld.silent)
        #expect(report.failures.map(\.locator) == [cut])
        #expect(report.outcomes.map(\.count.added) == [1, 1])
    }

    @Test("In a folder the cut file is the error, the rest is read, and nothing is withdrawn")
    func folder() async throws {
        let path = here.folder.path + "/work"
        here.folder.makeFolder("work")
        here.folder.write("work/a.ics", Self.calendar([Self.first]))
        here.folder.write("work/b.ics", Self.calendar([Self.second]))
        _ = try await importCalendar(path)
        here.folder.write("work/a.ics", Self.calendar([], ending: "BEGIN:VEVENT\r\nUID:a\r\nDTSTART:2026"))
        here.folder.write("work/b.ics", Self.calendar([Self.third]))
        let report = try await importCalendar(path)
        #expect(report.failures.map(\.error.location) == ["\(path)/a.ics:4"])
        #expect(report.outcomes.map(\.count.added) == [1])
        #expect(report.outcomes.map(\.count.withdrawn) == [0])
        #expect(try here.ledger.asking.search("restore").total == 1)
    }
}
