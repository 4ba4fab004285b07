import LedgerModel
import LedgerOperations
import LedgerStore
import Questions
import Renderings
import TestSupport
import Testing

/// Tuesday 17 March 2026, 12:00 in Berlin.
@Suite("Whose event it is, and which days are mine")
struct WhoseEventTests {
    let here: OperationsWorld

    init() throws { here = try OperationsWorld() }

    /// An hour at nine of a day in March, and whom it names: `ann!` organises, `me?` has not answered, `me-` declined.
    static func event(
        _ uid: String, _ day: Int, _ people: String..., title: String = "Planning", more: String = ""
    ) -> String {
        let lines = people.map { person -> String in
            let name = person.filter(\.isLetter) + person.filter(\.isNumber)
            let answer = person.hasSuffix("?") ? "NEEDS-ACTION" : person.hasSuffix("-") ? "DECLINED" : "ACCEPTED"
            return person.hasSuffix("!")
                ? "ORGANIZER:mailto:\(name)@corp.test" : "ATTENDEE;PARTSTAT=\(answer):mailto:\(name)@corp.test"
        }
        let day = day < 10 ? "0\(day)" : "\(day)"
        return """
            UID:\(uid)
            DTSTART;TZID=Europe/Berlin:202603\(day)T090000
            DURATION:PT1H
            SUMMARY:\(title)\(more.isEmpty ? "" : "\n" + more)\(lines.isEmpty ? "" : "\n" + lines.joined(separator: "\n"))
            """
    }

    static func day(_ uid: String, _ day: Int, _ title: String, _ more: String = "TRANSP:OPAQUE") -> String {
        let day = day < 10 ? "0\(day)" : "\(day)"
        return "UID:\(uid)\nDTSTART;VALUE=DATE:202603\(day)\nSUMMARY:\(title)\n\(more)"
    }

    func spent() throws -> Spent { try here.ledger.asking.totals(here.march, by: .arena).answer.total }

    func asked(_ report: ImportReport) -> [CalendarQuestion] { report.outcomes.flatMap(\.questions) }

    func answer(_ question: String, _ answer: String) throws {
        let calendar = try #require(try here.ledger.asking.sources().first { $0.kind == .calendar })
        try here.ledger.importing.answer(calendar.id.description, question, answer)
    }

    @Test("While nobody is known as the person, meetings are likely; who it is counts at once for what was read")
    func known() async throws {
        try await here.importCalendar(
            "Work", [Self.event("a", 2, "ann!", "ann", "me-"), Self.event("b", 3, "ann!", "me")])
        #expect(try spent() == Spent(likely: 7200))
        _ = try here.ledger.importing.addMe("me@corp.test")
        #expect(try spent() == Spent(sure: 3600))
        _ = try here.ledger.keeping.undo()
        #expect(try spent() == Spent(likely: 7200))
    }

    @Test("Known before or after, and read again: the same, and no version comes of it")
    func order() async throws {
        let events = [
            Self.event("a", 2, "ann!", "ann", "me-"), Self.event("b", 3, "bob!", "me"),
            Self.event("c", 4, "me!", "bob"),
        ]
        try await here.importCalendar("Work", events)
        _ = try here.ledger.importing.addMe("me@corp.test")
        let after = try spent()
        let again = try await here.importCalendar("Work", events)
        #expect(again.outcomes[0].count.updated == 0 && again.outcomes[0].count.added == 0)
        let other = try OperationsWorld()
        _ = try other.ledger.importing.addMe("me@corp.test")
        try await other.importCalendar("Work", events)
        #expect(try other.ledger.asking.totals(other.march, by: .arena).answer.total == after)
        #expect(after == Spent(sure: 7200))
    }

