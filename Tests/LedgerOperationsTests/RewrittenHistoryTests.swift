import Foundation
import LedgerModel
import LedgerOperations
import Questions
import Renderings
import TestSupport
import Testing

/// Work does not shrink when a history is rewritten: Documentation/Timeline.md, “Pieces of work”.
@Suite("A history that was rewritten")
struct RewrittenHistoryTests {
    let here: OperationsWorld
    let fixture: GitFixture

    init() throws {
        here = try OperationsWorld(now: FixedWorld.at("2026-03-17", "22:00"))
        fixture = try GitFixture()
        try here.ledger.importing.addMe("mina@example.org")
        try fixture.write("0\n", to: "start")
        try fixture.commit("Start", at: "2026-03-16T07:00:00+0100")
    }

    private func importGit() async throws -> ImportReport {
        try await here.ledger.importing.importAll(.git, [fixture.path], arena: .job, progress: OperationsWorld.silent)
    }

    /// Hours of 17 March; what lies before and after it is another day's.
    private func day() throws -> Spent {
        let day = CivilDay(iso: "2026-03-17")!
        return try here.ledger.asking.base(Period(since: day, until: day + 1)).total
    }

    /// Three commits on a branch of its own at 9:00, 10:00 and 11:00: a lead-in of half an hour and two hours.
    private func branch() throws {
        try fixture.git(["switch", "-q", "-c", "feature"])
        for (index, time) in ["09:00:00", "10:00:00", "11:00:00"].enumerated() {
            try fixture.write("\(index)\n", to: "file\(index)")
            try fixture.commit("Step \(index)", at: "2026-03-17T\(time)+0100")
        }
    }

    private func squash(_ message: String, at time: String) throws {
        try fixture.git(["switch", "-q", "main"])
        try fixture.git(["merge", "-q", "--squash", "feature"])
        try fixture.commit(message, at: time)
        try fixture.git(["branch", "-q", "-D", "feature"])
    }

