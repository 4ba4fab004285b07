import LedgerModel
import LedgerOperations
import TestSupport
import Testing

@testable import LocalServer

/// Who was forgotten, and who is left out of a ledger, on every page.
@Suite("Sentinels: no page shows who was forgotten or left out")
struct SentinelPeoplePageTests {
    let here: ServerWorld

    init() throws {
        here = try ServerWorld()
        try here.ledger.importing.addMe("mina@example.org", name: "Mina Weber")
    }

    private func read(_ calendar: String, _ code: GitFixture) async throws {
        let file = here.folder.write("people.ics", calendar)
        _ = try await here.ledger.importing.importAll(.calendar, [file], arena: .job) { _, _, _ in }
        _ = try await here.ledger.importing.importAll(.git, [code.path], arena: .job) { _, _, _ in }
    }

    private func expectSilent(_ mark: String, seen: Set<String>) async throws {
        try await here.browseInside { (browser: Browser) async throws in
            var shown: Set<String> = []
            for path in try here.everyPath() {
                let answer = try await browser.get(path)
                #expect(answer.status < 500, "\(path)")
                #expect(Sentinels.found(mark, in: answer.text).isEmpty, "\(path)")
                #expect(!answer.text.contains("forgotten-"), "\(path)")
                shown.formUnion(Sentinels.found(Sentinels.open, in: answer.text))
            }
            #expect(shown.isSuperset(of: seen))
        }
    }

    @Test("Forgotten from their page: the question counts what stays, and no page names them afterwards")
    func forgotten() async throws {
        let code = try Sentinels.trailerRepository(Sentinels.goneName, mail: "zqgone@example.com")
        try await read(Sentinels.goneCalendar, code)
        try await here.browseInside { (browser: Browser) async throws in
            let person = try #require(
                try here.ledger.asking.people().first { $0.identities.contains("zqgone@example.com") }?.id)
            let page = try await browser.get("/people/\(person)/forget")
            #expect(page.text.contains("is removed from six titles too"))
            #expect(page.text.contains("is removed too, because it came with an address of theirs"))
            let answer = try await browser.post("/forget/\(person)", ["here": "/people"], csrf: page.csrf)
            #expect(answer.status == 303)
        }
        try await read(Sentinels.goneCalendar, code)
        try await expectSilent(Sentinels.gone, seen: ["zqseenpair", "zqseengroup", "zqseentrailer"])
    }

    @Test("Left out: nobody on any page")
    func leftOut() async throws {
        try here.ledger.myJob.keep(
            here.ledger.myJob.setupChange(here.ledger.myJob.setup().answers, leavesOut: [.people]))
        let code = try Sentinels.trailerRepository("Zqleftone Zqlefttwo", mail: "zqleft@example.com")
        try await read(Sentinels.leftOutCalendar, code)
        try await expectSilent(Sentinels.leftOut, seen: ["zqseenguests", "zqseenagenda", "zqseentrailer"])
    }
}
