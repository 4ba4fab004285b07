import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

/// Documentation/Value.md, *Ran as expected*.
@Suite("Incidents of systems, from sources that would show one")
struct IncidentTests {
    let here: OperationsWorld

    init() throws {
        here = try OperationsWorld()
        var myJob = MyJob()
        myJob.responsibilities = [Responsibility(key: "mail", label: "Mail")]
        var title = Condition()
        title.title = "^mail"
        myJob.rules = [
            Rule(key: "mail", when: title, set: .init(arena: .job, responsibility: "mail", worth: .baseline))
        ]
        try here.ledger.myJob.load(myJob)
    }

    private func mail() throws -> ValueAnswer.Expected {
        try #require(try here.ledger.asking.value(here.march).answer.baseline.first { $0.name == "Mail" })
    }

    private func found(_ query: String) throws -> Int { try here.ledger.asking.search(query).total }

    @Test("Without a source that would show one, days without an incident are not known and nothing is said of them")
    func unknown() throws {
        try here.note("mail moved to the new disk", at: here.at("10:00", "2026-03-03"))
        #expect(try mail().incidents == nil)
        let (answer, base) = try here.ledger.asking.value(here.march).parts
        let line = answer.document(base).sections.first { $0.id == .baseline }
        #expect(line?.blocks.first == .list([try mail().spans]))
        #expect(try mail().spans.plain == "Mail: 1 note")
        let report = try here.ledger.results.valueReport(here.march, for: nil).document
        #expect(report.sections.first { $0.id == .baseline }?.blocks.map(\.plain) == ["Mail: 1 piece of work."])
    }

    @Test("A tag names incidents: two days of twelve, each figure opens its pieces, and a report has one line or none")
    func tagged() throws {
        try here.note("mail stopped", at: here.at("10:00", "2026-03-04"), minutes: 40, tags: ["incident"])
        try here.note("mail slow", at: here.at("15:00", "2026-03-04"), tags: ["incident"])
        try here.note("mail stopped", at: here.at("9:00", "2026-03-10"), minutes: 20, tags: ["Outage"])
        try here.note("mail: Ada asked for a folder", at: here.at("9:00", "2026-03-11"), tags: ["request"])
        // What she writes tells until the newest of it.
        try here.note("lunch", at: here.at("12:00", "2026-03-15"))
        let mail = try mail()
        #expect(
            mail.incidents.map { [$0.days, $0.known, $0.quiet] } == [2, 12, 10] && mail.incidents?.seconds == 3_600)
        #expect(mail.spans.plain == "Mail: 4 notes; 1 request; incidents on 2 days (1 h on record), none on 10")
        for ref in [mail.ref, mail.notes, mail.ofIncidents, mail.requests] {
            #expect(try found(ref.query) == ref.count && ref.count > 0, "\(ref.query)")
        }
        #expect(mail.ofIncidents.count == 3)
        let report = try here.ledger.results.valueReport(here.march, for: nil).document
        #expect(
            report.sections.first { $0.id == .baseline }?.blocks.map(\.plain)
                == ["Mail: 4 pieces of work, 10 of 12 days without an incident."])
        let short = try here.ledger.results.valueReport(here.march, for: nil, isWithBaseline: false)
        #expect(short.document.sections.allSatisfy { $0.id != .baseline } && short.report.baseline.isEmpty)
    }

    @Test("What is laid over the stored days shows the same signs")
    func laid() throws {
        try here.note("mail stopped", at: here.at("10:00", "2026-03-04"), minutes: 40, tags: ["incident"])
        let stored = try mail()
        // Another zone cuts other days, so that nothing stored can be used.
        var world = here.world
        world.zoneOverride = FixedWorld.newYork
        let abroad = try Ledger(path: here.ledger.path, world: world)
        let laid = try #require(try abroad.asking.value(here.march).answer.baseline.first)
        #expect(laid.incidents?.days == 1 && laid.ofIncidents == stored.ofIncidents)
        #expect(try abroad.asking.search(laid.ofIncidents.query).total == 1)
    }

    @Test("In a calendar on call an event is an incident, and a shift is none")
    func onCall() async throws {
        try await here.importCalendar(
            "On-call",
            [
                "UID:a\nDTSTAMP:20260301T000000Z\nDTSTART:20260305T020000Z\nDTEND:20260305T023000Z\nSUMMARY:mail queue",
                "UID:b\nDTSTAMP:20260301T000000Z\nDTSTART:20260309T080000Z\nDTEND:20260310T080000Z\nSUMMARY:mail shift",
            ], arena: .job)
        #expect(try found("is:incident") == 1)
        // Nobody else is on it, so it is no work of hers; its calendar shows it all the same.
        let mail = try mail()
        #expect(mail.incidents?.days == 1 && mail.incidents?.seconds == 1_800 && mail.ref.count == 0)
        #expect(try found(mail.ofIncidents.query) == 1)
    }
}

extension Document.Block {
    fileprivate var plain: String {
        switch self {
        case .paragraph(let spans): spans.plain
        default: ""
        }
    }
}
