import LedgerModel
import LedgerOperations
import LedgerStore
import Questions
import Renderings
import TestSupport
import Testing

@Suite("Forgetting and private: a piece of a series, and the whole of it")
struct ForgetSeriesTests {
    let here: OperationsWorld

    init() throws {
        here = try OperationsWorld()
        try here.ledger.importing.addMe("petra.vogel@corp.test")
    }

    static let guests = """
        ORGANIZER;CN="Petra":mailto:petra.vogel@corp.test
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:petra.vogel@corp.test
        ATTENDEE;CN="Tomasz Nowak";PARTSTAT=ACCEPTED:mailto:tomasz.nowak@corp.test
        """
    static let weekly = """
        UID:s1
        DTSTAMP:20260209T000000Z
        DTSTART:20260302T090000Z
        DTEND:20260302T093000Z
        RRULE:FREQ=WEEKLY
        SUMMARY:1:1 Tomasz
        DESCRIPTION:ZQSERDESC agenda
        \(guests)
        """
    static let changed = """
        UID:s1
        RECURRENCE-ID:20260316T090000Z
        DTSTAMP:20260202T000000Z
        DTSTART:20260316T090000Z
        DTEND:20260316T093000Z
        SUMMARY:1:1 Tomasz ZQOVERTITLE warning
        DESCRIPTION:ZQOVERDESC written warning
        \(guests)
        """
    private static let words = ["ZQOVERTITLE", "ZQOVERDESC"]
    private static let all = words + ["ZQSERDESC", "Tomasz"]

    private func read() async throws { try await here.importCalendar("Ser", [Self.weekly, Self.changed]) }

    private func id(_ query: String) throws -> String {
        try #require(try here.ledger.asking.search(query).hits.first).id.description
    }

    private func perform(_ target: Forgetting.Forgettable) throws {
        let plan = try here.ledger.forgetting.plan(target)
        _ = try here.ledger.forgetting.perform(plan, .init(files: false, backups: true), by: ReviewPaper.render)
    }

    private func pieces(_ query: String) throws -> Int {
        try here.ledger.asking.search(query, limit: 1).total
    }

    @Test("Of a changed occurrence nothing is left, and nothing comes back when it is read again or goes on")
    func changedOccurrence() async throws {
        try await read()
        let id = try id("ZQOVERTITLE")
        #expect(try !Traces.places(Self.words, of: here.ledger).isEmpty)
        try perform(here.ledger.forgetting.forgettable(id))
        #expect(try Traces.places(Self.words, of: here.ledger) == [])
        #expect(try pieces("ZQSERDESC") > 80)
        let before = try pieces("ZQSERDESC")
        try await read()
        #expect(try Traces.places(Self.words, of: here.ledger) == [])
        #expect(try pieces("ZQSERDESC") == before)
    }

    @Test(
        "A stored series goes on next year, without the occurrence that was forgotten or made private",
        arguments: [
            false, true,
        ])
    func goesOn(isPrivate: Bool) async throws {
        func days(_ event: String) -> String {
            event.replacing("T090000Z", with: "").replacing("T093000Z", with: "")
                .replacing("DTSTART:", with: "DTSTART;VALUE=DATE:").replacing(
                    "DTEND:202603", with: "DTEND;VALUE=DATE:202604"
                )
                .replacing("RECURRENCE-ID:", with: "RECURRENCE-ID;VALUE=DATE:")
        }
        let calendar = CutCalendarTests.calendar([days(Self.weekly), days(Self.changed)])
        let dropped = try DropTests.receive([("work.ics", calendar)], here.ledger)
        _ = try await here.ledger.importing.importDropped(dropped[0], arena: nil, progress: OperationsWorld.silent)
        let id = try id("ZQOVERTITLE")
        try perform(
            isPrivate
                ? here.ledger.forgetting.privatable(id, wholeSeries: false) : here.ledger.forgetting.forgettable(id))
        here.ledger.importing.deleteKeptFiles(of: try here.ledger.asking.sources())
        let before = try pieces("ZQSERDESC")
        here.set(FixedWorld.at("2027-02-03", "9:00"))
        _ = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(try pieces("ZQSERDESC") > before + 40)
        #expect(try Traces.places(Self.words, of: here.ledger) == [])
    }

    @Test("A whole series goes at once, and stays away")
    func wholeSeries() async throws {
        try await read()
        let target = try here.ledger.forgetting.forgettable(id("ZQOVERTITLE"), wholeSeries: true)
        let plan = try here.ledger.forgetting.plan(target)
        #expect(plan.goes[0].contains("96 pieces of the series"))
        try perform(target)
        #expect(try Traces.places(Self.all, of: here.ledger) == [])
        try await read()
        here.set(FixedWorld.at("2027-01-05", "9:00"))
        _ = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(try Traces.places(Self.all, of: here.ledger) == [])
        #expect(try pieces("tomasz") == 0)
    }

    @Test("Made private, an occurrence keeps its time only; the others keep their words")
    func privateOccurrence() async throws {
        try await read()
        let total = try here.ledger.asking.totals(here.march, by: .source).answer.total
        let target = try here.ledger.forgetting.privatable(id("ZQOVERTITLE"), wholeSeries: false)
        try perform(target)
        for _ in 0..<2 {
            #expect(try Traces.places(Self.words, of: here.ledger) == [])
            #expect(try pieces("ZQSERDESC") > 80)
            #expect(try here.ledger.asking.totals(here.march, by: .source).answer.total == total)
            try await read()
        }
    }

