import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

/// Documentation/Value.md, *Whether somebody else could run it*.
@Suite("What somebody else could run")
struct OutsiderTests {
    let here: OperationsWorld
    private let mina = "Mina Weber <mina@example.org>"
    private let omar = "Omar Haddad <omar@example.com>"

    init() throws {
        here = try OperationsWorld()
        try here.ledger.importing.addMe("mina@example.org", name: "Mina Weber")
        var myJob = MyJob()
        myJob.responsibilities = [Responsibility(key: "desk", label: "Help desk")]
        myJob.objectives = [Objective(key: "up", label: "Stay up")]
        var (runs, desk) = (Condition(), Condition())
        (runs.project, desk.title) = (["backups", "pager-rota"], "^ticket")
        myJob.rules = [
            Rule(key: "desk", when: desk, set: .init(arena: .job, responsibility: "desk", worth: .baseline)),
            Rule(key: "runs", when: runs, set: .init(arena: .job, worth: .baseline)),
        ]
        try here.ledger.myJob.load(myJob)
    }

    /// Both are Mina’s; backups has a page and Omar’s hand in it.
    private func read() async throws {
        let (backups, rota) = (try GitFixture(name: "backups"), try GitFixture(name: "pager-rota"))
        func change(_ git: GitFixture, _ file: String, by author: String, _ day: String) throws {
            try git.write("\(file) \(day)", to: file)
            try git.commit("Change \(file)", by: author, at: "\(day)T10:00:00+0100")
        }
        try change(backups, "docs/backup.md", by: mina, "2025-11-03")
        for day in ["2025-12-02", "2026-01-12", "2026-02-09"] {
            try change(backups, "bin/backup.sh", by: mina, day)
            try change(rota, "rota.txt", by: mina, day)
        }
        try change(backups, "bin/backup.sh", by: omar, "2026-02-10")
        // Long ago.
        try change(rota, "rota.txt", by: omar, "2024-02-10")
        _ = try await here.ledger.importing.importAll(
            .git, [backups.path, rota.path], arena: .job, progress: OperationsWorld.silent)
        for day in ["2026-03-02", "2026-03-03", "2026-03-04"] {
            try here.note("ticket: a folder", at: here.at("10:00", day))
        }
    }

    private func outsider() throws -> Outsider { try here.ledger.asking.value(here.march).answer.outsider }

    @Test(
        "Written down and changed by Omar: soon; nobody else and nothing written: later; without a repository: nothing")
    func systems() async throws {
        try await read()
        let found = try outsider()
        #expect(
            found.soon.map(\.spans.plain) == [
                "Somebody else could run backups soon: how it works is written down (docs/backup.md), and one other has changed it since 1 April 2025."
            ])
        #expect(
            found.later.map(\.spans.plain) == [
                "Nobody else has changed pager-rota in a year, and nothing here says how it works: that is a risk for its owner. Next: write down how it works, from 3 pieces."
            ])
        #expect(try here.ledger.asking.search(found.later[0].ref.query).total == 3)
        #expect(try here.ledger.asking.search(found.soon[0].ref.query).total == 4)
        // A note on it is enough that it is written down.
        try here.note("Runbook: pager rota", at: here.at("9:00", "2026-03-05"), tags: ["runbook"])
        #expect(try outsider().later.isEmpty)
    }

    @Test("Two months after the repository was read, nobody knows whether somebody else changed it")
    func old() async throws {
        try await read()
        here.set(here.at("12:00", "2026-05-20"))
        let may = Period(since: CivilDay(iso: "2026-05-01")!, until: CivilDay(iso: "2026-06-01")!)
        let found = try here.ledger.asking.value(may).answer.outsider
        #expect(found.later.isEmpty && found.soon.count == 1)
    }

    @Test("It is fine so: nothing is said of who could not run it, until that ends")
    func fine() async throws {
        try await read()
        try here.ledger.myJob.fine("alone")
        #expect(try outsider().later.isEmpty && outsider().soon.count == 1)
        _ = try here.ledger.keeping.undo()
        #expect(try outsider().later.count == 1)
    }

    @Test("What serves an objective and came with colleagues, an outsider could not have; no report says so")
    func couldNot() throws {
        let met = try here.note("Agreed the restore plan", at: here.at("10:00", "2026-03-02"), with: ["Maria", "Tom"])
        let alone = try here.note("Wrote the restore plan", at: here.at("11:00", "2026-03-03"))
        for (text, objective, cite) in [
            ("Restores are tested", "up", [met]), ("Plans are written", "up", [alone]), ("Lunch is served", nil, [met]),
        ] as [(String, String?, [PublicID])] {
            var request = Results.ClaimRequest(text: text)
            (request.at, request.objective) = (here.at("12:00", "2026-03-04"), objective)
            request.cite = cite.map(\.description)
            _ = try here.ledger.results.addClaim(request)
        }
        #expect(
            try outsider().couldNot.map(\.spans.plain) == [
                "An outsider could not have brought about “Restores are tested”: it serves Stay up, and Maria and Tom were part of it."
            ])
        let (answer, base) = try here.ledger.asking.value(here.march).parts
        let section = try #require(answer.document(base).sections.first { $0.id == .outsider })
        #expect(section.onlyForYou)
        let report = try here.ledger.results.valueReport(here.march, for: nil).document
        #expect(!report.sections.contains { $0.id == .outsider })
    }
}