    @Test(
        "Squashed and its branch deleted, a day has the hours that it had, read before or after",
        arguments: [
            "All of it\n\n* Step 0\n\n* Step 1\n\n* Step 2", "All of it",
        ], [true, false])
    func squashed(message: String, readBetween: Bool) async throws {
        try branch()
        _ = try await importGit()
        #expect(try day().seconds == 9_000)
        // Hours later: as a commit of its own it would add a lead-in of half an hour.
        if readBetween {
            try fixture.git(["switch", "-q", "main"])
            try fixture.git(["merge", "-q", "--squash", "feature"])
            try fixture.commit(message, at: "2026-03-17T18:00:00+0100")
            _ = try await importGit()
            try fixture.git(["branch", "-q", "-D", "feature"])
        } else {
            try squash(message, at: "2026-03-17T18:00:00+0100")
        }
        let report = try await importGit()
        #expect(report.outcomes.map(\.count.withdrawn) == [0])
        #expect(
            report.outcomes.first?.remarks.map(\.words)
                == ["Three commits of yours are no longer in the repository. What was done stays on record."])
        // The squash itself is a point of five minutes.
        #expect(try day().seconds == 9_000 + 300)
        #expect(try await importGit().outcomes.first?.remarks.isEmpty == true)
        #expect(try day().seconds == 9_000 + 300)
    }

    @Test("Squashed onto a branch that had moved on, it is a point too")
    func squashedLater() async throws {
        try branch()
        _ = try await importGit()
        try fixture.git(["switch", "-q", "main"])
        try fixture.write("m\n", to: "main-file")
        try fixture.commit("Main goes on", by: "Omar Haddad <omar@example.org>", at: "2026-03-17T12:00:00+0100")
        try squash("All of it\n\n* Step 0\n\n* Step 1\n\n* Step 2", at: "2026-03-17T18:00:00+0100")
        _ = try await importGit()
        #expect(try day().seconds == 9_000 + 300)
    }

    @Test("One commit that was squashed is known by its subject, whatever number is behind it")
    func single() async throws {
        try fixture.git(["switch", "-q", "-c", "feature"])
        try fixture.write("1\n", to: "one")
        try fixture.commit("Fix the lock", at: "2026-03-17T09:00:00+0100")
        _ = try await importGit()
        try squash("Fix the lock (#12)", at: "2026-03-17T18:00:00+0100")
        _ = try await importGit()
        #expect(try day().seconds == 1_800 + 300)
    }

    @Test("Work of the same day that was never squashed keeps its own time")
    func notSquashed() async throws {
        try branch()
        _ = try await importGit()
        try fixture.git(["switch", "-q", "main"])
        try fixture.git(["branch", "-q", "-D", "feature"])
        try fixture.write("other\n", to: "other")
        try fixture.commit("Something else", at: "2026-03-17T18:00:00+0100")
        _ = try await importGit()
        #expect(try day().seconds == 9_000 + 1_800)
    }

    @Test("Later work with the same subject, or in the same file, keeps its own time", arguments: ["wip", "Go on"])
    func laterWork(message: String) async throws {
        try fixture.git(["switch", "-q", "-c", "feature"])
        for (index, time) in ["09:00:00", "10:00:00"].enumerated() {
            try fixture.write("\(index)\n", to: "notes")
            try fixture.commit("wip", at: "2026-03-17T\(time)+0100")
        }
        _ = try await importGit()
        try fixture.git(["switch", "-q", "main"])
        try fixture.git(["branch", "-q", "-D", "feature"])
        try fixture.write("m\n", to: "main-file")
        try fixture.commit("Main", by: "Omar Haddad <omar@example.org>", at: "2026-03-17T12:00:00+0100")
        try fixture.write("later\n", to: "notes")
        try fixture.commit(message + "\n\nfixes wiping", at: "2026-03-17T18:00:00+0100")
        _ = try await importGit()
        // An hour and a half before, and a lead-in of half an hour.
        #expect(try day().seconds == 5_400 + 1_800)
    }

    @Test("Rebased, the work stands once")
    func rebased() async throws {
        try branch()
        _ = try await importGit()
        try fixture.git(["switch", "-q", "main"])
        try fixture.write("m\n", to: "main-file")
        try fixture.commit("Main goes on", at: "2026-03-16T08:00:00+0100")
        try fixture.git(["switch", "-q", "feature"])
        try fixture.git(["rebase", "-q", "main"])
        let report = try await importGit()
        #expect(report.outcomes.map(\.count.withdrawn) == [3])
        #expect(try day().seconds == 9_000)
    }

    @Test(
        "Amended, a commit keeps its correction and its citation", arguments: ["Fix the lock", "Fix the lock for good"])
    func amended(message: String) async throws {
        try fixture.write("1\n", to: "one")
        let old = try fixture.commit("Fix the lock", at: "2026-03-17T09:00:00+0100")
        _ = try await importGit()
        let id = PublicID(.commit, old)
        var correction = Capture.CorrectionRequest()
        correction.arena = "growth"
        _ = try here.ledger.capture.correct(id.description, correction)
        var request = Results.ClaimRequest(text: "The lock holds")
        request.cite = [id.description]
        _ = try here.ledger.results.addClaim(request)
        let new = try fixture.commit(
            message, at: "2026-03-17T09:00:00+0100", committed: "2026-03-17T09:30:00+0100", amend: true)
        _ = try await importGit()
        let shown = try here.ledger.asking.show(PublicID(.commit, new).description)
        #expect(shown.correction?.arena == .growth)
        #expect(try here.ledger.asking.claims().first?.evidence == [PublicID(.commit, new)])
        #expect(try day().seconds == 1_800)
    }

    @Test("A clone with less history takes nothing away")
    func shallow() async throws {
        try branch()
        _ = try await importGit()
        let before = try day()
        let aside = fixture.folder + "/aside"
        try FileManager.default.moveItem(atPath: fixture.path, toPath: aside)
        try fixture.git(
            ["clone", "-q", "--depth", "1", "--branch", "feature", "file://" + aside, fixture.path], at: fixture.folder)
        let report = try await importGit()
        #expect(report.outcomes.map(\.count.withdrawn) == [0])
        #expect(try day() == before)
    }

    @Test("A branch that comes back is no longer gone, and other people’s commits are withdrawn")
    func back() async throws {
        try branch()
        try fixture.commit("Not mine", by: "Omar Haddad <omar@example.org>", at: "2026-03-17T12:00:00+0100")
        let tip = try fixture.git(["rev-parse", "HEAD"])
        _ = try await importGit()
        try fixture.git(["switch", "-q", "main"])
        try fixture.git(["branch", "-q", "-D", "feature"])
        #expect(try await importGit().outcomes.map(\.count.withdrawn) == [1])
        try fixture.git(["branch", "feature", tip])
        let report = try await importGit()
        #expect(report.outcomes.first?.remarks.isEmpty == true)
        #expect(report.outcomes.map(\.count.added) == [1])
        #expect(try day().seconds == 9_000)
        _ = try here.ledger.importing.removeSource(fixture.path)
        #expect(try day().seconds == 0)
    }
}

