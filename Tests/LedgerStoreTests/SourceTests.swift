import LedgerModel
import LedgerStore
import TestSupport
import Testing

@Suite("Sources: what is kept of them, and what goes with one")
struct SourceTests {
    let here: StoreWorld

    init() throws { here = try StoreWorld() }

    private func stored(_ source: Source) throws -> Source? { try here.store.read { try $0.source(source.id) } }

    private func named(_ text: String) throws -> Source { try here.store.read { try $0.source(named: text) } }

    private func summary(_ source: Source) throws -> SourceSummary {
        try #require(try here.store.read { try $0.sourceSummaries(only: source.id) }.first)
    }

    @Test("A place is one source of its kind, however often it is named")
    func once() throws {
        let one = try here.write { try $0.source(kind: .git, locator: "/a", name: "a", arena: nil) }
        #expect(try here.write { try $0.source(kind: .git, locator: "/a", name: "another", arena: nil) } == one)
        let calendar = try here.write { try $0.source(kind: .calendar, locator: "/a", name: "a", arena: nil) }
        #expect(calendar.id != one.id)
        #expect(try here.store.read { try $0.sources() }.map(\.kind) == [.calendar, .git])
        // What it is for is said later, and not unsaid by silence.
        let side = try here.write { try $0.source(kind: .git, locator: "/a", name: "a", arena: .side) }
        #expect(side.arena == .side)
        #expect(try here.write { try $0.source(kind: .git, locator: "/a", name: "a", arena: nil) }.arena == .side)
    }

    @Test("A source is named by its name, its place, or the start of its id")
    func names() throws {
        let work = try here.source("Work")
        let team = try here.source("Team")
        #expect(try named("Work") == work && named("/Team") == team)
        for length in [4, 10, 17] {
            #expect(try named(String(work.id.description.prefix(length))) == work)
            #expect(try named(String(work.id.description.prefix(length)).uppercased()) == work)
        }
        for text in ["work", "Wor", "", "s", "x9"] {
            let error = #expect(throws: LedgerError.self, "\(text)") { try named(text) }
            #expect(error?.code == .notFound, "\(text)")
            #expect(error?.hint.offers == [.sourceList])
        }
    }

    @Test("Too little of an id names nothing, though there is but one source")
    func short() throws {
        let only = try here.source("Work")
        for length in 0...2 {
            #expect(throws: LedgerError.self) { try named(String(only.id.description.prefix(length))) }
        }
        #expect(try named(String(only.id.description.prefix(3))) == only)
    }

    @Test("Two sources of one name are told apart by their ids")
    func ambiguous() throws {
        let one = try here.write { try $0.source(kind: .git, locator: "/a/site", name: "site", arena: nil) }
        let other = try here.write { try $0.source(kind: .git, locator: "/b/site", name: "site", arena: nil) }
        let error = #expect(throws: LedgerError.self) { try named("site") }
        #expect(error?.code == .ambiguousID)
        #expect(error?.message.contains(one.id.description) == true)
        #expect(try named(other.id.description) == other)
    }

    @Test("What a source is for, and whether its plans count, is one act that can be undone")
    func defaults() throws {
        let work = try here.source("Work")
        try here.derive()
        try here.write { try $0.setDefault(of: work, arena: .growth, plansCount: true, action: here.ulid()) }
        #expect(try stored(work)?.arena == .growth && stored(work)?.plansCount == true)
        try here.write { try $0.setDefault(of: work, arena: nil, plansCount: nil, action: here.ulid()) }
        #expect(try stored(work)?.arena == nil && stored(work)?.plansCount == true)
        #expect(try here.undo().verb == "default")
        #expect(try stored(work)?.arena == .growth)
        try here.undo()
        #expect(try stored(work) == work)
    }

    @Test("What was read since stays read when a default is taken back")
    func stateStays() throws {
        let work = try here.source("Work")
        try here.write { try $0.setDefault(of: work, arena: .growth, plansCount: nil, action: here.ulid()) }
        try here.write { try $0.finishImport(of: work, state: "etag", warnings: [Diagnostic("a.ics:3", "no end")]) }
        try here.undo()
        #expect(try stored(work)?.arena == nil && stored(work)?.state == "etag")
        #expect(try here.store.read { try $0.warnings(of: work) } == [Diagnostic("a.ics:3", "no end")])
    }

    @Test("A source that was removed does not come back when what it was for is taken back")
    func removedStays() throws {
        let work = try here.source("Work")
        try here.write { try $0.setDefault(of: work, arena: .growth, plansCount: nil, action: here.ulid()) }
        try here.remove(work)
        #expect(throws: LedgerError.self) { try here.undo() }
        #expect(try here.store.read { try $0.sources() } == [])
        #expect(try !here.dump().contains("/Work"))
        // Nor does the act touch the same place, added anew.
        let again = try here.source("Work")
        #expect(throws: LedgerError.self) { try here.undo() }
        #expect(try stored(again)?.arena == nil)
    }

