import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

/// Documentation/Backstage.md, "Next" and "People you work with".
@Suite("Advice is about people who are named, agrees with its table, and can rest")
struct AdviceAboutPeopleTests {
    let here: OperationsWorld

    init() async throws {
        here = try OperationsWorld()
        _ = try here.ledger.importing.addMe("me@corp.test")
        // Met twice in January: a tie that is neither near nor gone, and silent since.
        try await here.importCalendar("Work", ["helen", "jonas"].map(Self.meeting))
    }

    private static func meeting(_ name: String) -> String {
        """
        UID:m-\(name.prefix(1))
        DTSTART:20260112T090000Z
        DURATION:PT30M
        RRULE:FREQ=WEEKLY;COUNT=2
        SUMMARY:Talk
        ORGANIZER:mailto:me@corp.test
        ATTENDEE;CN=\(name.sentence) Brandt;PARTSTAT=ACCEPTED:mailto:\(name)@corp.test
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@corp.test
        """
    }

    private func backstage() throws -> Answered<BackstageAnswer> {
        try here.ledger.asking.backstage(here.ledger.asking.currentQuarter())
    }

    /// Whom the opening sentence and *Next* are about.
    private func advised() throws -> (headline: String, next: String) {
        let document = try backstage().document
        let next = document.sections.first { $0.id == .next }?.blocks.first
        guard case .paragraph(let spans)? = next else { return (document.headline.plain, "") }
        return (document.headline.plain, spans.plain)
    }

    private func nameHelen() throws {
        var myJob = MyJob()
        myJob.people = [MyJobPerson(key: "h", label: "Helen Brandt", role: .mentor, identities: ["helen@corp.test"])]
        try here.ledger.myJob.load(myJob)
    }

