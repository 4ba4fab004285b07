import Attribution
import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

@Suite("Inherited responsibility: said as such, counted in hours, never for an objective")
struct InheritedTests {
    let here: OperationsWorld
    let fixture: GitFixture

    init() async throws {
        here = try OperationsWorld()
        fixture = try GitFixture()
        try here.ledger.importing.addMe("mina@example.org")
        var myJob = MyJob()
        myJob.objectives = [Objective(key: "stay-up", label: "Stay up")]
        myJob.responsibilities = [
            Responsibility(key: "uptime", label: "Uptime"), Responsibility(key: "billing", label: "Billing"),
        ]
        myJob.responsibilities[0].objective = "stay-up"
        myJob.notMine = [NotMine(key: "printers", label: "Printers")]
        try here.ledger.myJob.load(myJob)
        for (subject, time) in [
            ("close the gap", "2026-03-03T09:00:00Z"), ("tidy the loop", "2026-03-03T12:00:00Z"),
            ("look again", "2026-03-05T09:00:00Z"), ("send the bill", "2026-03-10T09:00:00Z"),
        ] {
            try fixture.write(subject, to: "file")
            try fixture.commit(subject, at: time)
        }
        _ = try await here.ledger.importing.importAll(
            .git, [fixture.path], arena: .job, progress: OperationsWorld.silent)
    }

    private func id(_ words: String) throws -> PublicID {
        try #require(try here.ledger.asking.search(words).hits.first?.id)
    }

    private func say(_ words: String, _ responsibility: String? = nil, arena: String? = nil) throws {
        var request = Capture.CorrectionRequest()
        request.responsibility = responsibility
        request.arena = arena
        _ = try here.ledger.capture.correct(id(words).description, request)
    }

    private func hours(_ by: TotalsAnswer.By = .responsibility) throws -> [String: Int64] {
        let rows = try here.ledger.asking.totals(here.march, by: by).answer.rows
        return Dictionary(rows.map { ($0.key, $0.spent.seconds) }, uniquingKeysWith: +)
    }

    private func found(_ query: String) throws -> Set<String> {
        Set(try here.ledger.asking.search(query + " since:2026-03-01 until:2026-04-01 is:work").hits.map(\.title))
    }

    private func reading(_ words: String) throws -> Inquiry.Piece {
        try here.ledger.asking.show(id(words).description)
    }

    @Test("Work of the same day and of two days later takes it over, and says from what")
    func nearby() throws {
        let before = try hours()
        try say("gap", "uptime")
        try say("bill", "billing")
        let tidy = try reading("loop")
        #expect(tidy.reading.responsibility.value == "uptime")
        #expect(tidy.reading.responsibility.by == .inherited)
        #expect(tidy.inheritedFrom?.words == "“close the gap”, same day")
        #expect(try tidy.inheritedFrom?.id == id("gap"))
        #expect(try reading("again").inheritedFrom?.words == "“close the gap”, two days before")
        #expect(try Set(hours().keys) == ["uptime", "billing"])
        #expect(try hours().values.reduce(0, +) == before.values.reduce(0, +))
        #expect(try found("responsibility:uptime") == ["close the gap", "tidy the loop", "look again"])
        #expect(try found("responsibility:unknown").isEmpty)
        #expect(try found("is:inherited") == ["tidy the loop", "look again"])
        let deciders = try here.ledger.asking.attributionReport().deciders
        #expect(deciders.first { $0.dimension == .responsibility }?.pieces[.inherited] == 2)
        let day = try here.ledger.asking.timeline(
            Period(since: CivilDay(iso: "2026-03-05")!, until: CivilDay(iso: "2026-03-06")!))
        #expect(Set(day.stretches.map(\.inheritedFrom?.words)) == ["“close the gap”, two days before"])
        #expect(Set(day.stretches.map(\.meaning.responsibility)) == ["uptime"])
        // Lists of pieces say it too.
        let listed = try here.ledger.asking.readings(of: [id("again")])
        let line = try #require(listed.values.first?.lines.first { $0.dimension == .responsibility })
        #expect(line.by == .inherited && line.because == "“close the gap”, two days before")
    }

    @Test("Its objective is shown, and nothing counts for it")
    func objective() throws {
        try say("gap", "uptime")
        try say("bill", "billing")
        let shown = try reading("loop").reading
        #expect(shown.objective.value == "stay-up" && shown.objective.by == .inherited)
        #expect(try found("objective:stay-up") == ["close the gap"])
        #expect(try hours(.objective)["stay-up"] == reading("gap").shown.spent.seconds)
    }

    @Test("A correction of a neighbour and its undo change what is inherited, also of days that were derived")
    func corrected() throws {
        try say("gap", "uptime")
        try say("bill", "billing")
        let before = try hours()
        try say("gap", "billing")
        #expect(try Set(hours().keys) == ["billing", "unknown"])
        _ = try here.ledger.keeping.undo()
        #expect(try hours() == before)
        try say("loop", "billing")
        // The day now disagrees with itself, and so does the nearest day of what comes later.
        #expect(try found("responsibility:unknown") == ["look again"])
        #expect(try reading("again").reading.responsibility.by == .unknown)
    }

