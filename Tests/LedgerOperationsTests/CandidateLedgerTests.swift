import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

@Suite("Candidates: from the ledger")
struct CandidateLedgerTests {
    private let quarter = Period(
        since: FixedWorld.day.firstOfQuarter, until: FixedWorld.day.firstOfQuarter.adding(months: 3))

    private func demo() async throws -> OperationsWorld {
        let here = try OperationsWorld()
        _ = try await here.ledger.keeping.fillWithDemo(seed: 1, progress: OperationsWorld.silent)
        return here
    }

    @Test("Most commits of the demo’s quarter are incident work, and none of them is in a candidate")
    func heroics() async throws {
        let here = try await demo()
        let found = try here.ledger.asking.candidates(quarter)
        let commits = try here.ledger.asking.search(
            "kind:commit since:\(quarter.since.iso) until:\(quarter.until.iso)", limit: 1_000)
        // By their titles, so that the rule is not tested by itself.
        let incidents = commits.hits.filter { hit in
            ["incident", "hotfix", "workaround"].contains { hit.title.contains($0) }
        }
        #expect(incidents.count * 2 > commits.hits.count)
        let cited = Set(found.list.flatMap(\.pieces))
        #expect(cited.isDisjoint(with: incidents.map(\.id)))
        #expect(found.list.count == Candidates.most)
        let cause = try #require(found.cause)
        #expect(cause.pieces.count >= 20)
        // Each title says it.
        for hit in try here.ledger.asking.glimpses(cause.pieces).values {
            #expect(hit.title.contains(cause.words), "\(hit.title)")
        }
    }

