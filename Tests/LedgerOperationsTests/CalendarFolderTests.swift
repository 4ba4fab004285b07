import LedgerModel
import LedgerOperations
import Renderings
import TestSupport
import Testing

@Suite("Import: a folder of calendar files")
struct CalendarFolderTests {
    let here: OperationsWorld

    init() throws { here = try OperationsWorld() }

    func event(_ number: Int) -> String {
        CutCalendarTests.calendar([
            "UID:e\(number)\nSUMMARY:Event number\(number)\nDTSTART:202603\(10 + number)T090000Z\nDURATION:PT1H"
        ])
    }

    func sync() async throws -> ImportReport { try await here.ledger.importing.sync(progress: OperationsWorld.silent) }

    @Test("It is one source however many files it holds, and a deleted file withdraws its events", arguments: [2, 9])
    func oneSource(count: Int) async throws {
        here.folder.makeFolder("cal")
        for number in 1...count { here.folder.write("cal/\(number).ics", event(number)) }
        let path = here.folder.file("cal")
        let first = try await here.ledger.importing.importAll(
            .calendar, [path], arena: nil, progress: OperationsWorld.silent)
        #expect(first.outcomes.map(\.source.locator) == [path])
        #expect(first.outcomes.map(\.count.added) == [count])
        for number in count + 1...10 { here.folder.write("cal/\(number).ics", event(number)) }
        let more = try await sync()
        #expect(more.outcomes.map(\.count.added) == [10 - count])
        #expect(try here.ledger.asking.sourceSummaries().count == 1)
        for number in 2...10 { here.folder.removeFile("cal/\(number).ics") }
        let fewer = try await sync()
        #expect(fewer.failures.isEmpty)
        #expect(fewer.outcomes.map(\.count.withdrawn) == [9])
        #expect(try here.ledger.asking.search("number1").total == 1)
        #expect(try here.ledger.asking.search("number2").total == 0)
        #expect(try await sync().failures.isEmpty)
    }

    @Test("A folder of calendars is one source for each folder that holds files")
    func nested() async throws {
        for name in ["cal", "cal/work", "cal/home"] { here.folder.makeFolder(name) }
        here.folder.write("cal/work/1.ics", event(1))
        here.folder.write("cal/work/2.ics", event(2))
        here.folder.write("cal/home/3.ics", event(3))
        here.folder.write("cal/4.ics", event(4))
        let report = try await here.ledger.importing.importAll(
            .calendar, [here.folder.file("cal")], arena: nil, progress: OperationsWorld.silent)
        let root = here.folder.file("cal")
        #expect(report.outcomes.map(\.source.locator) == [root, root + "/home", root + "/work"])
        #expect(report.outcomes.map(\.count.added) == [1, 1, 2])
        let again = try await sync()
        #expect(again.outcomes.map(\.count.added) == [0, 0, 0])
        #expect(again.outcomes.map(\.count.withdrawn) == [0, 0, 0])
        #expect(again.outcomes.map(\.read).sorted() == [1, 1, 2])
    }

    @Test("A folder that is empty one day withdraws nothing and says so")
    func emptied() async throws {
        here.folder.makeFolder("cal")
        here.folder.write("cal/1.ics", event(1))
        _ = try await here.ledger.importing.importAll(
            .calendar, [here.folder.file("cal")], arena: nil, progress: OperationsWorld.silent)
        here.folder.removeFile("cal/1.ics")
        let report = try await sync()
        #expect(report.failures.map(\.error.code) == [.noCalendar])
        #expect(
            report.failures.first?.error.hint.words
                == "If they are gone for good: limelight sources remove \(try here.ledger.asking.sources()[0].id)")
        #expect(try here.ledger.asking.search("number1").total == 1)
    }

    @Test("A file in it that is no calendar is an error with its name, and the rest is read")
    func oneBad() async throws {
        here.folder.makeFolder("cal")
        here.folder.write("cal/1.ics", event(1))
        here.folder.write("cal/2.ics", "<html>")
        let report = try await here.ledger.importing.importAll(
            .calendar, [here.folder.file("cal")], arena: nil, progress: OperationsWorld.silent)
        #expect(report.outcomes.map(\.count.added) == [1])
        #expect(report.failures.map(\.error.location) == [here.folder.file("cal/2.ics") + ":1"])
    }
}
