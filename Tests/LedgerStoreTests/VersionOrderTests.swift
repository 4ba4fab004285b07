import LedgerModel
import LedgerStore
import TestSupport
import Testing

/// One event, said by one source again and again: SEQUENCE decides which of two is later, then LAST-MODIFIED, then
/// DTSTAMP (RFC 5545, 3.8.7), and nothing else but the order in which they are read.
@Suite("Versions: a later one, an equal one, an older one")
struct VersionOrderTests {
    let here: StoreWorld
    let work: Source

    init() throws {
        here = try StoreWorld()
        work = try here.source("Work")
    }

    private func version(
        _ title: String, _ sequence: Int64, _ modified: Int64 = 0, _ stamp: Int64 = 0, clock: String = "10:00"
    ) -> EvidenceDraft {
        var draft = StoreWorld.event(title, sequence: sequence, clock: clock)
        draft.order = VersionOrder(sequence: sequence, lastModified: modified, stamp: stamp)
        return draft
    }

    private func shown() throws -> ShownEvidence { try here.store.read { try $0.show(version("", 0).id) } }

    private func starts() throws -> [Instant] {
        let day = Interval(FixedWorld.at("2026-03-16", "0:00"), seconds: 86_400)
        let needs = Snapshot.TraceNeeds(bodies: true, paths: false)
        return try here.store.read { try $0.traces(in: day, needs: needs) }.map(\.trace.at)
    }

    @Test("A later version is what the timeline and the search show, with the earlier one beside it")
    func later() throws {
        try here.list(work, [version("plan", 1)])
        try here.derive()
        let count = try here.list(work, [version("budget", 2, clock: "15:00")])
        #expect(count.updated == 1 && count.added == 0)
        #expect(try shown().draft.title == "budget" && shown().version == 2)
        #expect(try shown().older.map(\.title) == ["plan"])
        #expect(try here.titles("budget") == ["budget"] && here.titles("plan") == [])
        #expect(try starts() == [FixedWorld.at("2026-03-16", "15:00")])
        #expect(try here.marked() == ["2026-03-16"])
    }

    @Test("An equal version changes nothing, marks nothing and is no version")
    func equal() throws {
        try here.list(work, [version("plan", 1)])
        try here.derive()
        let before = try here.dump()
        let revision = try here.store.read { try $0.revision }
        let count = try here.list(work, [version("plan", 1)])
        #expect(count.unchanged == 1 && count.updated == 0 && count.added == 0)
        #expect(try here.dump() == before)
        #expect(try here.store.read { try $0.revision } == revision)
        #expect(try here.marked() == [] && shown().older.isEmpty)
    }

    @Test("The same words under a higher number are the same version, known by that number from then on")
    func sameWords() throws {
        try here.list(work, [version("plan", 1)])
        #expect(try here.list(work, [version("plan", 3)]).updated == 0)
        #expect(try shown().version == 1 && shown().older.isEmpty)
        #expect(try shown().draft.order.sequence == 3)
        // So what comes with a number between the two is older than it.
        try here.list(work, [version("late", 2)])
        #expect(try shown().draft.title == "plan")
    }

    @Test("An older version is kept beside the current one, and neither the timeline nor the search shows it")
    func older() throws {
        try here.list(work, [version("budget", 2, clock: "15:00")])
        try here.derive()
        let count = try here.list(work, [version("plan", 1)])
        #expect(count.updated == 1 && count.added == 0)
        #expect(try shown().draft.title == "budget" && shown().version == 1)
        #expect(try shown().older.map(\.title) == ["plan"])
        #expect(try here.titles("budget") == ["budget"] && here.titles("plan") == [])
        #expect(try starts() == [FixedWorld.at("2026-03-16", "15:00")])
        #expect(try here.marked() == [])
        // Read once more it is known.
        #expect(try here.list(work, [version("plan", 1)]).unchanged == 1)
        #expect(try shown().older.count == 1)
    }

    @Test(
        "SEQUENCE goes before LAST-MODIFIED, and that before DTSTAMP",
        arguments: [
            (VersionOrder(sequence: 1, lastModified: 9, stamp: 9), VersionOrder(sequence: 2)),
            (VersionOrder(sequence: 1, lastModified: 1, stamp: 9), VersionOrder(sequence: 1, lastModified: 2)),
            (
                VersionOrder(sequence: 1, lastModified: 1, stamp: 1),
                VersionOrder(sequence: 1, lastModified: 1, stamp: 2)
            ),
            (VersionOrder(sequence: -1), VersionOrder()),
        ])
    func precedence(lower: VersionOrder, higher: VersionOrder) throws {
        #expect(lower < higher && !(higher < lower))
        var (one, other) = (version("lower", 0), version("higher", 0))
        (one.order, other.order) = (lower, higher)
        for drafts in [[one, other], [other, one]] {
            let here = try StoreWorld()
            for draft in drafts { try here.list(here.source("Work"), [draft]) }
            #expect(try here.titles("higher") == ["higher"] && here.titles("lower") == [])
        }
    }

    @Test("Of versions that came under one number the same is current, whatever order they were read in")
    func tie() throws {
        let titles = ["plan", "budget", "review"]
        var current: Set<String> = []
        for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2], [0, 2, 1]] {
            let here = try StoreWorld()
            for place in order { try here.list(here.source("Work"), [version(titles[place], 1)]) }
            let shown = try here.store.read { try $0.show(version("", 0).id) }
            current.insert(shown.draft.title)
            #expect(try here.titles("kind:event") == [shown.draft.title])
        }
        #expect(current.count == 1)
    }

    @Test("Two sources that say different versions: the later is current, and when it goes the other is")
    func twoSources() throws {
        let team = try here.source("Team")
        try here.list(team, [version("plan", 1)])
        try here.list(work, [version("budget", 2)])
        #expect(try here.titles("kind:event") == ["budget"])
        #expect(try shown().sources.map(\.name) == ["Team", "Work"])
        try here.list(work, [])
        #expect(try here.titles("kind:event") == ["plan"])
        #expect(try shown().sources.map(\.name) == ["Team"])
        try here.list(team, [])
        #expect(try here.titles("kind:event") == [])
        #expect(try shown().draft.flags.contains(.withdrawn) && shown().sources.isEmpty)
    }

    @Test("Random versions in any order: the greatest is current, and each text is kept once", arguments: 0..<20)
    func property(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let versions = (0..<random.number(2, 8)).map { number in
            version("title \(number)", Int64(number / 3), Int64(number % 3), clock: "\(random.number(8, 17)):00")
        }
        var read: [EvidenceDraft] = []
        for _ in 0..<random.number(3, 14) {
            let draft = random.pick(versions, or: versions[0])
            read.append(draft)
            try here.list(work, [draft])
            let greatest = try #require(read.max { $0.order < $1.order })
            let shown = try shown()
            #expect(shown.draft.title == greatest.title, "seed \(seed)")
            #expect(
                Set(shown.older.map(\.title)) == Set(read.map(\.title)).subtracting([greatest.title]), "seed \(seed)")
            #expect(shown.older.count == Set(read.map(\.title)).count - 1, "seed \(seed)")
            #expect(try here.titles("kind:event") == [greatest.title], "seed \(seed)")
            #expect(try starts() == [greatest.at], "seed \(seed)")
        }
    }
}
