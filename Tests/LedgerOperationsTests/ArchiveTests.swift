import Foundation
import LedgerModel
import LedgerOperations
import TestSupport
import Testing

@Suite("Calendars in a .zip, dropped or named")
struct ArchiveTests {
    let here: OperationsWorld

    init() throws { here = try OperationsWorld() }

    private static func calendar(_ name: String, _ uid: String) -> String {
        CutCalendarTests.calendar([DropTests.event(uid, "20260303")])
            .replacing("X-WR-CALNAME:Work", with: "X-WR-CALNAME:\(name)")
    }

    private func file(_ entries: [ZipFile.Entry], name: String = "export.zip", cut: Int = 0) throws -> String {
        let path = here.folder.file(name)
        try Data(ZipFile.bytes(entries).dropLast(cut)).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func read(_ path: String) async throws -> ImportReport {
        try await here.ledger.importing.importAll(.calendar, [path], arena: nil, progress: OperationsWorld.silent)
    }

    private static let two = [
        ZipFile.Entry("Takeout/Calendar/Arbeit [1].ics", calendar("Work", "a")),
        ZipFile.Entry("Takeout/read me.html", "<html>"), ZipFile.Entry("-x Verein.ICS", calendar("Club", "b")),
    ]

    @Test(
        "Each calendar is a source of its own, and the file stays where it is",
        arguments: ["export.zip", "a [1]*?.ics"])
    func named(name: String) async throws {
        let path = try file(Self.two, name: name)
        let report = try await read(path)
        #expect(report.failures.isEmpty)
        #expect(
            report.outcomes.map(\.source.name) == ["Work", "Club"] && report.outcomes.map(\.count.added) == [1, 1])
        #expect(FileManager.default.fileExists(atPath: path))
        #expect(try here.ledger.asking.search("meeting").total == 2)
        // A newer export replaces what it covers.
        let again = try await read(path)
        #expect(again.failures.isEmpty && again.outcomes.map(\.count.unchanged) == [1, 1])
        #expect(try here.ledger.asking.sources().count == 2)
        let folder = try FileManager.default.subpathsOfDirectory(atPath: here.ledger.path + ".files").sorted()
        #expect(folder.count == 4, "\(folder)")
    }

    @Test("Dropped on a page it is read and deleted")
    func dropped() async throws {
        let form = here.ledger.importing.receive()
        try form.begin("export.zip")
        try form.write(ZipFile.bytes(Self.two))
        try form.end()
        let received = try form.finish()
        received.take()
        let report = try await here.ledger.importing.importDropped(
            received.files[0], arena: .job, progress: OperationsWorld.silent)
        #expect(report.failures.isEmpty && report.outcomes.map(\.source.arena) == [.job, .job])
        #expect(!FileManager.default.fileExists(atPath: received.files[0].path))
    }

    @Test("A link, and a path out of the archive, are told and not read; what else is in it is")
    func links() async throws {
        var link = ZipFile.Entry("link.ics", "/etc/passwd")
        link.mode = 0o120777
        let out = ZipFile.Entry("../../out.ics", Self.calendar("Out", "o"))
        let report = try await read(try file([link, out, Self.two[0]]))
        #expect(report.outcomes.map(\.source.name) == ["Work"])
        #expect(report.failures.map(\.error.code) == [.noCalendar])
        #expect(report.failures[0].error.message.hasPrefix("two calendars in this archive are no plain files"))
        let beside = try FileManager.default.contentsOfDirectory(atPath: here.folder.path)
        #expect(!beside.contains { $0.contains("out") || $0.hasPrefix(".limelight") }, "\(beside)")
    }

    @Test("What cannot be read says why, and nothing is left behind")
    func refused() async throws {
        var locked = Self.two[0]
        locked.isEncrypted = true
        var long = Self.two[0]
        long.stated = 0xFFFF_FFF0
        var short = Self.two[0]
        short.stated = 5
        let cases: [(String, String)] = [
            (try file([locked], name: "locked.zip"), "the calendars in this archive are encrypted"),
            (try file([Self.two[1]], name: "none.zip"), "there is no .ics file in this archive"),
            (try file(Self.two, name: "cut.zip", cut: 30), "this archive is damaged, or not a .zip file"),
            (try file([long], name: "long.zip"), "the calendars in this archive are larger than 2048 MB"),
            (try file([short], name: "short.zip"), "this archive is damaged, or not a .zip file"),
            (try file([Self.two[1]], name: "brag.docx"), "this is a Word document, not a calendar"),
            (
                try file([ZipFile.Entry("[Content_Types].xml", "")], name: "unnamed"),
                "this is a document, not a calendar"
            ),
        ]
        for (path, message) in cases {
            let report = try await read(path)
            #expect(report.failures.map(\.error.message) == [message], "\(path)")
            #expect(report.outcomes.isEmpty)
        }
        let beside = try FileManager.default.contentsOfDirectory(atPath: here.folder.path)
        #expect(!beside.contains { $0.hasPrefix(".limelight") }, "\(beside)")
    }
}