@Suite("A changed .mailmap")
struct MailmapTests {
    @Test("Who wrote what is read again, of the person's own and of others")
    func changed() async throws {
        let here = try OperationsWorld(now: FixedWorld.at("2026-03-17", "22:00"))
        try here.ledger.importing.addMe("mina@example.org")
        let fixture = try GitFixture()
        try fixture.write("a\n", to: "a")
        try fixture.commit("Mine elsewhere", by: "mw <mw@old.example.org>", at: "2026-03-16T09:00:00+0100")
        try fixture.commit("Omar", by: "omar <omar@old.example.org>", at: "2026-03-16T10:00:00+0100")
        func importGit() async throws -> ImportReport {
            try await here.ledger.importing.importAll(
                .git, [fixture.path], arena: .job, progress: OperationsWorld.silent)
        }
        _ = try await importGit()
        #expect(try here.ledger.asking.base(here.march).total.seconds == 0)
        try fixture.write(
            "Mina Weber <mina@example.org> <mw@old.example.org>\nOmar Haddad <omar@example.org> <omar@old.example.org>\n",
            to: ".mailmap")
        let report = try await importGit()
        #expect(report.failures.isEmpty)
        #expect(report.outcomes.map(\.count.updated) == [2])
        #expect(try here.ledger.asking.base(here.march).total.seconds == 1_800)
        #expect(try here.ledger.asking.people().contains { $0.name == "Omar Haddad" && $0.others == 1 })
        #expect(try await importGit().outcomes.map(\.count) == [WriteCount()])
    }
}

@Suite("Undo after a history was rewritten")
struct RewrittenUndoTests {
    let here: OperationsWorld
    let fixture: GitFixture

    init() async throws {
        here = try OperationsWorld(now: FixedWorld.at("2026-03-17", "22:00"))
        fixture = try GitFixture()
        try here.ledger.importing.addMe("mina@example.org")
        try fixture.write("1\n", to: "one")
        try fixture.commit("Fix the lock", at: "2026-03-17T09:00:00+0100")
        try await importGit()
    }

    private func importGit() async throws {
        _ = try await here.ledger.importing.importAll(
            .git, [fixture.path], arena: .job, progress: OperationsWorld.silent)
    }

    private func head() throws -> PublicID { PublicID(.commit, try fixture.git(["rev-parse", "HEAD"])) }

    private func amend() async throws -> PublicID {
        try fixture.commit(
            "Fix the lock for good", at: "2026-03-17T09:00:00+0100", committed: "2026-03-17T09:30:00+0100", amend: true)
        try await importGit()
        return try head()
    }

    private func correct(_ id: PublicID) throws {
        var correction = Capture.CorrectionRequest()
        correction.worth = "idea"
        _ = try here.ledger.capture.correct(id.description, correction)
    }

    @Test("A result, a citation and a correction of the old commit are undone as they would have been")
    func undone() async throws {
        let old = try head()
        var request = Results.ClaimRequest(text: "The lock holds")
        request.cite = [old.description]
        _ = try here.ledger.results.addClaim(request)
        _ = try here.ledger.results.addClaim(Results.ClaimRequest(text: "Nights are calm"))
        try here.ledger.results.cite("nights", [old.description])
        try correct(old)
        let new = try await amend()
        #expect(try here.ledger.asking.show(new.description).correction?.worth == .idea)
        _ = try here.ledger.keeping.undo()
        #expect(try here.ledger.asking.show(new.description).correction?.worth == nil)
        _ = try here.ledger.keeping.undo()
        #expect(try here.ledger.asking.claims().sorted { $0.text < $1.text }.map(\.evidence) == [[], [new]])
        _ = try here.ledger.keeping.undo()
        #expect(try here.ledger.asking.claims().map(\.text) == ["The lock holds"])
        _ = try here.ledger.keeping.undo()
        #expect(try here.ledger.asking.claims().isEmpty)
    }

    @Test("What is said of the old commit is said of the one in which its work stands")
    func oldID() async throws {
        let old = try head()
        let new = try await amend()
        try correct(old)
        #expect(try here.ledger.asking.show(new.description).correction?.worth == .idea)
        var request = Results.ClaimRequest(text: "The lock holds")
        request.cite = [old.description]
        let result = try here.ledger.results.addClaim(request)
        try here.ledger.results.cite(result.description, [old.description, new.description])
        #expect(try here.ledger.asking.claims().map(\.evidence) == [[new]])
        let start = String(result.description.prefix(8))
        let found = try here.ledger.asking.inquire { try $0.search(SearchQuery("result:\(start)")) }
        #expect(found.hits.map(\.id) == [new])
    }
}
