import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

/// What calendars say of the days to come, of 1:1s that the other turned down, and of events that name nobody else.
@Suite("Meetings to come, meetings turned down, and events of the person alone")
struct AheadAndAloneTests {
    let here: OperationsWorld

    init() async throws {
        here = try OperationsWorld()
        _ = try here.ledger.importing.addMe("me@corp.test")
    }

    private static func event(
        _ uid: String, _ start: String, _ more: String = "", others: String? = "helen", answer: String = "ACCEPTED"
    ) -> String {
        let people =
            others.map {
                """
                ORGANIZER:mailto:me@corp.test
                ATTENDEE;CN=\($0.sentence) Brandt;PARTSTAT=\(answer):mailto:\($0)@corp.test
                ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@corp.test
                """
            } ?? ""
        return ["UID:\(uid)", "DTSTART:\(start)", "DURATION:PT2H", "SUMMARY:\(uid)", people, more]
            .filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// It is noon of Tuesday 17 March 2026.
    @Test("A calendar just read has its meetings in the next days and in the picture of the week, once each")
    func ahead() async throws {
        try await here.importCalendar(
            "Work",
            [
                Self.event("Talk", "20260318T090000Z"), Self.event("Alone", "20260318T140000Z", others: nil),
                Self.event("Now", "20260317T100000Z"), Self.event("Later", "20260317T150000Z"),
                Self.event("Not me", "20260318T100000Z", "STATUS:CANCELLED"),
            ])
        let week = try #require(try here.ledger.asking.weekNow())
        #expect(week.ahead.map { $0.plans.map(\.title) } == [["Later"], ["Talk", "Alone"]])
        let view = try here.ledger.asking.timeline(Period(since: FixedWorld.day, until: FixedWorld.day + 2))
        #expect(view.plans.map(\.title) == ["Later", "Talk", "Alone"])
        // What is ahead takes no time yet.
        #expect(view.stretches.map(\.title) == ["Now"])
    }

    @Test("A 1:1 that the other turned down is cancelled; one on a day off was perhaps held")
    func refused() async throws {
        let series = "RRULE:FREQ=WEEKLY;COUNT=4"
        try await here.importCalendar(
            "Work",
            [
                Self.event("one", "20260223T090000Z", series),
                Self.event("one", "20260302T090000Z", "RECURRENCE-ID:20260302T090000Z", answer: "DECLINED"),
                """
                UID:leave
                DTSTART;VALUE=DATE:20260309
                DTEND;VALUE=DATE:20260310
                SUMMARY:Vacation
                X-MICROSOFT-CDO-BUSYSTATUS:OOF
                """,
            ])
        let pair = try #require(
            try here.ledger.asking.backstage(Period(since: CivilDay(iso: "2026-02-01")!, until: FixedWorld.day + 1))
                .answer.pairs.first)
        #expect((pair.held, pair.perhaps, pair.cancelled) == (2, 1, 1))
    }

    @Test("Events that name nobody else are told with their hours, until somebody says what they were")
    func alone() async throws {
        try await here.importCalendar(
            "Work",
            [
                Self.event("Talk", "20260311T090000Z"), Self.event("War room", "20260312T090000Z", others: nil),
                Self.event("Bridge", "20260313T090000Z", others: nil),
                Self.event("To come", "20260319T090000Z", others: nil),
            ])
        func alone() throws -> ScopeAnswer.Alone? {
            try here.ledger.asking.scope(here.ledger.asking.currentQuarter()).answer.alone
        }
        let found = try #require(try alone())
        #expect(found.calendar == "Work" && found.pieces.count == 2 && found.seconds == 4 * 3600)
        let document = try here.ledger.asking.scope(here.ledger.asking.currentQuarter()).document
        #expect("\(document)".contains("4 h in all, count as plans and not as work"))
        _ = try here.ledger.importing.setDefault(found.source.description, arena: .job, plansCount: true)
        #expect(try alone() == nil)
    }

    @Test("Where plans count as work, what ran into a block took it all the same")
    func taken() async throws {
        try await here.importCalendar(
            "Work",
            [
                Self.event("Study", "20260313T130000Z", others: nil),
                Self.event("War room", "20260313T140000Z", others: nil),
            ])
        var myJob = MyJob()
        var when = Condition()
        when.title = "^Study$"
        myJob.blocks = [BlockPattern(key: "study", label: "Study", when: when)]
        try here.ledger.myJob.load(myJob)
        let work = try #require(try here.ledger.asking.sources().first { $0.name == "Work" })
        _ = try here.ledger.importing.setDefault(work.id.description, arena: .job, plansCount: true)
        let week = Period(since: CivilDay(iso: "2026-03-09")!, until: CivilDay(iso: "2026-03-16")!)
        let answer = try here.ledger.asking.guardAnswer(week).answer
        #expect(answer.promised == 7_200 && answer.taken == 3_600)
    }
}