    @Test("About nobody who was only met; about whom My job names, with the day of the table")
    func named() throws {
        #expect(
            try advised() == (
                "Nothing on record here is said to be for development, relationships or side projects.", ""
            ))
        try nameHelen()
        let said = try advised()
        #expect(said.headline.contains("Not spoken with since 19 January 2026: Helen Brandt."))
        #expect(said.next.hasPrefix("Write to Helen Brandt."))
        let answered = try backstage()
        let section = try #require(answered.document.sections.first { $0.id == .people })
        guard case .table(let table) = section.blocks[0] else {
            Issue.record("no table")
            return
        }
        #expect(
            table.rows.map { $0.map(\.plain) }.contains(["Helen Brandt", "19 January 2026, 8 weeks ago"]),
            "\(table.rows.map { $0.map(\.plain) })")
    }

    @Test("The person’s own word and an open line name somebody too")
    func word() throws {
        let told = try here.ledger.results.addClaim(.init(text: "Nights are calm"))
        try here.ledger.results.tell(told.description, to: "jonas@corp.test")
        #expect(try advised().next.hasPrefix("Write to Jonas Brandt."))
        _ = try here.ledger.keeping.undo()
        #expect(try advised().next == "")
        // Dated before the meetings, so that it is no newer contact.
        try here.note("asked: a map", at: here.at("09:00", "2026-01-05"), with: ["Helen Brandt"])
        #expect(try advised().next.hasPrefix("Write to Helen Brandt."))
    }

    @Test("Who rests is in every list and in no advice, until the day or for good; undo and wake end it")
    func rest() throws {
        try nameHelen()
        try here.ledger.people.rest("Helen", until: CivilDay(iso: "2026-03-20"))
        #expect(try advised().next == "" && !advised().headline.contains("Helen"))
        #expect(try backstage().answer.people.contains { $0.name == "Helen Brandt" })
        here.set(here.at("12:00", "2026-03-20"))
        #expect(try advised().next.hasPrefix("Write to Helen Brandt."))
        here.set(here.at("12:00"))
        #expect(try here.ledger.keeping.undo().sentence == "that Helen Brandt rests")
        #expect(try advised().next != "")
        try here.ledger.people.rest("Helen")
        here.set(here.at("12:00", "2026-03-30"))
        #expect(try advised().next == "")
        try here.ledger.people.wake("Helen")
        #expect(try advised().next != "")
        #expect(throws: LedgerError.self) { try here.ledger.people.wake("Helen") }
        #expect(throws: LedgerError.self) { try here.ledger.people.rest("Helen", until: CivilDay(iso: "2026-03-30")) }
        #expect(throws: LedgerError.self) { try here.ledger.people.rest("Nobody") }
    }

    @Test("Nobody is told to tell a result to somebody who rests")
    func told() throws {
        var myJob = MyJob()
        myJob.people = [MyJobPerson(key: "h", label: "Helen Brandt", role: .decider, identities: ["helen@corp.test"])]
        myJob.objectives = [Objective(key: "calm", label: "Calm nights")]
        var desk = Responsibility(key: "desk", label: "Desk")
        (desk.measure, desk.agreedWith, desk.agreedOn) = ("calls", "Helen Brandt", CivilDay(iso: "2026-01-01"))
        myJob.responsibilities = [desk]
        myJob.rules = []
        try here.ledger.myJob.load(myJob)
        var request = Results.ClaimRequest(text: "Nights are calm")
        request.objective = "calm"
        _ = try here.ledger.results.addClaim(request)
        func proposed() throws -> String {
            let (answer, base) = try here.ledger.reviewing.review(ReviewWeek.around(FixedWorld.day)).parts
            return answer.proposal.map { $0.spans(base.zones).plain } ?? ""
        }
        #expect(try proposed().contains("Helen Brandt"))
        try here.ledger.people.rest("Helen")
        #expect(try proposed() == "")
        try here.ledger.people.wake("Helen")
        // Met on that day, so that there is no silence but a result to tell.
        try here.note("talked", at: here.at("09:00"), with: ["Helen Brandt"])
        #expect(try proposed() == "Tell Helen Brandt: “Nights are calm”.")
        try here.ledger.people.rest("Helen")
        #expect(try proposed() == "")
    }

    @Test("That somebody rests is exported, and goes with them when they are forgotten")
    func kept() throws {
        try here.ledger.people.rest("Helen", until: CivilDay(iso: "2026-09-01"))
        var lines: [String] = []
        try here.ledger.keeping.export { lines.append($0) }
        let other = try OperationsWorld()
        try other.ledger.keeping.restore(file: other.folder.write("x.jsonl", lines.joined(separator: "\n")))
        var again: [String] = []
        try other.ledger.keeping.export { again.append($0) }
        #expect(again.filter { $0.contains("said_of_people") } == lines.filter { $0.contains("said_of_people") })
        #expect(lines.joined().contains("2026-09-01"))
        _ = try here.ledger.forgetting.forget(here.ledger.forgetting.forgettable(person: "Helen Brandt"))
        var after = ""
        try here.ledger.keeping.export { after += $0 }
        #expect(!after.contains("2026-09-01") && !after.lowercased().contains("helen"))
    }

    @Test("Whoever is named only by commits is counted and not listed; a note lists them")
    func commits() async throws {
        let code = try GitFixture(name: "Open")
        try code.write("a", to: "a")
        try code.commit(
            "Fix a\n\nReviewed-by: Ann Lee <ann@other.test>\n", by: "Me <me@corp.test>", at: "2026-03-09T10:00:00+0100")
        _ = try await here.ledger.importing.importAll(
            .git, [code.path], arena: .job, progress: OperationsWorld.silent)
        func listed() throws -> [String] { try backstage().answer.listed(backstage().base).map(\.name).sorted() }
        #expect(try listed() == ["Helen Brandt", "Jonas Brandt"])
        let section = try #require(try backstage().document.sections.first { $0.id == .people })
        #expect("\(section)".contains("One person is named only by commits, and not listed."))
        try here.note("talked", at: here.at("09:00"), with: ["ann@other.test"])
        #expect(try listed() == ["Ann Lee", "Helen Brandt", "Jonas Brandt"])
    }
}