    @Test("A calendar that names people but hardly ever the person looks shared: nothing counts before an answer")
    func shared() async throws {
        _ = try here.ledger.importing.addMe("me@corp.test")
        let team = [
            Self.event("dentist", 2, "jonas!"), Self.event("sick", 3, "tomasz!"),
            Self.event("pair", 4, "priya!", "lucia"),
            Self.event("call", 5, "emre!", "emre"), Self.event("open", 6, title: "Interview"),
            Self.event("mine", 9, "amelie!", "amelie", "me"), Self.event("x1", 10, "u1!", "u2"),
            Self.event("x2", 11, "u3!", "u4"), Self.event("x3", 12, "u5!", "u6"), Self.event("x4", 13, "u7!", "u8"),
            Self.event("x5", 14, "v1!", "v2"), Self.event("x6", 15, "v3!", "v4"), Self.event("x7", 16, "v5!", "v6"),
            Self.day("off", 9, "Urlaub"),
        ]
        let report = try await here.importCalendar("Team", team)
        #expect(asked(report) == [.shared])
        #expect(try spent() == .zero)
        #expect(try here.ledger.asking.backstage(here.march).answer.people.isEmpty)
        #expect(try here.ledger.asking.people().allSatisfy { $0.isMe || $0.isNamedElsewhere })
        try answer("shared", "named")
        #expect(try spent() == Spent(sure: 3600))
        func working() throws -> Int64 { try here.ledger.asking.totals(here.march, by: .arena).base.workingSeconds }
        let before = try working()
        try answer("shared", "days-off")
        // The whole day is a day off now, and what names the person does not count.
        #expect(try spent() == .zero)
        #expect(try working() == before - 8 * 3600)
        _ = try here.ledger.keeping.undo()
        #expect(try spent() == Spent(sure: 3600))
        #expect(asked(try await here.importCalendar("Team", team)).isEmpty)
    }

    @Test("An address that owns a calendar is asked about; what does not name the person there is another’s until then")
    func owner() async throws {
        _ = try here.ledger.importing.addMe("home@example.org")
        let events = [
            Self.event("a", 2, "ann!", "me"), Self.event("b", 3, "me!", "bob"), Self.event("c", 4, "cem!", "me"),
            Self.event("solo", 5),
        ]
        let report = try await here.importCalendar("Work", events)
        #expect(asked(report) == [.owner("me@corp.test")])
        #expect(try spent() == .zero)
        try answer("owner", "yes")
        #expect(try spent() == Spent(sure: 3 * 3600, possible: 3600))
        let undone = try here.ledger.keeping.undo()
        #expect(undone.changedMe && undone.sentence == "an answer about “Work”")
        try answer("owner", "no")
        #expect(try spent() == .zero)
        #expect(try here.ledger.importing.questions().isEmpty)
    }

    @Test("A calendar of a room or of a group: no is an answer, and a group that one is in makes it shared")
    func groups() async throws {
        _ = try here.ledger.importing.addMe("me@corp.test")
        let events = [
            Self.event("a", 2, "ann!", "team"), Self.event("b", 3, "bob!", "team"),
            Self.event("c", 4, "cem!", "team", "me"),
        ]
        #expect(asked(try await here.importCalendar("Room", events)) == [.owner("team@corp.test")])
        #expect(try spent() == Spent(sure: 3600))
        try answer("owner", "no")
        #expect(try spent() == Spent(sure: 3600))
        try answer("owner", "group")
        #expect(try here.ledger.importing.questions().map(\.questions) == [[.shared]])
        #expect(try spent() == .zero)
        try answer("shared", "named")
        #expect(try spent() == Spent(sure: 3 * 3600))
    }

    @Test("In one’s own calendar, what came through a group is possible until one is in it")
    func throughGroup() async throws {
        _ = try here.ledger.importing.addMe("me@corp.test")
        let mine = (2...6).map { Self.event("m\($0)", $0, "p\($0)!", "me") }
        let others = (9...11).map { Self.event("g\($0)", $0, "p\($0)!", "all") }
        #expect(asked(try await here.importCalendar("Work", mine + others)) == [.group("all@corp.test")])
        #expect(try spent() == Spent(sure: 5 * 3600, possible: 3 * 3600))
        try answer("group", "yes")
        #expect(try spent() == Spent(sure: 8 * 3600))
    }

    @Test("A calendar published without people asks once whether busy events were meetings; private ones are none")
    func published() async throws {
        var events = (2...13).map { Self.event("e\($0)", $0) }
        events[0] = Self.event("p", 2, title: "Secret", more: "CLASS:PRIVATE")
        events[1] = Self.event("f", 3, more: "X-MICROSOFT-CDO-BUSYSTATUS:FREE")
        // Two more, so that ten are busy inside working hours: the 7th and 8th are a weekend.
        events += [16, 17].map { Self.event("e\($0)", $0) }
        let report = try await here.importCalendar("Calendar", events)
        #expect(asked(report) == [.unlisted])
        #expect(report.outcomes[0].source.traits.unlisted == 10)
        #expect(report.outcomes[0].source.traits.unlistedSeconds == 10 * 3600)
        let base = try here.ledger.asking.totals(here.march, by: .arena).base
        #expect(base.onRecord.plain.contains("10 busy events in Calendar (10 h) list nobody. Were they meetings?"))
        try answer("meetings", "yes")
        #expect(try spent() == Spent(likely: 12 * 3600, possible: 3600))
        try answer("meetings", "no")
        #expect(try spent().seconds == 0)
    }