    @Test("Made private, a series keeps its times only, those to come too")
    func privateSeries() async throws {
        try await read()
        let total = try here.ledger.asking.totals(here.march, by: .source).answer.total
        try perform(here.ledger.forgetting.privatable(id("ZQOVERTITLE"), wholeSeries: true))
        for _ in 0..<2 {
            #expect(try Traces.places(Self.all, of: here.ledger) == [])
            #expect(try here.ledger.asking.totals(here.march, by: .source).answer.total == total)
            try await read()
        }
        here.set(FixedWorld.at("2027-01-05", "9:00"))
        _ = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(try Traces.places(Self.all, of: here.ledger) == [])
    }

    @Test("An event that turns private with a later reading leaves no word of the first, the search index included")
    func turnsPrivate() async throws {
        let one = """
            UID:one
            DTSTAMP:20260201T000000Z
            DTSTART:20260306T090000Z
            DTEND:20260306T093000Z
            SUMMARY:ZQONETITLE
            DESCRIPTION:ZQONEDESC
            CATEGORIES:ZQONECAT
            ORGANIZER;CN="Petra":mailto:petra.vogel@corp.test
            ATTENDEE;PARTSTAT=ACCEPTED:mailto:petra.vogel@corp.test
            ATTENDEE;CN="ZQPERSON Nowak";PARTSTAT=ACCEPTED:mailto:zqperson@corp.test
            """
        let words = Self.all + ["ZQONETITLE", "ZQONEDESC", "ZQONECAT", "ZQPERSON"]
        try await here.importCalendar("Ser", [Self.weekly, Self.changed, one])
        #expect(Set(try Traces.places(words, of: here.ledger).filter { $0.hasSuffix("index") }).count == words.count)
        let later = [Self.weekly, Self.changed, one].map {
            $0.replacing("DTSTAMP:2026", with: "CLASS:PRIVATE\nDTSTAMP:2027")
        }
        for _ in 0..<2 {
            try await here.importCalendar("Ser", later)
            #expect(try Traces.places(words, of: here.ledger) == [])
        }
    }

    @Test("An import that was ended before it rewrote the file leaves that to the next")
    func endedBefore() async throws {
        try await here.importCalendar(
            "Ser", ["UID:one\nDTSTART:20260306T090000Z\nDTEND:20260306T093000Z\nSUMMARY:ZQOVERDESC"])
        let store = try LedgerStore(path: here.ledger.path)
        var later = try store.read { try $0.show(PublicID(.event, "one/single")).draft }
        later.order.sequence += 1
        later.flags.insert(.isPrivate)
        (later.title, later.body, later.people, later.headCount) = ("", "", [], 0)
        let source = try #require(try store.read { try $0.sources() }.first)
        let writer = try ImportWriter(
            store, source: source, context: WriteContext(now: FixedWorld.now, reach: MyJobSettings().reach))
        try writer.write([later])
        #expect(try !Traces.places(["ZQOVERDESC"], of: here.ledger).isEmpty)
        _ = try await here.ledger.importing.importAll(.calendar, [], arena: nil, progress: OperationsWorld.silent)
        // The file of the calendar lies elsewhere.
        #expect(try Traces.places(["ZQOVERDESC"], of: here.ledger) == [])
    }

    @Test("Undo names what cannot be taken back, and stops there")
    func undo() async throws {
        try await read()
        try here.note("drill", at: here.at("9:00"))
        try perform(here.ledger.forgetting.forgettable(id("ZQOVERTITLE")))
        for _ in 0..<2 {
            let error = #expect(throws: LedgerError.self) { try here.ledger.keeping.undo() }
            #expect(
                error?.message == "the last thing you did was to forget something for good, which cannot be taken back")
        }
        #expect(try here.ledger.asking.search("drill").total == 1)
        try here.note("second", at: here.at("10:00"))
        #expect(try here.ledger.keeping.undo().title == "second")
        try perform(here.ledger.forgetting.privatable(id("ZQSERDESC"), wholeSeries: false))
        let error = #expect(throws: LedgerError.self) { try here.ledger.keeping.undo() }
        #expect(error?.message.contains("make something private") == true)
    }

    @Test("What is in no series, what the person wrote and what is private already are refused with the reason")
    func refused() async throws {
        let note = try here.note("drill", at: here.at("9:00"))
        try await read()
        let id = try id("ZQOVERTITLE")
        func message(_ work: () throws -> Void) -> String {
            #expect(throws: LedgerError.self) { try work() }?.message ?? ""
        }
        #expect(
            message { _ = try here.ledger.forgetting.forgettable(note.description, wholeSeries: true) }
                == "this piece is in no series")
        #expect(
            message { _ = try here.ledger.forgetting.privatable(note.description, wholeSeries: false) }
                == "what you write yourself cannot be reduced to times")
        #expect(message { _ = try here.ledger.forgetting.privatable("e0000", wholeSeries: false) }.isEmpty == false)
        try perform(here.ledger.forgetting.privatable(id, wholeSeries: false))
        #expect(
            message { _ = try here.ledger.forgetting.privatable(id, wholeSeries: false) }
                == "this piece keeps only its time already")
    }

    @Test("An answer of Sort over its title goes with the last piece that had it, from the journal too")
    func sortedRule() async throws {
        try await here.importCalendar("Ser", [Self.weekly, Self.changed])
        var myJob = try here.ledger.myJob.current()
        var when = Condition()
        when.title = TitlePattern.exact("1:1 Tomasz ZQOVERTITLE warning")
        myJob.rules = [Rule(key: "sort-1-1-tomasz-zqovertitle-warning", when: when, set: .init(arena: .job))]
        try here.ledger.myJob.load(myJob)
        myJob.rules[0].set.worth = .baseline
        try here.ledger.myJob.load(myJob)
        try perform(here.ledger.forgetting.forgettable(id("ZQOVERTITLE")))
        #expect(try Traces.places(Self.words, of: here.ledger) == [])
        #expect(try here.ledger.myJob.current().rules == [])
    }
}
