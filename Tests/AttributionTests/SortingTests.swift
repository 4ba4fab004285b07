import LedgerModel
import TestSupport
import Testing

@testable import Attribution

@Suite("Sorting: groups of undecided time")
struct SortingTests {
    /// Words that mean something to expressions, globs, terminals and pages.
    static let hostile = [
        "", " ", "^", "$", "a.b", "a|b", "(a", "a)", "[a", "a]", "{2}", "a{2}", "a*b", "a+", "?", "\\d", "\\", "a\\",
        "^a$",
        "a\nb", "a\tb", "a\u{0}b", "a\u{0}c", "\u{202E}evil", "Ärger", "ÄRGER", "A\u{308}rger", "Straße", "STRAẞE",
        "ΟΔΟΣ", "οδος", "ſOPS-6", "e\u{301}", "É", "🌊", "<b>", "STAND-UP",
        "Stand-up", "OPS-1: a", "OPS-2: b", "ops-3 c", "XOPS-4", "OPS-5 and SEC-1", "SEC-2", "SEC-3", "UTF-8",
        "Sprint 12 planning", "Sprint 13 planning", "sprint 14 planning", "Review: a", "Review: b", "review: c",
        "Review:",
        "1:1 Jo", "1:1 Pri", String(repeating: "long ", count: 100) + "a", String(repeating: "long ", count: 100) + "b",
        String(repeating: "long ", count: 100), String(repeating: "long ", count: 79),
        String(repeating: "x", count: 394),
        String(repeating: "x", count: 395), String(repeating: "x", count: 396), String(repeating: "(", count: 10_000),
        "[[:alpha:]]", "[0-9]+", "a-1 b", "7",
    ]

    static func pieces(_ random: inout SeededGenerator, _ count: Int) -> [SortPiece] {
        func pick<Value>(_ values: [Value]) -> Value { values[Int(random.next() % UInt64(values.count))] }
        let projects = ["core", "Core", "a*", "a?", "ab", "a\\*", "x y"]
        let calendars = [["Work"], ["work"], ["Home"], ["Work", "Shared"], ["Team"], ["a|b"]]
        let folders = ["src", "Src", "docs", "a*", "ab", "src/in", "src/out", "src/in/deep", ""]
        return (0..<count).map { index in
            let kind = pick(EvidenceKind.allCases)
            let isPrivate = kind == .event && pick([true, false, false, false, false])
            var facts = EvidenceFacts(
                kind: kind, at: FixedWorld.now - Int64(random.next() % 30_000_000),
                title: isPrivate ? "" : pick(hostile))
            switch kind {
            case .commit:
                facts.project = pick(projects)
                facts.paths = (0..<pick([0, 1, 1, 1, 2])).map { _ in
                    let folder = pick(folders)
                    return (folder.isEmpty ? "" : folder + "/") + pick(["a.txt", "b"])
                }
            case .event:
                facts.calendars = pick(calendars)
                facts.arena = pick([nil, .job, .personal])
            case .note, .timer:
                facts.tags = pick([[], [], ["call"], ["Call"], ["growth", "book"], ["book"], ["a b"]])
            }
            return SortPiece(
                row: Int64(index), id: PublicID(kind.idKind, "\(index)"), facts: facts,
                seconds: Int64(random.next() % 20_000) + 1, headCount: pick([0, 1, 4]), isPrivate: isPrivate)
        }
    }

    @Test(
        "Every piece is in one group, whose rule matches its pieces and no others",
        arguments: 1...60 as ClosedRange<UInt64>)
    func partition(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = Self.pieces(&random, [1, 7, 40, 160][Int(seed % 4)])
        let total = pieces.reduce(0) { $0 + $1.seconds }
        var split: Set<String> = []
        for _ in 0..<3 {
            let groups = Sorting(pieces, traced: total * Int64(1 + seed % 3), split: split).groups()
            #expect(groups.reduce(0) { $0 + $1.seconds } == total)
            #expect(groups.flatMap(\.rows).sorted() == pieces.map(\.row).sorted())
            #expect(Set(groups.map(\.id)).count == groups.count)
            for group in groups where !group.isWaiting {
                let condition = try CompiledCondition(group.when, name: group.name, zones: ZoneHistory(.utc))
                let hit = pieces.filter { condition.matches($0.facts) }.map(\.row)
                #expect(Set(hit) == Set(group.rows), "seed \(seed): \(group.kind) \(group.when)")
                #expect(group.examples.allSatisfy { !$0.title.isEmpty })
            }
            #expect(groups.isEmpty || !groups[0].isWaiting, "something can be asked about")
            for group in groups where group.canSplit && random.next() % 2 == 0 { split.insert(group.id) }
        }
    }

    @Test("The order of the pieces changes nothing")
    func order() {
        var random = SeededGenerator(seed: 17)
        let pieces = Self.pieces(&random, 90)
        let groups = Sorting(pieces, traced: 1_000_000).groups()
        let again = Sorting(pieces.shuffled(using: &random), traced: 1_000_000).groups()
        #expect(groups.map(\.id) == again.map(\.id), "seed 17")
        #expect(groups.map(\.seconds) == again.map(\.seconds), "seed 17")
    }

    @Test("An expression made from a title matches it, and no other title", arguments: hostile)
    func titles(title: String) throws {
        let expression = TitlePattern.exact(title)
        let pattern = try Pattern(expression)
        #expect(pattern.matches(title))
        for other in Self.hostile where pattern.matches(other) {
            #expect(TitlePattern.folded(TitlePattern.exact(other)) == TitlePattern.folded(expression))
        }
    }