    @Test("Free days that say leave are asked about where all whole days are free; a named one is never the person’s")
    func freeDays() async throws {
        _ = try here.ledger.importing.addMe("me@corp.test")
        let free = "TRANSP:TRANSPARENT"
        let report = try await here.importCalendar(
            "Home",
            [Self.day("a", 2, "Vacation", free), Self.day("b", 3, "Urlaub Tom", free), Self.day("c", 4, "Trip", free)])
        #expect(asked(report) == [.freeDays] && report.outcomes[0].source.traits.freeDays == 1)
        let before = try here.ledger.asking.totals(here.march, by: .arena).base.workingSeconds
        try answer("days", "yes")
        #expect(try here.ledger.asking.totals(here.march, by: .arena).base.workingSeconds == before - 8 * 3600)
    }

    @Test("A meeting left standing on a day off is possible until it is confirmed")
    func dayOff() async throws {
        _ = try here.ledger.importing.addMe("me@corp.test")
        try await here.importCalendar("Work", [Self.event("a", 2, "ann!", "me"), Self.day("off", 2, "Urlaub")])
        #expect(try spent() == Spent(possible: 3600))
        let meeting = try #require(try here.ledger.asking.search("Planning").hits.first)
        var said = Capture.CorrectionRequest()
        said.happened = true
        _ = try here.ledger.capture.correct(meeting.id.description, said)
        #expect(try spent() == Spent(sure: 3600))
    }

    @Test("Of an event in a shared calendar and in one’s own, the own one decides, in whatever order they are read")
    func both() async throws {
        _ = try here.ledger.importing.addMe("me@corp.test")
        let team =
            (2...13).map { Self.event("t\($0)", $0, "p\($0)!", "q\($0)") } + [Self.event("both", 16, "ann!", "me")]
        let own = [
            Self.event("both", 16, "ann!", "me"), Self.event("o", 17, "ann!", "me"), Self.event("o2", 14, "ann!", "me"),
        ]
        try await here.importCalendar("Own", own)
        try await here.importCalendar("Team", team)
        #expect(try spent() == Spent(sure: 3 * 3600))
        let other = try OperationsWorld()
        _ = try other.ledger.importing.addMe("me@corp.test")
        try await other.importCalendar("Team", team)
        try await other.importCalendar("Own", own)
        #expect(try other.ledger.asking.totals(other.march, by: .arena).answer.total == Spent(sure: 3 * 3600))
        _ = try here.ledger.importing.removeSource("Own")
        #expect(try spent() == .zero)
    }

