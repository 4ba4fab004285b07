import LedgerModel
import LedgerOperations
import Renderings
import TestSupport
import Testing

@Suite("Import: what can be named")
struct ImportPlacesTests {
    let here: OperationsWorld

    init() throws { here = try OperationsWorld() }

    func read(_ kind: SourceKind, _ place: String) async throws -> ImportReport {
        try await here.ledger.importing.importAll(kind, [place], arena: nil, progress: OperationsWorld.silent)
    }

    @Test("file:// is the path behind it")
    func fileScheme() async throws {
        let file = here.folder.write("my work.ics", CutCalendarTests.calendar([CutCalendarTests.first]))
        for place in ["file://" + file.replacing(" ", with: "%20"), "file://localhost" + file, file] {
            #expect(try await read(.calendar, place).outcomes.map(\.source.locator) == [file])
        }
        let notes = here.folder.write("notes.txt", "2026-03-16 9:30 drill 50m")
        #expect(try await read(.inbox, "FILE://" + notes).outcomes.map(\.count.added) == [1])
    }

    @Test(
        "Other addresses are refused by name",
        arguments: [
            (SourceKind.calendar, "ftp://example.org/a.ics", "ftp:// cannot be read here"),
            (.git, "https://example.org/a.git", "https:// cannot be read here"),
            (.inbox, "https://example.org/a.txt", "https:// cannot be read here"),
            (.calendar, "file://a.ics", "file:// is followed by a path that begins with /"),
        ])
    func otherSchemes(kind: SourceKind, place: String, words: String) async throws {
        let report = try await read(kind, place)
        #expect(report.failures.map(\.error.code) == [.usage])
        let error = try #require(report.failures.first?.error)
        #expect(error.message == words)
        #expect(!error.hint.isEmpty)
    }

    @Test("What is not there is an error that says what to do", arguments: [SourceKind.calendar, .git, .inbox])
    func missing(kind: SourceKind) async throws {
        let report = try await read(kind, here.folder.file("nothing"))
        #expect(report.failures.map(\.error.code) == [.unreadable])
        #expect(report.failures.first?.error.hint.isEmpty == false)
    }

    @Test("A source that is gone keeps what it gave, and says how to take it out")
    func gone() async throws {
        let file = here.folder.write("work.ics", CutCalendarTests.calendar([CutCalendarTests.first]))
        _ = try await read(.calendar, file)
        here.folder.removeFile("work.ics")
        let report = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(
            report.failures.first?.error.hint.words
                == "Bring it back, or, if it is gone for good: limelight sources remove \(try here.ledger.asking.sources()[0].id)"
        )
        #expect(try here.ledger.asking.search("restore").total == 1)
    }

    @Test("A note told relative to today keeps its time, and is warned about once")
    func relativeNotes() async throws {
        let notes = here.folder.write("notes.txt", "yesterday 10:00 walked Tom through it 1h\n2026-13-40 never\n")
        let first = try await read(.inbox, notes)
        #expect(first.outcomes.map(\.count.added) == [1])
        #expect(first.outcomes.map(\.skipped) == [1])
        #expect(first.outcomes[0].diagnostics.list.map(\.location).sorted() == [notes + ":1", notes + ":2"])
        let hit = try #require(try here.ledger.asking.search("walked").hits.first)
        #expect(hit.at == FixedWorld.at("2026-03-16", "9:00"))
        here.set(FixedWorld.at("2026-03-20", "12:00"))
        let second = try await read(.inbox, notes)
        #expect(second.outcomes.map(\.count.updated) == [0])
        #expect(second.outcomes[0].diagnostics.list.map(\.location) == [notes + ":2"])
        #expect(try here.ledger.asking.search("walked").hits.first?.at == hit.at)
    }
}
