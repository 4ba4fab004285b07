import Foundation
import LedgerModel
import LedgerOperations
import Questions
import Renderings
import TestSupport
import Testing

/// Repositories in folders of one parent, and what a ledger makes of them.
struct RepositoryWorld {
    let here: OperationsWorld
    let folder: String
    private let fixture: GitFixture

    init() throws {
        here = try OperationsWorld(now: FixedWorld.at("2026-03-17", "22:00"))
        try here.ledger.importing.addMe("mina@example.org")
        // Only for its folder and for running git.
        fixture = try GitFixture(name: "unused")
        folder = fixture.folder
    }

    @discardableResult
    func git(_ arguments: [String], in place: String, at date: String? = nil) throws -> String {
        let dates = date.map { ["GIT_AUTHOR_DATE": $0, "GIT_COMMITTER_DATE": $0] } ?? [:]
        return try fixture.git(arguments, at: place, environment: dates)
    }

    /// A repository with one commit for each subject, at 9:00, 10:00 and so on, of a folder of its own each.
    @discardableResult
    func make(_ place: String, _ subjects: [String], on day: String = "2026-03-17") throws -> String {
        let path = "\(folder)/\(place)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try git(["init", "-q", "-b", "main"], in: path)
        for (index, subject) in subjects.enumerated() {
            try commit(subject, in: path, at: "\(day)T\(index + 9 < 10 ? "0" : "")\(index + 9):00:00+0100")
        }
        return path
    }

    func commit(_ subject: String, in path: String, at date: String) throws {
        try Data("\(subject) \(date)\n".utf8).write(to: URL(fileURLWithPath: "\(path)/\(subject.hashless)"))
        try git(["add", "-A"], in: path)
        try git(["commit", "-q", "-m", subject], in: path, at: date)
    }

    func move(_ old: String, to new: String) throws {
        let target = URL(fileURLWithPath: "\(folder)/\(new)")
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.moveItem(atPath: "\(folder)/\(old)", toPath: target.path)
    }

    @discardableResult
    func read(_ place: String, arena: Arena? = nil) async throws -> ImportReport {
        try await here.ledger.importing.importAll(
            .git, ["\(folder)/\(place)"], arena: arena, progress: OperationsWorld.silent)
    }

    func sync() async throws -> ImportReport { try await here.ledger.importing.sync(progress: OperationsWorld.silent) }

    var names: [String] { get throws { try here.ledger.asking.sources().map(\.name) } }

    /// Hours of March by a dimension.
    func hours(_ by: TotalsAnswer.By) throws -> [String: Int64] {
        try here.ledger.asking.totals(here.march, by: by).answer.rows.reduce(into: [:]) {
            $0[$1.key] = $1.spent.seconds
        }
    }

    /// Makes this the only rule by hand.
    func rule(project: String, _ outcome: Rule.Outcome) throws {
        var job = try here.ledger.myJob.current()
        var when = Condition()
        when.project = [project]
        job.rules = [Rule(key: "it", when: when, set: outcome)]
        try here.ledger.myJob.load(job)
    }

    func sort(_ name: String, as answer: SortAnswer) throws {
        let sheet = try here.ledger.asking.sortSheet(here.march)
        let group = try #require(sheet.groups.first { $0.name == name })
        let result = try here.ledger.myJob.answer(
            .init(id: group.id, pieces: group.pieces.count, period: here.march), answer)
        guard case .kept = result else {
            Issue.record("\(name) was refused: \(result)")
            return
        }
    }
}

extension String {
    fileprivate var hashless: String { lowercased().filter { $0.isLetter || $0.isNumber } }
}

/// Documentation/Ledger.md, “Repositories”.
@Suite("A repository is not its folder’s name")
struct RepositoryNameTests {
    let world: RepositoryWorld

    init() throws { world = try RepositoryWorld() }

