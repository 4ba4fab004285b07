import Foundation
import LedgerModel
import LedgerOperations
import Questions
import Renderings
import TestSupport
import Testing

/// Documentation/Ledger.md, “Who you are”.
@Suite("Which addresses are mine")
struct MyAddressTests {
    let world: RepositoryWorld
    let path: String
    var importing: Importing { world.here.ledger.importing }

    init() throws {
        world = try RepositoryWorld()
        path = try world.make("api", ["Fix the lock"], on: "2026-03-16")
    }

    private func commit(_ subject: String, by author: String, at date: String = "2026-03-17T12:00:00+0100") throws {
        try world.git(["commit", "-q", "--allow-empty", "-m", subject, "--author=\(author)"], in: path, at: date)
    }

    @Test("An address of git’s configuration that was removed is not taken again, until the person says so")
    func removed() async throws {
        try world.git(["config", "user.email", "Mina@Work.example"], in: path)
        try await world.read("api")
        #expect(try importing.me().contains("mina@work.example"))
        try importing.removeMe("mina@work.example")
        let report = try await world.sync()
        #expect(report.outcomes.first?.remarks.isEmpty == true)
        #expect(try !importing.me().contains("mina@work.example"))
        #expect(try importing.notMine() == ["mina@work.example"])
        // So is it in what is restored from the export.
        var lines: [String] = []
        try world.here.ledger.keeping.export { lines.append($0) }
        #expect(lines.contains { $0.hasPrefix("{\"not_me\"") && $0.contains("mina@work.example") })
        _ = try world.here.ledger.keeping.undo()
        #expect(try importing.me().contains("mina@work.example"))
        #expect(try importing.notMine().isEmpty)
        try importing.removeMe("mina@work.example")
        try importing.addMe("mina@work.example")
        #expect(try importing.notMine().isEmpty)
        _ = try await world.sync()
        #expect(try importing.me().contains("mina@work.example"))
    }

    @Test("Another address that writes under the person’s name is proposed with its count, and answered once")
    func proposed() async throws {
        for index in 1...3 {
            try commit("Old \(index)", by: "mina WEBER <mina@old.example>", at: "2026-03-17T1\(index):00:00+0100")
        }
        try commit("Not hers", by: "Omar Haddad <omar@example.org>")
        let report = try await world.read("api")
        let proposal = AlsoMine(identity: "mina@old.example", name: "mina WEBER", commits: 3)
        #expect(report.alsoMine == [proposal])
        #expect(try importing.alsoMine() == [proposal])
        // Where nothing is new, nothing is asked again.
        #expect(try await world.sync().alsoMine.isEmpty)

        try importing.removeMe("mina@old.example")
        #expect(try importing.alsoMine().isEmpty)
        try commit("Old 4", by: "Mina Weber <mina@old.example>", at: "2026-03-17T14:00:00+0100")
        #expect(try await world.sync().alsoMine.isEmpty)
        _ = try world.here.ledger.keeping.undo()
        #expect(try importing.alsoMine().map(\.commits) == [4])

        try importing.addMe("mina@old.example")
        _ = try await world.sync()
        #expect(try importing.alsoMine().isEmpty)
        #expect(try world.here.ledger.asking.search("Old").total == 4)
    }

    @Test("A name on one of sixty commits is a slip, and finds no other address")
    func slip() async throws {
        for index in 1...60 { try commit("Page \(index)", by: "Mina Weber <mina@example.org>") }
        try commit("Suggested", by: "Andrew Hill <mina@example.org>")
        try commit("Theirs", by: "Andrew Hill <andrew@else.example>")
        #expect(try await world.read("api").alsoMine.isEmpty)
    }

    @Test("Somebody of the same name whom My job lists is not proposed")
    func namesake() async throws {
        var job = try world.here.ledger.myJob.current()
        job.people = [
            MyJobPerson(key: "mina-2", label: "Mina Weber (Oslo)", role: nil, identities: ["Mina@Oslo.example"])
        ]
        try world.here.ledger.myJob.load(job)
        try commit("Elsewhere", by: "Mina Weber <mina@oslo.example>")
        #expect(try await world.read("api").alsoMine.isEmpty)
    }