    @Test("A glob made from a name matches it and nothing else but for case")
    func globs() {
        for name in ["a*", "a?", "a\\", "a\\*", "**/x", "plain", "[a]"] {
            let glob = Glob(Glob.exactly(name))
            #expect(glob.matches(name))
            #expect(glob.matches(name.uppercased()))
            for other in ["ab", "a", "x", "a\\b", "deep/x", "plains"] where other != name {
                #expect(!glob.matches(other), "\(name) \(other)")
            }
        }
    }

    // MARK: What is asked about

    func commit(_ project: String, _ title: String, hours: Int64, _ paths: [String] = []) -> SortPiece {
        piece(EvidenceFacts(kind: .commit, at: FixedWorld.now, title: title, project: project, paths: paths), hours)
    }

    func meeting(_ calendar: String, _ title: String, minutes: Int64, arena: Arena? = .job) -> SortPiece {
        var made = piece(
            EvidenceFacts(kind: .event, at: FixedWorld.now, title: title, calendars: [calendar], arena: arena), 0)
        made.seconds = minutes * 60
        return made
    }

    func piece(_ facts: EvidenceFacts, _ hours: Int64) -> SortPiece {
        SortPiece(row: 0, id: PublicID(.note, facts.title), facts: facts, seconds: hours * 3600)
    }

    func groups(_ pieces: [SortPiece], traced hours: Int64, split: Set<String> = []) -> [SortGroup] {
        Sorting(pieces, traced: hours * 3600, split: split).groups()
    }

    @Test("A repository is one question, and falls into folders when it is asked to")
    func repository() throws {
        let pieces = [
            commit("fleet", "a", hours: 8, ["roles/a.yml", "README.md"]),
            commit("fleet", "b", hours: 4, ["patching/b.yml"]),
            commit("fleet", "c", hours: 2, ["patching/c.yml", "storage/c.yml"]),
            commit("fleet", "d", hours: 1, ["ci.yml"]),
        ]
        let whole = try #require(groups(pieces, traced: 1000).first)
        #expect(whole.kind == .project && whole.seconds == 15 * 3600)
        // One commit joins two folders: no rule could tell them apart.
        #expect(whole.parts.map(\.name) == ["roles", "patching, storage", "other files"])
        let parts = groups(pieces, traced: 1000, split: [whole.id])
        #expect(parts.map(\.kind) == [.folder, .folder, .title])
        #expect(parts[0].when.path == ["roles/**"] && parts[0].within == "fleet")
    }

    @Test("A repository that holds much of the year and lives apart is asked about in parts at once")
    func largeRepository() {
        let pieces = [
            commit("fleet", "a", hours: 200, ["roles/a.yml"]), commit("fleet", "b", hours: 30, ["patching/b.yml"]),
        ]
        #expect(groups(pieces, traced: 900).map(\.name) == ["roles", "patching"])
        #expect(groups(pieces, traced: 2000).map(\.name) == ["fleet"])
        #expect(groups(Array(pieces.prefix(1)), traced: 900).map(\.name) == ["fleet"])
    }

    @Test("A work calendar is asked about by title, until only small pieces are left of it")
    func calendar() {
        let large = meeting("Work", "Change board", minutes: 600)
        let small = (0..<6).map { meeting("Work", "Call \(["a", "b", "c", "d", "e", "f"][$0])", minutes: 30) }
        let before = groups([large] + small, traced: 1000)
        #expect(before.count == 7 && before[0].name == "Change board")
        let after = groups(small, traced: 1000)
        #expect(after.map(\.kind) == [.calendar])
        #expect(after[0].when.calendar == ["Work"])
    }

    @Test("A calendar that is for something else is one question")
    func personal() {
        let pieces = [
            meeting("Home", "Choir", minutes: 6000, arena: .personal),
            meeting("Home", "Dentist", minutes: 60, arena: .personal),
        ]
        #expect(groups(pieces, traced: 200).map(\.kind) == [.calendar])
    }

    @Test(
        "Titles that begin alike, differ in numbers or carry tickets come together; one large title does not hide in them"
    )
    func families() {
        let pieces = [
            meeting("Work", "Incident review: payroll", minutes: 600),
            meeting("Work", "Incident review: mail", minutes: 600),
            meeting("Work", "Sprint 12 planning", minutes: 500), meeting("Work", "Sprint 13 planning", minutes: 500),
            meeting("Work", "OPS-1 printers", minutes: 100), meeting("Work", "OPS-2 doors", minutes: 100),
            meeting("Work", "Fix for OPS-3", minutes: 100), meeting("Work", "Release: go or no go", minutes: 2000),
            meeting("Work", "Release: party", minutes: 100), meeting("Work", "1:1 Jo", minutes: 400),
            meeting("Work", "1:1 Pri", minutes: 400),
        ]
        let found = groups(pieces, traced: 100)
        #expect(
            Set(found.map { "\($0.kind.rawValue) \($0.name)" }) == [
                "title Release: go or no go", "opening Incident review", "numbered Sprint 12 planning", "title 1:1 Jo",
                "title 1:1 Pri", "ticket OPS-…", "title Release: party",
            ])
    }

    @Test("A private title is in no name, part or example")
    func privateTitles() {
        var hidden = meeting("Work", "sentinel-7f3a", minutes: 600)
        hidden.isPrivate = true
        let found = groups([hidden, meeting("Work", "Review", minutes: 300)], traced: 100)
        #expect(found.count == 2)
        #expect(!"\(found)".contains("sentinel-7f3a"))
        #expect(found.contains { $0.kind == .untitled && $0.seconds == 36_000 })
    }
}
