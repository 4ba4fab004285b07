import Foundation
import LedgerModel
import LedgerOperations
import TestSupport
import Testing

@Suite("What is half done: forms that break off, and readings that fail")
struct HalfDroppedTests {
    let drops: DropTests

    init() throws { drops = try DropTests() }

    var here: OperationsWorld { drops.here }
    var calendar: String { CutCalendarTests.calendar(DropTests.spring) }

    @Test("A form that breaks off in its second file leaves nothing of the first")
    func brokenOff() throws {
        do {
            let form = here.ledger.importing.receive()
            try form.begin("first.ics")
            try form.write(Array(calendar.utf8))
            try form.end()
            try form.begin("second.ics")
            try form.write(Array("BEGIN:VCALENDAR".utf8))
            #expect(drops.listed().count == 3)
        }
        #expect(drops.listed().isEmpty)
        #expect(here.ledger.importing.waitingDrops().isEmpty)
    }

    @Test("One that a crash left half is not read at the next start; one that came whole is, all of it")
    func crashed() throws {
        _ = try DropTests.receive([("a.ics", calendar), ("b.ics", calendar)], here.ledger)
        for name in ["01-first.ics", ".limelight-0123456789abcdef.part"] {
            let half = drops.files + "/.incoming-half.part"
            try FileManager.default.createDirectory(atPath: half, withIntermediateDirectories: true)
            #expect(FileManager.default.createFile(atPath: half + "/" + name, contents: Data(calendar.utf8)))
        }
        #expect(here.ledger.importing.waitingDrops().map { $0.map(\.name) } == [["a.ics", "b.ics"]])
        #expect(drops.listed().count == 3)
    }

    @Test("Files that nobody takes go with their form, also when it came whole")
    func notTaken() throws {
        do {
            let form = here.ledger.importing.receive()
            try form.begin("first.ics")
            try form.write(Array(calendar.utf8))
            try form.end()
            #expect(try form.finish().files.map(\.name) == ["first.ics"])
        }
        #expect(drops.listed().isEmpty)
        #expect(here.ledger.importing.waitingDrops().isEmpty)
    }

    @Test(
        "Where the new calendar cannot be read in, the old one stays and is read again",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3"), "sqlite3 is not installed"))
    func failed() async throws {
        try await drops.drop(DropTests.spring)
        try sql("CREATE TRIGGER refuses BEFORE INSERT ON evidence BEGIN SELECT RAISE(ABORT, 'refused'); END")
        let report = try await drops.drop(DropTests.spring + DropTests.autumn)
        #expect(report.failures.count == 1)
        #expect(drops.listed() == ["Work", "Work/1.ics"])
        try sql("DROP TRIGGER refuses")
        #expect(try await here.ledger.importing.sync(progress: OperationsWorld.silent).outcomes.map(\.read) == [9])
        try await drops.drop(DropTests.spring + DropTests.autumn)
        #expect(drops.listed().count == 2)
        #expect(try here.ledger.asking.sourceSummaries().map(\.evidence) == [18])
    }

    /// Through a connection of another program.
    private func sql(_ statement: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
        process.arguments = [here.ledger.path, statement]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