    @Test("A note that says only its day is a candidate like one with a time")
    func dayNotes() async throws {
        let here = try OperationsWorld()
        let text = "- 2026-02-04: Server room plan agreed with Sven\n- 2026-02-05 09:30: Budget approved\n"
        _ = try await here.ledger.importing.importNotes(
            file: here.folder.write("brag.md", text), arena: .job, days: .init(), progress: OperationsWorld.silent)
        #expect(
            try Set(here.ledger.asking.candidates(quarter).list.map(\.wording))
                == ["Server room plan agreed with Sven", "Budget approved"])
    }

    private func rule(_ name: String, _ title: String, _ outcome: Rule.Outcome) -> Rule {
        var when = Condition()
        when.title = title
        return Rule(key: name, when: when, set: outcome)
    }

    /// The rule is not the one that decided anything about it, so no label named it before.
    @Test("What a rule calls an incident is no candidate, even where another rule decides what it means")
    func signs() async throws {
        let here = try OperationsWorld()
        try here.ledger.importing.addMe("mina@example.org")
        let fixture = try repository()
        func count() throws -> Int { try here.ledger.asking.candidates(quarter).list.count }
        try await read(fixture, here)
        #expect(try count() == 1)
        var myJob = MyJob()
        myJob.rules = [
            rule("press", "rows", .init(arena: .job, worth: .improvement)),
            rule("outages", "sort", .init(worth: .baseline)),
        ]
        try here.ledger.myJob.load(myJob)
        #expect(try count() == 0)
        #expect(try here.ledger.asking.search("is:incident").total == 1)
    }

    @Test("Each figure’s query finds exactly its pieces")
    func figures() async throws {
        let here = try await demo()
        let found = try here.ledger.asking.candidates(quarter)
        let refs = found.list.flatMap(\.figures).map(\.ref) + [found.leftOut] + [found.cause?.ref].compactMap { $0 }
        for ref in refs {
            #expect(try here.ledger.asking.search(ref.query, limit: 1).total == ref.count, "\(ref.query)")
        }
    }

    @Test("What a result cites is not offered again, until the result is dismissed")
    func kept() async throws {
        let here = try await demo()
        let first = try #require(try here.ledger.asking.candidates(quarter).list.first)
        var request = Results.ClaimRequest(text: first.wording)
        request.cite = first.pieces.map(\.description)
        let id = try here.ledger.results.addClaim(request)
        #expect(try !here.ledger.asking.candidates(quarter).list.contains { $0.pieces == first.pieces })
        try here.ledger.results.dismiss(id.description)
        #expect(try here.ledger.asking.candidates(quarter).list.contains { $0.pieces == first.pieces })
    }

    // MARK: releases

    private func repository() throws -> GitFixture {
        let fixture = try GitFixture(name: "press")
        try fixture.write("a\n", to: "src/a.c")
        try fixture.commit("feat: sort rows, closes #1", at: "2026-02-02T09:00:00+0100")
        return fixture
    }

    private func read(_ fixture: GitFixture, _ here: OperationsWorld) async throws {
        _ = try await here.ledger.importing.importAll(
            .git, [fixture.path], arena: .job, progress: OperationsWorld.silent)
    }

    private func releases(_ here: OperationsWorld) throws -> [String] {
        try here.ledger.asking.candidates(quarter).list.map { $0.release.map { "\($0.name) \($0.day.iso)" } ?? "none" }
            .sorted()
    }

    private func tag(_ fixture: GitFixture, _ name: String, _ arguments: [String] = [], at date: String) throws {
        try fixture.git(["tag"] + arguments + [name], environment: ["GIT_COMMITTER_DATE": date])
    }

    @Test("A commit was released in the oldest version that holds it, by the tag’s own date")
    func released() async throws {
        let here = try OperationsWorld()
        try here.ledger.importing.addMe("mina@example.org")
        let fixture = try repository()
        try await read(fixture, here)
        #expect(try releases(here) == ["none"])
        // A light tag moves no commit, and is noticed all the same.
        try tag(fixture, "v1.0", at: "2026-02-03T09:00:00+0100")
        try tag(fixture, "nightly", at: "2026-02-02T09:00:00+0100")
        try await read(fixture, here)
        #expect(try releases(here) == ["v1.0 2026-02-02"])
        try fixture.write("b\n", to: "src/b.c")
        try fixture.commit("feat: print labels, closes #2", at: "2026-02-10T09:00:00+0100")
        try await read(fixture, here)
        #expect(try releases(here) == ["none", "v1.0 2026-02-02"])
        try tag(fixture, "v1.1", ["-a", "-m", "The text of a tag is not read"], at: "2026-02-20T09:00:00+0100")
        try await read(fixture, here)
        #expect(try releases(here) == ["v1.0 2026-02-02", "v1.1 2026-02-20"])
        // A version that was taken back held nothing.
        try fixture.git(["tag", "-d", "v1.1"])
        try await read(fixture, here)
        #expect(try releases(here) == ["none", "v1.0 2026-02-02"])
    }

    @Test("A source that goes or becomes private takes its releases with it")
    func removed() async throws {
        let here = try OperationsWorld()
        try here.ledger.importing.addMe("mina@example.org")
        let fixture = try repository()
        try tag(fixture, "v1.0", at: "2026-02-03T09:00:00+0100")
        try await read(fixture, here)
        #expect(try releases(here) == ["v1.0 2026-02-02"])
        let source = try #require(try here.ledger.asking.sources().first)
        _ = try here.ledger.importing.setPrivate(source.id.description, true)
        #expect(try here.ledger.asking.candidates(quarter).list.isEmpty)
        _ = try here.ledger.importing.setPrivate(source.id.description, false)
        try await read(fixture, here)
        #expect(try releases(here) == ["v1.0 2026-02-02"])
        _ = try here.ledger.importing.removeSource(source.id.description)
        #expect(try here.ledger.asking.candidates(quarter).list.isEmpty)
    }

    @Test("One author under four addresses is one person")
    func fourAddresses() async throws {
        let here = try OperationsWorld()
        let fixture = try GitFixture(name: "press")
        for place in 1...4 {
            try here.ledger.importing.addMe("mina\(place)@example.org")
            try fixture.write("\(place)\n", to: "src/sort.c")
            try fixture.commit(
                "Sort rows, part \(place), refs #7", by: "Mina Weber <mina\(place)@example.org>",
                at: "2026-02-0\(place)T09:00:00+0100")
        }
        try await read(fixture, here)
        let list = try here.ledger.asking.candidates(quarter).list
        #expect(list.map(\.pieces.count) == [4])
        #expect(list.first?.people == [])
    }

    @Test("A calendar and notes alone give candidates, and what is still ahead gives none")
    func withoutRepository() async throws {
        let here = try OperationsWorld()
        try here.note("Drafted the onboarding handbook for newcomers", at: here.at("10:00", "2026-02-02"))
        try here.note("Onboarding handbook: Tomás started with it", at: here.at("10:00", "2026-02-09"), with: ["Tomás"])
        try here.note("called the printer company", at: here.at("11:00", "2026-02-09"))
        let list = try here.ledger.asking.candidates(quarter).list
        #expect(list.map(\.wording) == ["Drafted the onboarding handbook for newcomers"])
        #expect(list.first?.people == ["Tomás"])
        #expect(list.first?.because == "2 notes within eight days")
    }
}