    @Test("A forgotten person’s address is in no list of what is not mine")
    func forgotten() async throws {
        try commit("Old", by: "Mina Weber <mina@old.example>")
        try await world.read("api")
        try importing.removeMe("mina@old.example")
        let target = try world.here.ledger.forgetting.forgettable("mina@old.example")
        _ = try world.here.ledger.forgetting.forget(target)
        #expect(try importing.notMine().isEmpty)
        var dump = ""
        try world.here.ledger.keeping.export { dump += $0 }
        #expect(!dump.contains("mina@old"))
    }
}

/// The address as written decides.
@Suite("A .mailmap and the person")
struct MailmapOfMeTests {
    let world: RepositoryWorld
    let path: String

    init() throws {
        world = try RepositoryWorld()
        path = try world.make("api", ["Fix the lock"], on: "2026-03-16")
    }

    private func mailmap(_ text: String) throws {
        try text.write(toFile: path + "/.mailmap", atomically: true, encoding: .utf8)
    }

    /// What was said of `.mailmap`; whoever runs the tests may have an address in git’s configuration.
    private static func remarks(_ report: ImportReport) -> [String] {
        report.outcomes.flatMap(\.remarks).map(\.words).filter { $0.contains(".mailmap") }
    }

    private func seconds() throws -> Int64 { try world.here.ledger.asking.base(world.here.march).total.seconds }

    @Test("One that makes somebody else of the person takes nothing from them, and that is said")
    func given() async throws {
        try mailmap("Omar Haddad <omar@example.org> <mina@example.org>\n")
        let report = try await world.read("api")
        #expect(
            Self.remarks(report)
                == [".mailmap gives one commit under an address of yours to another. It stays yours."])
        #expect(try seconds() == 1_800)
        #expect(Self.remarks(try await world.sync()).isEmpty)
    }

    @Test("What one makes the person’s is said, and taken back by saying that the address is not")
    func taken() async throws {
        try world.git(
            ["commit", "-q", "--allow-empty", "-m", "Hers", "--author=Omar Haddad <omar@example.org>"], in: path,
            at: "2026-03-17T12:00:00+0100")
        try mailmap("Mina Weber <mina@example.org> <omar@example.org>\n")
        let report = try await world.read("api")
        #expect(
            Self.remarks(report)
                == [
                    "Counted as you, because of .mailmap: omar@example.org (1 commit). Say what is not yours with `limelight me remove ADDRESS`."
                ])
        #expect(try seconds() == 3_600)
        try world.here.ledger.importing.removeMe("omar@example.org")
        #expect(try await world.sync().failures.isEmpty)
        #expect(try seconds() == 1_800)
        #expect(
            try world.here.ledger.asking.people().filter { $0.others > 0 }.map(\.identities) == [["omar@example.org"]])
        _ = try world.here.ledger.keeping.undo()
        _ = try await world.sync()
        #expect(try seconds() == 3_600)
    }

    @Test("The address of somebody whom My job lists is not the person’s whatever it says")
    func listed() async throws {
        try world.git(
            ["commit", "-q", "--allow-empty", "-m", "His", "--author=Omar Haddad <omar@example.org>"], in: path,
            at: "2026-03-17T12:00:00+0100")
        try mailmap("Mina Weber <mina@example.org> <omar@example.org>\n")
        var job = try world.here.ledger.myJob.current()
        job.people = [MyJobPerson(key: "omar", label: "Omar Haddad", role: nil, identities: ["omar@example.org"])]
        try world.here.ledger.myJob.load(job)
        #expect(Self.remarks(try await world.read("api")).isEmpty)
        #expect(try seconds() == 1_800)
    }

    @Test("A long one and one that is no mailmap at all are read over")
    func long() async throws {
        let lines = (0..<100_000).map { "Person \($0) <p\($0)@example.org> <old\($0)@example.org>\n" }.joined()
        try mailmap(lines + "<<<<\n<>\n\u{0}\u{1}\n> <\nMina Weber <mina@example.org> <mw@example.org>\n")
        try world.git(
            ["commit", "-q", "--allow-empty", "-m", "Mine", "--author=mw <mw@example.org>"], in: path,
            at: "2026-03-17T12:00:00+0100")
        let report = try await world.read("api")
        #expect(report.failures.isEmpty && report.outcomes.map(\.read) == [2])
        #expect(try seconds() == 3_600)
    }
}
