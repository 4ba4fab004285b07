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

    @Test("A piece that made a system better is credited with the incidents that stopped, unless a result is")
    func piece() throws {
        func mail(_ text: String, _ day: String, tags: [String] = [], worth: Worth? = nil) throws -> PublicID {
            var request = Capture.NoteRequest(text: text)
            (request.at, request.tags, request.worth) = (here.at("10:00", day), tags, worth)
            return try here.ledger.capture.log(request).id
        }
        for day in ["2025-10-20", "2025-11-03", "2025-11-17", "2025-12-01", "2025-12-15", "2026-01-05"] {
            _ = try mail("mail stopped", day, tags: ["incident"])
        }
        let better = try mail("mail on a disk that grows", "2026-01-08", worth: .improvement)
        _ = try mail("mail with a shorter log", "2026-01-09", worth: .improvement)
        _ = try mail("mail report", "2026-03-16")
        let year = Period(since: CivilDay(iso: "2026-01-01")!, until: FixedWorld.day + 1)
        // Known from 20 October: eleven whole weeks before 8 January, from 23 October, with five days;
        // nine since, until 16 March.
        let stopped = try here.ledger.asking.value(year).answer.stopped
        #expect(stopped.map(\.text) == ["mail on a disk that grows"] && stopped.map(\.claim) == [nil])
        #expect(stopped.map(\.ref.ids) == [[better]] && stopped.map(\.cause) == [.systems(["Mail"])])
        let change = try #require(stopped.first?.change)
        #expect([change.weeksBefore, change.before.days, change.weeksAfter, change.after.days] == [11, 5, 9, 0])

        var request = Results.ClaimRequest(text: "Nobody runs out of room")
        (request.worth, request.at, request.cite) = (
            "improvement", here.at("12:00", "2026-01-08"), [better.description]
        )
        let claim = try here.ledger.results.addClaim(request)
        #expect(try here.ledger.asking.value(year).answer.stopped.map(\.claim) == [claim])
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
