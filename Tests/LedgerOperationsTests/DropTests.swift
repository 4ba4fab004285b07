import Foundation
import LedgerModel
import LedgerOperations
import Renderings
import TestSupport
import Testing

@Suite("Dropped calendars: kept, read again, and gone when they should be")
struct DropTests {
    let here: OperationsWorld

    init() throws { here = try OperationsWorld() }

    var files: String { here.ledger.path + ".files" }

    static func event(_ uid: String, _ day: String, with: String = "Maria Keller:mailto:maria@example.org") -> String {
        "UID:\(uid)\nSUMMARY:Meeting \(uid)\nDTSTART:\(day)T090000Z\nDURATION:PT1H\nATTENDEE;CN=\(with)"
    }

    @discardableResult
    func drop(
        _ events: [String], name: String = "calendar.ics", calendar: String = "Work", cut: Bool = false
    ) async throws -> ImportReport {
        var text = CutCalendarTests.calendar(events).replacing("X-WR-CALNAME:Work", with: "X-WR-CALNAME:\(calendar)")
        if cut { text = String(text.dropLast(40)) }
        return try await here.ledger.importing.importDropped(
            try Self.receive([(name, text)], here.ledger)[0], arena: nil, progress: OperationsWorld.silent)
    }

    /// The files of a form that came whole, taken over.
    static func receive(_ files: [(name: String, text: String)], _ ledger: Ledger) throws -> [DroppedFile] {
        let form = ledger.importing.receive()
        for file in files {
            try form.begin(file.name)
            try form.write(Array(file.text.utf8))
            try form.end()
        }
        let received = try form.finish()
        received.take()
        return received.files
    }

    func listed() -> [String] { ((try? FileManager.default.subpathsOfDirectory(atPath: files)) ?? []).sorted() }

    static let spring = (1...9).map { event("s\($0)", "2026030\($0)") }
    static let autumn = (1...9).map { event("a\($0)", "2026090\($0)") }

