import Attribution
import LedgerModel
import TestSupport
import Testing

@Suite("Readings: by hand, by rule, by structure")
struct RuleEngineTests {
    func myJob(_ rules: [Rule]) -> MyJob {
        var myJob = MyJob()
        var restore = Responsibility(key: "restore", label: "Restore")
        restore.objective = "resilience"
        myJob.responsibilities = [restore]
        myJob.rules = rules
        return myJob
    }

    func rule(_ name: String, title: String? = nil, set: Rule.Outcome, _ change: (inout Condition) -> Void = { _ in })
        -> Rule
    {
        var when = Condition()
        when.title = title
        change(&when)
        return Rule(key: name, when: when, set: set)
    }

    func facts(_ title: String, paths: [String] = [], tags: [String] = [], arena: Arena? = nil) -> EvidenceFacts {
        EvidenceFacts(kind: .commit, at: FixedWorld.now, title: title, tags: tags, paths: paths, arena: arena)
    }

    func read(_ rules: [Rule], _ facts: EvidenceFacts, _ correction: Correction? = nil) throws -> Reading {
        try RuleEngine(myJob(rules), zones: ZoneHistory(FixedWorld.berlin)).read(facts, correction: correction)
    }

    @Test("A name says what a piece shows of a system: of a tag, a calendar or a rule, never its title alone")
    func signs() throws {
        #expect(try read([], facts("fix: incident: mail stopped")).sign == nil)
        #expect(try read([], facts("mail stopped", tags: ["Incident"])).sign == .incident)
        #expect(try read([], facts("mail stopped", tags: ["type: outages"])).sign == .incident)
        #expect(try read([], facts("mail stopped", tags: ["coincidental", "calling on"])).sign == nil)
        let rules = [
            rule("incident-reviews", title: "^incident review", set: .init(worth: .baseline)),
            rule("pager", title: "incident|hotfix", set: .init(worth: .baseline)),
            rule("tickets", title: "ticket", set: .init(worth: .baseline)),
            rule("restore-drills", title: "^restore drill", set: .init(worth: .baseline)),
        ]
        #expect(try read(rules, facts("hotfix: mail, by a ticket")).sign == .incident)
        #expect(try read(rules, facts("Incident review: mail, a ticket")).sign == nil)
        #expect(try read(rules, facts("answer a ticket")).sign == .request)
        // A commit to a drill is no drill.
        #expect(try read(rules, facts("restore drill: time each step")).sign == nil)
        func event(_ title: String, in calendar: String) throws -> WorkSign? {
            try read(
                rules, EvidenceFacts(kind: .event, at: FixedWorld.now, title: title, calendars: [calendar])
            ).sign
        }
        #expect(try event("Restore drill: order system", in: "Work") == .restoreTest)
        #expect(try event("Mail stopped", in: "On-call") == .incident)
        #expect(try event("Mail stopped", in: "Work") == nil)
    }

    @Test("The first rule that sets a dimension wins it; skills are united")
    func order() throws {
        let rules = [
            rule("one", title: "^fix", set: .init(worth: .baseline, skills: ["shell"])),
            rule(
                "two", title: "restore", set: .init(responsibility: "restore", worth: .contribution, skills: ["backup"])
            ),
        ]
        let reading = try read(rules, facts("fix: restore step"))
        #expect(reading.worth == .init(.baseline, by: .rule, because: "one"))
        #expect(reading.responsibility == .init("restore", by: .rule, because: "two"))
        #expect(reading.skills.map(\.value) == ["shell", "backup"])
        #expect(reading.objective.value == "resilience" && reading.objective.by == .rule)
    }

    @Test(
        "A folder means the one with most files and what is below it, or with a slash the files right in it",
        arguments: [
            ("src", true), ("SRC/Core", true), ("src/", false), ("src/core/", true),
            ("sr", false),
            ("docs", false), ("/", false), ("src/core/a", false),
        ])
    func folders(folder: String, isThere: Bool) throws {
        let paths = ["src/core/a", "src/core/b", "docs/c", "d"]
        let folders = rule("in", title: "", set: .init(worth: .idea)) { $0.folder = ["nowhere", folder] }
        #expect(try read([folders], facts("x", paths: paths)).worth.value == (isThere ? .idea : nil))
        #expect(try read([folders], facts("x")).worth.value == nil)
        let file = rule("file", title: "", set: .init(worth: .idea)) { $0.file = ["Src/Core/A"] }
        #expect(try read([file], facts("x", paths: paths)).worth.value == .idea)
        #expect(try read([file], facts("x", paths: ["src/core/b"])).worth.value == nil)
        #expect(try read([file], facts("x", paths: ["src/core/a/b"])).worth.value == nil)
        let top = rule("top", title: "", set: .init(worth: .idea)) { $0.folder = ["/"] }
        #expect(try read([top], facts("x", paths: ["d"])).worth.value == .idea)
    }