    @Test("Two folders of one name are two projects, and an answer for one is not for the other")
    func two() async throws {
        try world.make("w1/api", ["Fix the lock", "Fix the door"], on: "2026-03-16")
        try world.make("w2/api", ["Paint the fence"])
        try await world.read("w1/api")
        #expect(try world.names == ["api"])
        try await world.read("w2/api")
        #expect(try world.names == ["w1/api", "w2/api"])
        // One of them holds more than a fifth of the time, so its files are asked about first.
        let groups = try world.here.ledger.asking.sortSheet(world.here.march).groups
        #expect(Set(groups.filter { $0.kind == .project }.map(\.name)) == ["w1/api", "w2/api"])
        try world.sort("w1/api", as: .mine)
        #expect(try world.hours(.project) == ["w1/api": 5_400, "w2/api": 1_800])
        #expect(try world.hours(.arena) == ["job": 5_400, "unknown": 1_800])
        #expect(try world.here.ledger.asking.sortSheet(world.here.march).groups.map(\.name) == ["w2/api"])
        for (name, count) in [("w1/api", 2), ("w2/api", 1), ("api", 3), ("1/api", 0)] {
            #expect(try world.here.ledger.asking.search("project:\(name)").total == count)
            #expect(try world.here.ledger.asking.search("source:\(name)").total == count)
        }
        #expect(try world.here.ledger.asking.search("api").total == 3)
        #expect(try world.here.ledger.keeping.undoSort().title == "commits of w1/api")
    }

    @Test("An answer given before a second one came keeps to its repository")
    func answeredBefore() async throws {
        try world.make("w1/api", ["Fix the lock"], on: "2026-03-16")
        try world.make("w2/api", ["Paint the fence"])
        try await world.read("w1/api")
        try world.sort("api", as: .mine)
        try await world.read("w2/api")
        #expect(try world.hours(.arena) == ["job": 1_800, "unknown": 1_800])
        #expect(try world.hours(.responsibility) == ["mine": 1_800, "unknown": 1_800])
    }

    @Test("A rule by hand means every repository of the name, and as much of the path as it says")
    func byHand() async throws {
        try world.make("w1/api", ["Fix the lock"], on: "2026-03-16")
        try world.make("w2/api", ["Paint the fence"])
        try await world.read("w1/api")
        func rule(_ project: String) throws { try world.rule(project: project, .init(arena: .growth)) }
        try rule("api")
        #expect(try world.hours(.arena) == ["growth": 1_800])
        try rule("w1/api")
        #expect(try world.hours(.arena) == ["growth": 1_800])
        try await world.read("w2/api")
        #expect(try world.hours(.arena) == ["growth": 1_800, "unknown": 1_800])
        try rule("api")
        #expect(try world.hours(.arena) == ["growth": 3_600])
        #expect(
            try world.here.ledger.myJob.testRules(world.here.march).rules.map(\.remark) == ["means w1/api and w2/api"])
    }

    @Test("Names are the same whatever is read first, and short again when a repository goes")
    func order() async throws {
        for place in ["w1/api", "w2/api", "x/w2/api"] { try world.make(place, ["In \(place)"]) }
        for place in ["x/w2/api", "w1/api", "w2/api"] { try await world.read(place) }
        let parent = FolderNames.last(world.folder)
        #expect(
            try world.names.sorted() == ["\(parent)/w1/api", "\(parent)/w2/api", "x/w2/api"].sorted())
        _ = try world.here.ledger.importing.removeSource("x/w2/api")
        #expect(try world.names == ["w1/api", "w2/api"])
        #expect(Set(try world.hours(.project).keys) == ["w1/api", "w2/api"])
        _ = try world.here.ledger.importing.removeSource("w1/api")
        #expect(try world.names == ["api"])
        #expect(Set(try world.hours(.project).keys) == ["api"])
        #expect(throws: LedgerError.self) { try world.here.ledger.asking.source(named: "w1/api") }
    }

    @Test("Two clones of one history are asked about together, and count once")
    func clones() async throws {
        let path = try world.make("w1/api", ["Fix the lock", "Fix the door"])
        try world.git(["clone", "-q", path, "w2/api"], in: world.folder)
        try await world.read("w1/api")
        try world.sort("api", as: .mine)
        try await world.read("w2/api")
        #expect(try world.hours(.arena) == ["job": 5_400])
        #expect(try world.hours(.project).count == 1)
        #expect(try world.here.ledger.asking.sortSheet(world.here.march).groups.isEmpty)
    }

    @Test("A linked work tree has the name of its repository")
    func workTree() async throws {
        let path = try world.make("w1/api", ["Fix the lock"])
        try world.git(["worktree", "add", "-q", "\(world.folder)/elsewhere/fix"], in: path)
        try await world.read("w1/api")
        try await world.read("elsewhere/fix")
        #expect(try world.names == ["api", "api"])
        #expect(try world.hours(.project) == ["api": 1_800])
    }
}