    @Test("Of 1:1s that were mostly not answered nine were perhaps held; of others two were moved by the person")
    func unanswered() async throws {
        let here = try OperationsWorld(now: FixedWorld.at("2026-12-01", "13:00"))
        _ = try here.ledger.importing.addMe("petra@corp.test")
        func meeting(_ with: String, _ day: String, _ start: String, _ answer: String, _ more: String) -> String {
            let mine = answer.isEmpty ? "ORGANIZER:mailto:petra@corp.test" : "ORGANIZER:mailto:\(with)@corp.test"
            let me = answer.isEmpty ? "" : "\nATTENDEE;PARTSTAT=\(answer):mailto:petra@corp.test"
            return "UID:\(with)\nDTSTART:\(day)T\(start)Z\nDURATION:PT30M\nSUMMARY:1:1 \(with)\n\(mine)\n"
                + "ATTENDEE;PARTSTAT=ACCEPTED:mailto:\(with)@corp.test\(me)\n\(more)"
        }
        // Mondays from 5 October to 21 December, none answered; Tuesdays from 6 October to 22 December, one excepted.
        try await here.importCalendar(
            "Work",
            [
                meeting("jonas", "20261005", "090000", "NEEDS-ACTION", "RRULE:FREQ=WEEKLY;COUNT=12"),
                meeting("priya", "20261006", "090000", "", "RRULE:FREQ=WEEKLY;COUNT=12\nEXDATE:20261020T090000Z"),
                meeting("priya", "20261029", "150000", "", "RECURRENCE-ID:20261027T090000Z\nSEQUENCE:1"),
                meeting("priya", "20261106", "150000", "", "RECURRENCE-ID:20261103T090000Z\nSEQUENCE:1"),
            ])
        let quarter = Period(
            since: try #require(CivilDay(iso: "2026-10-01")), until: try #require(CivilDay(iso: "2027-01-01")))
        let pairs = try here.ledger.asking.backstage(quarter).answer.pairs
        let jonas = try #require(pairs.first { $0.name.hasPrefix("jonas") })
        #expect(jonas.held == 0 && jonas.perhaps == 9 && jonas.cancelled == 0 && jonas.last == nil)
        #expect(jonas.next == FixedWorld.at("2026-12-07", "10:00"))
        let priya = try #require(pairs.first { $0.name.hasPrefix("priya") })
        #expect(priya.held == 8 && priya.perhaps == 0 && priya.cancelled == 0 && priya.moved == [.me: 2])
        #expect(priya.next == FixedWorld.at("2026-12-08", "10:00"))
    }

    private func keepTimeOnly(_ words: String, wholeSeries: Bool = false) throws {
        let id = try #require(try here.ledger.asking.search(words).hits.first).id.description
        let forgetting = here.ledger.forgetting
        let plan = try forgetting.plan(forgetting.privatable(id, wholeSeries: wholeSeries))
        _ = try forgetting.perform(plan, .init(files: false, backups: false), by: ReviewPaper.render)
    }

    @Test("Somebody else’s event that the person made private stays somebody else’s, read again or not")
    func privateOfOthers() async throws {
        _ = try here.ledger.importing.addMe("me@corp.test")
        let team = (2...13).map { Self.event("t\($0)", $0, "p\($0)!", "q\($0)", title: "Talk \($0)") }
        try await here.importCalendar("Team", team)
        try answer("shared", "nothing")
        try keepTimeOnly("\"Talk 3\"")
        #expect(try spent() == .zero)
        try await here.importCalendar("Team", team)
        #expect(try spent() == .zero)
        _ = try here.ledger.importing.setPrivate("Team", true)
        try await here.importCalendar("Team", team)
        #expect(try spent() == .zero)
    }

    @Test("A meeting keeps its hours when it becomes private, one of a calendar without people too")
    func privateMeeting() async throws {
        let events =
            (2...13).map { Self.event("e\($0)", $0, title: "Talk \($0)") }
            + [16, 17].map { Self.event("e\($0)", $0, title: "Talk \($0)") }
        try await here.importCalendar("Calendar", events)
        try answer("meetings", "yes")
        let before = try spent()
        try keepTimeOnly("\"Talk 3\"")
        #expect(try spent() == before)
        try await here.importCalendar("Calendar", events)
        #expect(try spent() == before)
    }

    @Test("An event that does not name the person makes nobody a person they work with")
    func strangers() async throws {
        _ = try here.ledger.importing.addMe("me@corp.test")
        try await here.importCalendar("Work", [Self.event("cab", 3, "ann!", "ann", "bob")])
        #expect(try spent() == Spent(possible: 3600))
        #expect(try here.ledger.asking.people().allSatisfy { $0.isMe || $0.isNamedElsewhere })
    }

    @Test("A first name that one person has means them; one that two have means neither")
    func firstName() async throws {
        _ = try here.ledger.importing.addMe("me@corp.test")
        func named(_ uid: String, _ name: String) -> String {
            Self.event(uid, 3, "me!") + "\nATTENDEE;CN=\(name);PARTSTAT=ACCEPTED:mailto:\(uid)@corp.test"
        }
        try await here.importCalendar(
            "Work", [named("pr", "Priya Raman"), named("a1", "Ann Lee"), named("a2", "Ann Moe")])
        here.set(FixedWorld.at("2026-03-17", "12:00"))
        try here.note("Order form", at: here.at("11:00"), with: ["Priya"])
        try here.note("Handover", at: here.at("11:30"), with: ["Ann"])
        let people = try here.ledger.asking.people().filter { !$0.isMe }.map(\.name).sorted()
        #expect(people == ["Ann", "Ann Lee", "Ann Moe", "Priya Raman"])
    }
}