    @Test("A hand wins over every rule, and leaves the rest to them")
    func hand() throws {
        var correction = Correction()
        correction.worth = .idea
        let reading = try read(
            [rule("one", title: "fix", set: .init(arena: .job, worth: .baseline))], facts("fix"), correction)
        #expect(reading.worth == .init(.idea, by: .hand))
        #expect(reading.arena == .init(.job, by: .rule, because: "one"))
    }

    @Test("Without hand and rule the source’s default stands, and the rest is unknown")
    func structure() throws {
        let reading = try read([], facts("fix", arena: .side))
        #expect(reading.arena.by == .structure && reading.arena.value == .side)
        #expect(reading.worth == .unknown && reading.responsibility == .unknown)
    }

    @Test("A rule holds between its days only")
    func days() throws {
        var ended = rule("old", title: "fix", set: .init(worth: .baseline))
        ended.until = FixedWorld.day - 1
        #expect(try read([ended], facts("fix")).worth == .unknown)
        ended.until = FixedWorld.day
        #expect(try read([ended], facts("fix")).worth.value == .baseline)
    }

    @Test("Weekday and hours are the person’s own")
    func hours() throws {
        let evening = rule("late", set: .init(worth: .baseline)) { $0.hours = ClockRange("17:00-9:00") }
        #expect(try read([evening], facts("x")).worth == .unknown)
        var late = facts("x")
        late.at = FixedWorld.at("2026-03-17", "17:00")
        #expect(try read([evening], late).worth.value == .baseline)
        let tuesday = rule("tue", set: .init(worth: .idea)) { $0.weekday = [2] }
        #expect(try read([tuesday], facts("x")).worth.value == .idea)
    }

    @Test("An expression that cannot be read names its rule")
    func broken() {
        let error = #expect(throws: LedgerError.self) {
            try read([rule("pager", title: "(", set: .init())], facts("x"))
        }
        #expect(error?.code == .jobInvalid)
        #expect(error?.message.hasPrefix("rule “pager”: title~ cannot be used: ") == true)
    }

    @Test(
        "Globs stay within a folder unless doubled",
        arguments: [
            ("*.swift", "main.swift", true), ("*.swift", "src/main.swift", false), ("**/*.swift", "main.swift", true),
            ("**/*.swift", "a/b/main.swift", true), ("docs/**", "docs/a/b.md", true),
            ("docs/**", "src/docs/a.md", false),
            ("**/runbooks/*.md", "a/runbooks/x.md", true), ("**/runbooks/*.md", "a/runbooks/b/x.md", false),
            ("a?c", "abc", true), ("a?c", "a/c", false), ("*a*b*c", "xxaxxbxxc", true), ("DOCS/*", "docs/A.md", true),
            ("**", "a/b", true), ("**/x", "ax", false), ("a?c", "aüc", true), ("a?c", "au\u{308}c", true),
            ("ÜBER/*", "u\u{308}ber/x", true), ("über*", "uber", false),
        ])
    func globs(pattern: String, path: String, matches: Bool) {
        #expect(Glob(pattern).matches(path) == matches)
    }
}

@Suite("Rules that take off the timeline")
struct DropRuleTests {
    let readers = RuleEngineTests()

    @Test("A piece goes where neither a hand nor an earlier rule has said what it is for")
    func drop() throws {
        let drop = readers.rule("off", title: "lunch", set: .init(drop: true))
        #expect(try readers.read([drop], readers.facts("lunch")).droppedBy == "off")
        #expect(try readers.read([drop], readers.facts("dinner")).droppedBy == nil)
        let placed = readers.rule("placed", title: "lunch", set: .init(responsibility: "restore"))
        #expect(try readers.read([placed, drop], readers.facts("lunch")).droppedBy == nil)
        #expect(try readers.read([drop, placed], readers.facts("lunch")).droppedBy == "off")
        let job = readers.rule("job", title: "lunch", set: .init(arena: .job, worth: .baseline))
        #expect(try readers.read([job, drop], readers.facts("lunch")).droppedBy == "off")
        #expect(try readers.read([drop], readers.facts("lunch", arena: .growth)).droppedBy == "off")
        var happened = Correction()
        happened.happened = true
        #expect(try readers.read([drop], readers.facts("lunch"), happened).droppedBy == nil)
        var said = Correction()
        said.arena = .relationships
        #expect(try readers.read([drop], readers.facts("lunch"), said).droppedBy == nil)
    }
}