    @Test("Where an import stopped is kept with the time; at most fifty warnings, and silence keeps those before")
    func finished() throws {
        let work = try here.source("Work", .notes)
        let many = (0..<60).map { Diagnostic("notes.md:\($0)", "no date") }
        try here.write { try $0.finishImport(of: work, state: "line 7", warnings: many) }
        #expect(try stored(work)?.state == "line 7" && stored(work)?.lastImport == FixedWorld.now)
        #expect(try here.store.read { try $0.warnings(of: work) } == Array(many.prefix(50)))
        try here.write { try $0.finishImport(of: work, state: "line 9", warnings: nil) }
        #expect(try here.store.read { try $0.warnings(of: work) }.count == 50)
        try here.write { try $0.finishImport(of: work, state: "line 9", warnings: []) }
        #expect(try here.store.read { try $0.warnings(of: work) } == [])
        let later = FixedWorld.now + 60
        try here.store.write(at: later) { try $0.noteRead([work]) }
        #expect(try stored(work)?.lastImport == later && stored(work)?.state == "line 9")
    }

    @Test("A calendar read anew still knows as of when it was true; other sources begin from nothing")
    func reset() throws {
        let (work, site) = (try here.source("Work"), try here.source("site", .git))
        var state = CalendarState()
        state.etag = "abc"
        state.horizon = FixedWorld.day
        state.asOf = FixedWorld.now - 86_400
        try here.write { try $0.finishImport(of: work, state: state.text, warnings: nil) }
        try here.write { try $0.finishImport(of: site, state: "sha", warnings: nil) }
        try here.write { try $0.resetState(kind: .calendar) }
        var kept = CalendarState()
        kept.asOf = FixedWorld.now - 86_400
        #expect(try stored(work)?.state == kept.text && stored(site)?.state == "sha")
        try here.write { try $0.resetState(kind: .git) }
        #expect(try stored(site)?.state == "")
    }

    @Test("A summary counts what a source sees, what it withdrew left out, and others' commits beside it")
    func summaries() throws {
        let work = try here.source("Work")
        let (a, b) = (StoreWorld.event("a", uid: "a", clock: "9:00"), StoreWorld.event("b", uid: "b", clock: "17:00"))
        let c = StoreWorld.event("c", uid: "c", clock: "18:00")
        try here.list(work, [a, b, c])
        try here.list(work, [a, b])
        #expect(try summary(work).evidence == 2)
        #expect(try summary(work).first == a.at && summary(work).last == b.at)
        #expect(try here.store.read { try $0.externalIDs(seenBy: work) }.sorted() == ["a/single", "b/single"])
        let site = try here.source("site", .git)
        let other = OthersCommit(sha: "1", author: "o@example.com", authorName: "O", quarter: 1, paths: [])
        try here.list(site, [], others: [other])
        #expect(try summary(site).evidence == 0 && summary(site).others == 1 && summary(site).first == nil)
        #expect(try here.store.read { try $0.sourceSummaries() }.map(\.source) == [work, site])
    }

    @Test("What removing would take is said before, and is what it takes")
    func removal() throws {
        let (work, team) = (try here.source("Work"), try here.source("Team"))
        let drafts = ["plain", "cited", "corrected", "shared", "shared and cited"].map {
            StoreWorld.event($0, uid: $0)
        }
        try here.list(work, drafts)
        try here.list(team, Array(drafts.suffix(2)))
        let ulid = here.ulid()
        try here.write { transaction in
            let claim = Claim(
                id: PublicID(.claim, ulid.text), text: "x", at: FixedWorld.now, evidence: [drafts[1].id, drafts[4].id])
            try transaction.add(claim, ulid: ulid)
            try transaction.correct(drafts[2].id, action: here.ulid()) { $0.arena = .growth }
        }
        let said = try here.store.read { try $0.removal(of: work) }
        #expect(said == SourceRemoval(source: work, goes: 1, stays: 2, elsewhere: 2))
        let done = try here.remove(work)
        #expect(done.removed == said.goes && done.kept == said.stays)
        for (draft, isThere) in zip(drafts, [false, true, true, true, true]) {
            #expect(try here.store.read { try $0.has(draft.id) } == isThere, "\(draft.title)")
        }
        // What stays for what was said of it is readable, and off the timeline; what another sees is as it was.
        #expect(try here.store.read { try $0.show(drafts[1].id) }.draft.flags.contains(.sourceRemoved))
        #expect(try here.store.read { try $0.show(drafts[3].id) }.draft.flags == [])
        #expect(try here.store.read { try $0.show(drafts[3].id) }.sources == [team])
        let day = Interval(FixedWorld.at("2026-03-16", "0:00"), seconds: 86_400)
        let needs = Snapshot.TraceNeeds(bodies: false, paths: false)
        #expect(
            Set(try here.store.read { try $0.traces(in: day, needs: needs) }.map(\.facts.title))
                == ["shared", "shared and cited"])
        // Imported again, it is back.
        try here.list(here.source("Work"), drafts)
        #expect(try here.store.read { try $0.show(drafts[1].id) }.draft.flags == [])
    }

    @Test("An address that an export left out is the same source once it is given again")
    func address() throws {
        let secret = "https://example.com/private/abc.ics"
        let source = try here.write { try $0.source(kind: .calendar, locator: secret, name: "Work", arena: nil) }
        #expect(source.shownLocator == "https://example.com/…" && source.isAddress)
        let text = try here.dump()
        #expect(!text.contains("abc.ics"))
        let other = try StoreWorld()
        try other.write { try $0.restore(text.split(separator: "\n").map { ArraySlice($0.utf8) }, fileName: "export") }
        let restored = try #require(try other.store.read { try $0.sources() }.first)
        #expect(restored.id == source.id && restored.isAddressLeftOut)
        let again = try other.write { try $0.source(kind: .calendar, locator: secret, name: "Work", arena: nil) }
        #expect(again.id == source.id && again.locator == secret && !again.isAddressLeftOut)
    }
}