    @Test("Where 80 % agree nothing is inherited, and Sort suggests the answer with one key")
    func suggested() throws {
        try say("gap", "uptime")
        #expect(try found("responsibility:unknown").count == 3)
        let sheet = try here.ledger.asking.sortSheet(here.march)
        let group = try #require(sheet.groups.first)
        #expect(group.suggestion?.answer == .responsibility("uptime"))
        let choices = SortChoice.all(sheet.base.myJob, on: CivilDay(iso: "2026-03-17")!)
        let suggested = try #require(sheet.suggestion(for: group, among: choices))
        #expect(suggested.words == "100 % of what is decided in “\(group.name)” is Uptime.")
        let asked = JobEditing.SortAsked(id: group.id, pieces: group.pieces.count, period: here.march)
        guard case .kept = try here.ledger.myJob.answer(asked, suggested.choice.answer) else {
            Issue.record("not kept")
            return
        }
        #expect(try found("responsibility:unknown").isEmpty)
        #expect(try reading("loop").reading.responsibility.by == .rule)
    }

    @Test("Sort counts as explained what hand and rule explain, and says what is inherited meanwhile")
    func sorted() throws {
        let open = try here.ledger.asking.sortSheet(here.march)
        #expect(open.inherited == 0)
        try say("gap", "uptime")
        try say("bill", "billing")
        let sheet = try here.ledger.asking.sortSheet(here.march)
        #expect(sheet.undecidedPieces == 2)
        #expect(sheet.inherited == sheet.undecided)
        #expect(sheet.inheritedPieces == 2)
        #expect(sheet.groups.first?.suggestion == nil)
        #expect(sheet.groups.flatMap(\.pieces).count == 2)
    }

    @Test("What is beside the job, private, without a project or next to someone else’s inherits nothing")
    func none() throws {
        try say("gap", "uptime")
        try say("bill", "billing")
        try say("again", arena: "growth")
        #expect(try reading("again").reading.responsibility.by == .unknown)
        try here.note("a call", at: here.at("10:00", "2026-03-03"), minutes: 30)
        #expect(try reading("call").reading.responsibility.value == nil)
        #expect(try hours()["unknown", default: 0] > 0)
        try say("gap", "not mine:printers")
        #expect(try reading("loop").reading.responsibility.value == nil)
        #expect(try found("responsibility:\"not mine\"") == ["close the gap"])
    }

    @Test("The day is the person’s, whatever zone is shown")
    func zones() async throws {
        let other = try GitFixture()
        // 22:00 of the 12th in Berlin, 0:40 and 9:00 of the 13th. In UTC the first two are of one day.
        for (subject, time) in [
            ("late", "2026-03-12T21:00:00Z"), ("night", "2026-03-12T23:40:00Z"), ("early", "2026-03-13T08:00:00Z"),
        ] {
            try other.write(subject, to: "file")
            try other.commit(subject, at: time)
        }
        _ = try await here.ledger.importing.importAll(.git, [other.path], arena: .job, progress: OperationsWorld.silent)
        try say("late", "uptime")
        try say("early", "billing")
        var world = here.world
        world.zoneOverride = .utc
        for ledger in [here.ledger, try Ledger(path: here.ledger.path, world: world)] {
            let shown = try ledger.asking.show(id("night").description)
            #expect(shown.reading.responsibility.value == "billing")
            #expect(shown.inheritedFrom?.words == "“early”, same day")
            let query = "responsibility:billing since:2026-03-01 until:2026-04-01 is:work"
            #expect(try ledger.asking.search(query).hits.map(\.title) == ["early", "night"])
            let rows = try ledger.asking.totals(here.march, by: .responsibility).answer.rows
            let both = try ["early", "night"].map { try ledger.asking.show(id($0).description).shown.spent.seconds }
            #expect(rows.first { $0.key == "billing" }?.spent.seconds == both.reduce(0, +))
        }
    }

    @Test("Of a piece that runs over midnight, each part takes what its day has")
    func midnight() async throws {
        let other = try GitFixture()
        // 23:30 of the 12th in Berlin, 0:30 and 9:00 of the 13th: half an hour of the second is before midnight.
        for (subject, time) in [
            ("late", "2026-03-12T22:30:00Z"), ("night", "2026-03-12T23:30:00Z"), ("early", "2026-03-13T08:00:00Z"),
        ] {
            try other.write(subject, to: "file")
            try other.commit(subject, at: time)
        }
        _ = try await here.ledger.importing.importAll(.git, [other.path], arena: .job, progress: OperationsWorld.silent)
        try say("late", "uptime")
        try say("early", "billing")
        #expect(try reading("night").reading.responsibility.value == "billing")
        #expect(try hours()["billing"] == reading("early").shown.spent.seconds + 1_800)
        #expect(try hours()["uptime"] == reading("late").shown.spent.seconds + 1_800)
    }
}