@Suite("A repository that moved, and a folder that became another one")
struct MovedRepositoryTests {
    let world: RepositoryWorld

    init() throws { world = try RepositoryWorld() }

    @Test(
        "Renamed, moved or both, it goes on with its settings, rules and corrections", arguments: ["w1/web", "w9/api"])
    func moved(place: String) async throws {
        let old = try world.make("w1/api", ["Fix the lock", "Fix the door"], on: "2026-03-16")
        try await world.read("w1/api", arena: .growth)
        let source = try world.here.ledger.asking.sources()[0]
        try world.rule(project: "api", .init(worth: .idea))
        let before = try world.hours(.worth)
        try world.move("w1/api", to: place)
        try world.commit("Fix the roof", in: "\(world.folder)/\(place)", at: "2026-03-16T11:00:00+0100")
        let report = try await world.read(place)
        #expect(
            report.outcomes.first?.remarks.map(\.words)
                == [
                    "\(world.folder)/\(place) was at \(old) before. It goes on as the same source, with what you set for it and the rules that name it."
                ])
        let now = try world.here.ledger.asking.sources()
        #expect(now.map(\.id) == [source.id])
        #expect(now.map(\.locator) == ["\(world.folder)/\(place)"])
        #expect(now.map(\.arena) == [.growth])
        #expect(report.outcomes.map(\.count.added) == [1])
        #expect(try world.hours(.project) == [FolderNames.last(place): 9_000])
        #expect(before == ["idea": 5_400])
        #expect(try world.hours(.worth) == ["idea": 9_000])
        #expect(try await world.read(place).outcomes.first?.remarks.isEmpty == true)
        #expect(try await world.sync().failures.isEmpty)
    }

    @Test("Undoing a setting that was made before the move leaves it where it is")
    func undone() async throws {
        try world.make("w1/api", ["Fix the lock"])
        try await world.read("w1/api")
        _ = try world.here.ledger.importing.setDefault("api", arena: .growth)
        try world.move("w1/api", to: "w1/web")
        try await world.read("w1/web")
        _ = try world.here.ledger.keeping.undo()
        let source = try world.here.ledger.asking.sources()[0]
        #expect(source.locator == "\(world.folder)/w1/web" && source.name == "web" && source.arena == nil)
    }

    @Test("A private one stays private, also if its addresses changed before the move")
    func keptPrivate() async throws {
        try world.make("w1/api", ["Secret lock"])
        try await world.read("w1/api")
        _ = try world.here.ledger.importing.setPrivate("api", true)
        try world.here.ledger.importing.addMe("mina@example.com")
        try world.move("w1/api", to: "w1/web")
        try await world.read("w1/web")
        #expect(try world.here.ledger.asking.sources().map(\.isPrivate) == [true])
        #expect(try world.here.ledger.asking.search("Secret").total == 0)
    }

    @Test("A clone made anew elsewhere with less history is the same source")
    func shallow() async throws {
        let old = try world.make("w1/api", ["Fix the lock", "Fix the door"])
        try await world.read("w1/api", arena: .job)
        try world.git(["clone", "-q", "--depth", "1", "file://" + old, "w2/web"], in: world.folder)
        try FileManager.default.removeItem(atPath: old)
        try await world.read("w2/web")
        #expect(try world.names == ["web"])
        #expect(try world.hours(.project) == ["web": 5_400])
        #expect(try world.here.ledger.asking.sources().map(\.arena) == [.job])
    }

    @Test("Where two could be it, neither is taken, and that is said")
    func ambiguous() async throws {
        let first = try world.make("w1/api", ["Fix the lock"])
        try world.git(["clone", "-q", first, "w2/api"], in: world.folder)
        try await world.read("w1/api", arena: .job)
        try await world.read("w2/api", arena: .side)
        try world.git(["clone", "-q", first, "x/api"], in: world.folder)
        for gone in ["w1", "w2"] { try FileManager.default.removeItem(atPath: "\(world.folder)/\(gone)") }
        let remarks = try await world.read("x/api").outcomes.first?.remarks.map(\.words) ?? []
        #expect(remarks.first?.contains(" may have been at ") == true)
        #expect(try world.here.ledger.asking.sources().count == 3)
    }

    @Test("A clone beside one that is still there is a source of its own")
    func beside() async throws {
        let first = try world.make("w1/api", ["Fix the lock"])
        try await world.read("w1/api", arena: .job)
        try world.git(["clone", "-q", first, "w2/api"], in: world.folder)
        #expect(try await world.read("w2/api").outcomes.first?.remarks.isEmpty == true)
        #expect(try world.names == ["w1/api", "w2/api"])
    }

    @Test(
        "A folder that became another repository is another source, and mixes with nothing", arguments: [true, false])
    func replaced(knowsMore: Bool) async throws {
        try world.make("w1/api", ["Fix the lock"], on: "2026-03-16")
        try await world.read("w1/api", arena: .job)
        try world.sort("api", as: .mine)
        if knowsMore { try world.here.ledger.importing.addMe("mina@example.com") }
        try FileManager.default.removeItem(atPath: "\(world.folder)/w1/api")
        try world.make("w1/api", ["Paint the fence"])
        let report = try await world.sync()
        #expect(report.failures.isEmpty)
        #expect(
            report.outcomes.first?.remarks.first?.words
                == "\(world.folder)/w1/api holds another repository now, which is a source of its own. What was read before stays."
        )
        #expect(try world.names.sorted() == ["before 2026-03-17/api", "w1/api"])
        #expect(try world.hours(.arena) == ["job": 1_800, "unknown": 1_800])
        #expect(try world.hours(.project) == ["before 2026-03-17/api": 1_800, "w1/api": 1_800])
        let again = try await world.sync()
        #expect(again.failures.isEmpty && again.outcomes.map(\.remarks.isEmpty) == [true])
        #expect(again.outcomes.map(\.count) == [WriteCount()])
        #expect(try await world.here.ledger.keeping.checks().allSatisfy { $0.ok })
        // The first one again, elsewhere: it goes on.
        try world.make("w5/api", ["Fix the lock"], on: "2026-03-16")
        try await world.read("w5/api")
        #expect(try world.names.sorted() == ["w1/api", "w5/api"])
        #expect(try world.hours(.arena) == ["job": 1_800, "unknown": 1_800])
    }

    @Test("A repository of which nothing is kept stays the same source when the person’s addresses change")
    func nothingKept() async throws {
        let path = try world.make("w1/api", ["Fix the lock"])
        try world.git(["commit", "-q", "--amend", "--no-edit", "--author=Omar <omar@example.org>"], in: path)
        try await world.read("w1/api")
        _ = try world.here.ledger.importing.setPrivate("api", true)
        try world.here.ledger.importing.addMe("mina@example.com")
        let report = try await world.sync()
        #expect(report.failures.isEmpty)
        #expect(try world.names == ["api"])
        #expect(try world.here.ledger.asking.sources().map(\.isPrivate) == [true])
    }

    @Test("A history that was filtered is the same repository")
    func filtered() async throws {
        let path = try world.make("w1/api", ["Fix the lock", "Fix the door"])
        try await world.read("w1/api", arena: .job)
        try world.git(
            [
                "-c", "core.commentChar=;", "filter-branch", "-f", "--tree-filter", "echo x > added", "--", "--all",
            ], in: path)
        try world.git(["update-ref", "-d", "refs/original/refs/heads/main"], in: path)
        try world.git(["reflog", "expire", "--expire=now", "--all"], in: path)
        try world.git(["gc", "-q", "--prune=now"], in: path)
        try await world.read("w1/api")
        #expect(try world.names == ["api"])
        #expect(try world.hours(.arena) == ["job": 5_400])
    }
}