    @Test("A dropped calendar is kept for its owner only, and is read again by sync")
    func kept() async throws {
        let report = try await drop(Self.spring)
        #expect(report.failures.isEmpty)
        #expect(report.outcomes.map(\.count.added) == [9])
        #expect(listed() == ["Work", "Work/1.ics"])
        for (path, mode) in [(files, 0o700), (files + "/Work", 0o700), (files + "/Work/1.ics", 0o600)] {
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == mode)
        }
        let source = try #require(try here.ledger.asking.sourceSummaries().first).source
        #expect(source.locator == "dropped:Work")
        #expect(source.name == "Work")
        let again = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(again.failures.isEmpty)
        #expect(again.outcomes.map(\.read) == [9])
        #expect(again.outcomes.map(\.count.added) == [0])
        #expect(try await here.ledger.keeping.checks().allSatisfy { !$0.name.hasPrefix("source") })
    }

    @Test("The same calendar once more takes the place of the old file, and what is gone from it is withdrawn")
    func again() async throws {
        try await drop(Self.spring)
        let report = try await drop(Array(Self.spring.dropLast()) + Self.autumn, name: "calendar (1).ics")
        #expect(report.outcomes.map(\.count.added) == [9])
        #expect(report.outcomes.map(\.count.withdrawn) == [1])
        #expect(listed() == ["Work", "Work/2.ics"])
    }

    @Test("Half a year does not take the other half away")
    func halves() async throws {
        let daily = "UID:d\nSUMMARY:Stand-up\nDTSTART:20260301T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=5"
        try await drop(Self.spring + [daily])
        let report = try await drop(Self.autumn + [daily])
        #expect(report.outcomes.map(\.count.withdrawn) == [0])
        #expect(
            report.outcomes.first?.remarks.contains { $0.words.contains("Both are saved and read together") } == true)
        #expect(try here.ledger.asking.sourceSummaries().map(\.evidence) == [23])
        // A whole one then takes the place of both.
        _ = try await drop(Self.spring + Self.autumn + [daily])
        #expect(listed() == ["Work", "Work/3.ics"])
        #expect(try here.ledger.asking.sourceSummaries().map(\.evidence) == [23])
    }

    @Test("Another calendar of the same name is another source")
    func sameName() async throws {
        try await drop(Self.spring)
        let report = try await drop(Self.autumn)
        #expect(report.outcomes.map(\.count.added) == [9])
        #expect(report.outcomes.map(\.count.withdrawn) == [0])
        #expect(listed() == ["Work", "Work 2", "Work 2/1.ics", "Work/1.ics"])
        #expect(
            try here.ledger.asking.sourceSummaries().map(\.source.locator).sorted() == [
                "dropped:Work", "dropped:Work 2",
            ])
    }

    @Test("A calendar that was cut takes nobody’s place, and a whole one takes its place")
    func cut() async throws {
        try await drop(Self.spring)
        let report = try await drop(Array(Self.spring) + Self.autumn, cut: true)
        #expect(report.failures.map(\.error.code) == [.calendarCut])
        #expect(report.outcomes.map(\.count.withdrawn) == [0])
        #expect(listed().count == 3)
        let whole = try await drop(Array(Self.spring) + Self.autumn)
        #expect(whole.failures.isEmpty)
        #expect(listed() == ["Work", "Work/3.ics"])
        #expect(try here.ledger.asking.sourceSummaries().map(\.evidence) == [18])
    }

    @Test(
        "No name leads out of the folder",
        arguments: [
            "../../evil", "/etc/cron.d/x", ".hidden", "..", "a/b", "nul\u{0}l", String(repeating: "ä", count: 300),
        ])
    func names(name: String) async throws {
        try await drop(Self.spring, name: name, calendar: name)
        let below = listed()
        #expect(below.count == 2)
        #expect(below.allSatisfy { !$0.hasPrefix(".") && $0.utf8.count < 110 })
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: here.folder.path).allSatisfy {
                $0.hasPrefix("ledger.sqlite")
            })
    }

    @Test("Removing the source deletes its files; marking it private does, and later drops keep times only")
    func gone() async throws {
        try await drop(Self.spring)
        try await drop(Self.autumn, calendar: "Family")
        let (_, sentences) = try here.ledger.importing.beforeRemoving("Work")
        #expect(sentences.first == "Nine pieces that only it has are removed.")
        #expect(sentences.contains { $0.contains("is deleted") })
        _ = try here.ledger.importing.removeSource("Work")
        #expect(listed() == ["Family", "Family/1.ics"])
        _ = try here.ledger.importing.setPrivate("Family", true)
        #expect(listed().isEmpty)
        #expect(!FileManager.default.fileExists(atPath: files))
        let again = try await drop(Self.autumn, calendar: "Family")
        #expect(again.failures.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: files))
        #expect(try here.ledger.asking.sourceSummaries().map(\.evidence) == [9])
        #expect(try here.ledger.asking.search("meeting").total == 0)
        // Nothing is left to read, and that is no error.
        #expect(try await here.ledger.importing.sync(progress: OperationsWorld.silent).failures.isEmpty)
    }

    @Test("Who forgets a person is told which files still hold the name, also across a folded line")
    func forgetting() async throws {
        try await drop(Self.spring)
        try await drop(
            [Self.event("x", "20260401", with: "Jonas\n  Weber:mailto:jonas@example.org")], calendar: "Other")
        let jonas = try here.ledger.forgetting.forgettable("jonas@example.org")
        #expect(try here.ledger.forgetting.keptFiles(holding: jonas).map(\.name) == ["Other"])
        let piece = try #require(try here.ledger.asking.search("meeting s3").hits.first?.id)
        #expect(
            try here.ledger.forgetting.keptFiles(holding: here.ledger.forgetting.forgettable(piece.description)).map(
                \.name) == ["Work"])
        try here.ledger.forgetting.forget(jonas)
        #expect(
            here.ledger.importing.deleteKeptFiles(
                of: try here.ledger.asking.sourceSummaries().map(\.source).filter { $0.name == "Other" }) == 1)
        #expect(listed() == ["Work", "Work/1.ics"])
        #expect(try await here.ledger.importing.sync(progress: OperationsWorld.silent).failures.isEmpty)
    }

    @Test("What was taken in whole when the server ended is still there; what was cut off is not")
    func waiting() async throws {
        _ = try Self.receive([("work.ics", CutCalendarTests.calendar(Self.spring))], here.ledger)
        do {
            let cut = here.ledger.importing.receive()
            try cut.begin("half.ics")
            try cut.write(Array("BEGIN:VCAL".utf8))
        }
        _ = FileManager.default.createFile(
            atPath: files + "/.incoming-X.part", contents: Data("left".utf8))
        let waiting = here.ledger.importing.waitingDrops().flatMap(\.self)
        #expect(waiting.map(\.name) == ["work.ics"])
        #expect(listed().count == 2)
        let report = try await here.ledger.importing.importDropped(
            try #require(waiting.first), arena: .job, progress: OperationsWorld.silent)
        #expect(report.outcomes.map(\.count.added) == [9])
        #expect(here.ledger.importing.waitingDrops().isEmpty)
    }

    @Test("What a server may have ended over is handed to the next one, and to no other")
    func handedOnce() async throws {
        _ = try Self.receive([("work.ics", "BEGIN:VCALENDAR"), ("home.ics", "BEGIN:VCALENDAR")], here.ledger)
        #expect(here.ledger.importing.waitingDrops().map { $0.map(\.name) } == [["work.ics", "home.ics"]])
        #expect(here.ledger.importing.waitingDrops().isEmpty)
        #expect(!FileManager.default.fileExists(atPath: files))
    }

    @Test("A restored ledger takes the calendar, dropped once more, for the same source")
    func restored() async throws {
        try await drop(Self.spring)
        var dump = ""
        try here.ledger.keeping.export { dump += $0 }
        let other = try Ledger(path: here.folder.file("ledger.sqlite-other"), world: here.world)
        try other.keeping.restore(file: here.folder.write("ledger.sqlite-export.jsonl", dump))
        #expect(try await other.importing.sync(progress: OperationsWorld.silent).failures.isEmpty)
        let incoming = try Self.receive([("calendar.ics", CutCalendarTests.calendar(Self.spring))], other)
        let report = try await other.importing.importDropped(incoming[0], arena: nil, progress: OperationsWorld.silent)
        #expect(report.outcomes.map(\.count.added) == [0])
        #expect(try other.asking.sourceSummaries().count == 1)
    }

    @Test("Looking for sources does not find what lies beside the ledger")
    func notFound() async throws {
        try await drop(Self.spring)
        here.folder.write("private.ics", CutCalendarTests.calendar(Self.autumn))
        let found = try await here.ledger.importing.discover([here.folder.path], progress: OperationsWorld.silent)
        #expect(found.found.map(\.name) == ["private.ics"])
    }
}
