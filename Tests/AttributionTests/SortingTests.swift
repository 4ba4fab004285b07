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
        "1:1 Jo", "1:1 Pri", "fix(core): a", "feat(Core)!: b (#12)", "fix(a.b*): c", "docs: #12", "fix: d, #12",
        "fix(): e",
        "fix(core) f", "#12", "#1234567890", "OPS-12", "xOPS-12", "OPS-12a",
        String(repeating: "long ", count: 100) + "a", String(repeating: "long ", count: 100) + "b",
        String(repeating: "long ", count: 100), String(repeating: "long ", count: 79),
        String(repeating: "x", count: 394),
        String(repeating: "x", count: 395), String(repeating: "x", count: 396), String(repeating: "(", count: 10_000),
        "[[:alpha:]]", "[0-9]+", "a-1 b", "7",
    ]

    static func pieces(_ random: inout SeededGenerator, _ count: Int) -> [SortPiece] {
        func pick<Value>(_ values: [Value]) -> Value { values[Int(random.next() % UInt64(values.count))] }
        let projects = ["core", "Core", "a*", "a?", "ab", "a\\*", "x y"]
        let calendars = [["Work"], ["work"], ["Home"], ["Work", "Shared"], ["Team"], ["a|b"]]
        let folders = ["src", "Src", "docs", "a*", "ab", "src/in", "src/out", "src/in/deep", "src/\u{301}x", ""]
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
                    return (folder.isEmpty ? "" : folder + "/") + pick(["a.txt", "b", "in", "docs"])
                }
            case .event:
                facts.calendars = pick(calendars)
                facts.arena = pick([nil, .job, .personal])
                facts.tags = pick([[], [], ["Red"], ["red", "Hiring"], ["Hiring"]])
            case .note, .timer:
                facts.tags = pick([[], [], ["call"], ["Call"], ["growth", "book"], ["book"], ["a b"]])
                let journals: [[String: String]] = [[:], [:], ["src_1": "brag"], ["src_1": "brag", "src_2": "jrnl"]]
                facts.journals = kind == .note ? pick(journals) : [:]
                facts.sources = facts.journals.flatMap { [$0.value, "/home/me/" + $0.value, $0.key] }
            }
            return SortPiece(
                row: Int64(index), id: PublicID(kind.idKind, "\(index)"), facts: facts,
                seconds: Int64(random.next() % 20_000) + 1, headCount: pick([0, 1, 4]), isPrivate: isPrivate)
        }
    }

    @Test(
        "Every piece is in a group, and the rules of a group match its pieces and no others",
        arguments: 1...24 as ClosedRange<UInt64>)
    func groups(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = Self.pieces(&random, [1, 7, 40, 160][Int(seed % 4)])
        let total = pieces.reduce(0) { $0 + $1.seconds }
        var split: Set<String> = []
        for _ in 0..<3 {
            let sorting = Sorting(pieces, traced: total * Int64(1 + seed % 3), split: split)
            let groups = sorting.groups()
            #expect(Set(groups.flatMap(\.rows)) == Set(pieces.map(\.row)), "seed \(seed)")
            #expect(Set(groups.map(\.id)).count == groups.count)
            for group in groups {
                let conditions = try group.conditions.map {
                    try CompiledCondition($0, name: group.name, zones: ZoneHistory(.utc))
                }
                let hit = pieces.filter { piece in conditions.contains { $0.matches(piece.facts) } }
                #expect(Set(hit.map(\.row)) == Set(group.rows), "seed \(seed): \(group.kind) \(group.conditions)")
                #expect(group.rows.count == Set(group.rows).count && group.pieces.count == group.rows.count)
                #expect(group.seconds == hit.reduce(0) { $0 + $1.seconds }, "seed \(seed): \(group.conditions)")
                #expect(group.examples.allSatisfy { !$0.title.isEmpty })
            }
            for group in groups.shuffled(using: &random).prefix(3) {
                #expect(sorting.group(group.id)?.rows == group.rows, "seed \(seed): \(group.kind) opens its pieces")
            }
            #expect(groups.isEmpty || !groups[0].isWaiting, "something can be asked about")
            for group in groups where group.canSplit && random.next() % 2 == 0 { split.insert(group.id) }
        }
    }

    @Test(
        "After an answer what is left is counted anew: a group loses what the answer took, and nothing else",
        arguments: 1...8 as ClosedRange<UInt64>)
    func newlyPlaced(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var pieces = Self.pieces(&random, 160)
        let total = pieces.reduce(0) { $0 + $1.seconds }
        var answers = 0
        while let group = Sorting(pieces, traced: total).groups().first {
            let before = pieces.reduce(0) { $0 + $1.seconds }
            let conditions = try group.conditions.map {
                try CompiledCondition($0, name: group.name, zones: ZoneHistory(.utc))
            }
            pieces.removeAll { piece in conditions.contains { $0.matches(piece.facts) } }
            #expect(before - pieces.reduce(0) { $0 + $1.seconds } == group.seconds, "seed \(seed)")
            answers += 1
            try #require(answers <= 160, "seed \(seed): every answer places something")
        }
        #expect(pieces.isEmpty, "seed \(seed)")
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

    /// The names of the groups that do not wait.
    func open(_ pieces: [SortPiece], traced hours: Int64) -> [String] {
        groups(pieces, traced: hours).filter { !$0.isWaiting }.map(\.name)
    }

    @Test("A commit is in the folder with most of its files, and a repository falls into folders when it is asked to")
    func repository() throws {
        let pieces = [
            commit("fleet", "a", hours: 8, ["roles/a.yml", "README.md"]),
            commit("fleet", "b", hours: 4, ["patching/b.yml"]),
            commit("fleet", "c", hours: 2, ["patching/c.yml", "storage/c.yml", "storage/d.yml"]),
            commit("fleet", "d", hours: 1, ["ci.yml"]),
        ]
        let whole = try #require(groups(pieces, traced: 1000).first)
        #expect(whole.kind == .project && whole.seconds == 15 * 3600)
        #expect(whole.parts.map(\.name) == ["roles", "patching", "storage", "files at the top"])
        let parts = groups(pieces, traced: 1000, split: [whole.id])
        #expect(parts.map(\.name) == ["roles", "patching", "storage", "/", "fleet"])
        #expect(parts.map(\.isWaiting) == [false, false, false, false, true])
        #expect(parts[0].conditions[0].folder == ["roles"] && parts[0].within == "fleet")
    }

    @Test(
        "A repository that holds more than a fifth is asked about in parts, and as a whole once only small ones are left"
    )
    func largeRepository() {
        let pieces = [
            commit("fleet", "a", hours: 100, ["roles/a/x.yml"]), commit("fleet", "b", hours: 150, ["roles/b/x.yml"]),
            commit("fleet", "c", hours: 30, ["patching/b.yml"]), commit("fleet", "d", hours: 5, ["site/d.yml"]),
        ]
        // A folder above a quarter is taken to the next level; below a hundredth there is no question.
        #expect(open(pieces, traced: 900) == ["roles/b", "roles/a", "patching"])
        #expect(open(pieces, traced: 1100) == ["roles", "patching"])
        #expect(open(pieces, traced: 2000) == ["fleet"])
        #expect(open([pieces[3]], traced: 900) == ["fleet"])
        // It holds more than a fifth also once most of that is explained.
        let rest = Sorting([pieces[2], pieces[3]], traced: 900 * 3600, explained: ["fleet": 250 * 3600]).groups()
        #expect(rest.map(\.name) == ["patching", "fleet"] && rest[1].isWaiting && rest[1].isRest)
    }

    @Test("No group above a quarter where there are parts: folders below, else scopes, openings and issues across them")
    func quarter() {
        let deep = (1...4).map { commit("mono", "\($0)", hours: 25, ["packages/app/part\($0)/x"]) }
        #expect(
            open(deep, traced: 100) == [
                "packages/app/part1", "packages/app/part2", "packages/app/part3", "packages/app/part4",
            ])
        let flat = (1...120).map { number in
            commit("flat", "fix(\(["url", "mail", "disk", "auth"][number % 4])): \(number)", hours: 1, ["\(number).c"])
        }
        #expect(open(flat, traced: 123) == ["auth", "disk", "mail", "url"])
        let issues = (1...120).map { commit("flat", "work on #\(1 + $0 % 5)", hours: 1, ["\($0).c"]) }
        #expect(open(issues, traced: 120) == ["#1", "#2", "#3", "#4", "#5"])
        let plain = (1...120).map { commit("flat", "commit \($0)", hours: 1, ["\($0).c"]) }
        #expect(open(plain, traced: 120) == ["flat"])
        let files = (1...40).map { commit("flat", "commit \($0)", hours: 1, ["src/\($0 % 5).c", "test/\($0)"]) }
        #expect(open(files, traced: 40) == (0...4).map { "src/\($0).c" })
    }

    @Test("Scopes and types are offered only where most titles have them, and across folders")
    func scopes() throws {
        let pieces =
            (1...10).map { commit("core", "fix(parser): \($0)", hours: 2, ["src/a/x"]) }
            + (1...10).map { commit("core", "docs: \($0)", hours: 1, ["src/b/x"]) }
            + (1...10).map { commit("core", "feat(parser): \($0)", hours: 1, ["src/c/x"]) }
        let found = groups(pieces, traced: 130)
        #expect(open(pieces, traced: 130) == ["parser", "src/a", "src/b", "src/c"])
        // A type says the kind of work, so it is asked about only where folders and scopes tell nothing apart.
        let flat = (1...120).map {
            commit("flat", "\(["fix", "docs", "chore", "test"][$0 % 4]): \($0)", hours: 1, ["x\($0)"])
        }
        #expect(open(flat, traced: 123) == ["chore", "docs", "fix", "test"])
        let scope = try #require(found.first { $0.kind == .scope })
        #expect(scope.seconds == 30 * 3600 && scope.pieces.count == 20)
        let words = (1...31).map { commit("core", "words \($0)", hours: 1, ["src/d/x"]) }
        #expect(!groups(pieces + words, traced: 300).contains { $0.kind == .scope })
    }

    @Test("A calendar's categories are offered beside its titles, and not where they hold one meeting alone")
    func categories() throws {
        var pieces = (1...3).map { meeting("Work", "Kick-off \(["Rome", "Oslo", "Bonn"][$0 - 1])", minutes: 60) }
        for index in pieces.indices { pieces[index].facts.tags = ["Hiring"] }
        var alone = (1...2).map { _ in meeting("Work", "Stand-up", minutes: 60) }
        for index in alone.indices { alone[index].facts.tags = ["Daily"] }
        let found = groups(pieces + alone, traced: 20)
        let category = try #require(found.first)
        #expect(category.kind == .category && category.name == "Hiring" && category.seconds == 3 * 3600)
        #expect(category.conditions[0].tag == ["Hiring"] && category.conditions[0].calendar == ["Work"])
        #expect(!found.contains { $0.kind == .category && $0.name == "Daily" })
    }

    @Test("Series of 1:1s are one question with a rule for each, and single ones when they are asked to")
    func oneOnOnes() throws {
        func series(_ title: String, _ others: Int = 1) -> [SortPiece] {
            (1...2).map { _ in
                var piece = meeting("Work", title, minutes: 30)
                piece.headCount = others
                return piece
            }
        }
        let pieces =
            series("1:1 Jo") + series("1:1 Pri") + series("Tom / Dana") + series("Release 1.1 with Kim")
            + series("1:1 offsite", 9)
        let found = groups(pieces, traced: 30)
        let ones = try #require(found.first)
        #expect(ones.kind == .oneOnOnes && ones.seconds == 3 * 3600 && ones.conditions.count == 3)
        #expect(Set(found.dropFirst().map(\.name)) == ["Release 1.1 with Kim", "1:1 offsite", "Work"])
        let parts = groups(pieces, traced: 30, split: [ones.id]).filter { !$0.isWaiting }
        #expect(Set(parts.map(\.name)) == ["1:1 Jo", "1:1 Pri", "Tom / Dana", "Release 1.1 with Kim", "1:1 offsite"])
        let rules = Rule.all(ones, .mine, besides: [])
        #expect(Set(rules.map(\.key)) == ["sort-1-1-jo", "sort-1-1-pri", "sort-tom-dana"])
    }

    @Test("The notes of a file are one group, and what was noted by hand is as it was")
    func journal() {
        let pieces = ["one thing", "another thing"].map { title in
            piece(
                EvidenceFacts(
                    kind: .note, at: FixedWorld.now, title: title, tags: ["won"],
                    sources: ["brag.md", "/home/me/brag.md", "src_1"], journals: ["src_1": "brag.md"]), 2)
        }
        let noted = piece(EvidenceFacts(kind: .note, at: FixedWorld.now, title: "by hand"), 1)
        let found = groups(pieces + [noted], traced: 40)
        #expect(found.map(\.name) == ["brag.md", "by hand"] && found[0].kind == .journal)
        #expect(found[0].conditions[0].source == ["src_1"])
        let parts = groups(pieces + [noted], traced: 40, split: [found[0].id])
        #expect(parts.map(\.name) == ["won", "another thing", "one thing", "by hand", "brag.md"])
    }

    @Test("A work calendar is asked about by title, until only small pieces are left of it")
    func calendar() {
        let large = meeting("Work", "Change board", minutes: 600)
        let small = (0..<6).map { meeting("Work", "Call \(["a", "b", "c", "d", "e", "f"][$0])", minutes: 30) }
        let before = groups([large] + small, traced: 1000)
        #expect(before.map(\.name) == ["Change board", "Work"] && before[1].isWaiting)
        let after = groups(small, traced: 1000)
        #expect(after.map(\.kind) == [.calendar])
        #expect(after[0].conditions[0].calendar == ["Work"])
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
        let found = groups(pieces, traced: 100).filter { !$0.isWaiting }
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
        #expect(found.filter { !$0.isWaiting }.count == 2)
        #expect(!"\(found)".contains("sentinel-7f3a"))
        #expect(found.contains { $0.kind == .untitled && $0.seconds == 36_000 })
    }
}
