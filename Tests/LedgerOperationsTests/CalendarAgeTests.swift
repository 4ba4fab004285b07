import Foundation
import LedgerModel
import LedgerOperations
import LedgerStore
import Questions
import Renderings
import TestSupport
import Testing

/// Saturday 21 November 2026 a calendar is read whose weekly 1:1s and daily stand-ups reach into 2028.
@Suite("A calendar speaks for a week beyond the moment as of which it is true")
struct CalendarAgeTests {
    let here: OperationsWorld

    init() throws {
        here = try OperationsWorld(now: FixedWorld.at("2026-11-21", "10:00"))
        _ = try here.ledger.importing.addMe("me@example.com", name: "Me")
    }

    static func event(_ uid: String, _ start: String, _ rule: String, with: String = "maria", seq: Int = 0) -> String {
        """
        UID:\(uid)
        SEQUENCE:\(seq)
        DTSTART;TZID=Europe/Berlin:\(start)
        DURATION:PT1H
        SUMMARY:Meeting \(uid)
        ORGANIZER:mailto:me@example.com
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.com
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:\(with)@example.com\(rule.isEmpty ? "" : "\nRRULE:" + rule)
        """
    }

    static let daily = event("daily", "20261102T090000", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20280630T000000Z")
    static let learn =
        "UID:learn\nDTSTART;TZID=Europe/Berlin:20261104T150000\nDURATION:PT1H\nSUMMARY:Learn\nRRULE:FREQ=WEEKLY"

    @discardableResult
    func drop(_ events: [String] = [Self.daily, Self.learn], calendar: String = "Work") async throws -> ImportReport {
        let text = CutCalendarTests.calendar(events).replacing("X-WR-CALNAME:Work", with: "X-WR-CALNAME:\(calendar)")
        let incoming = try DropTests.receive([("calendar.ics", text)], here.ledger)
        let report = try await here.ledger.importing.importDropped(
            incoming[0], arena: .job, progress: OperationsWorld.silent)
        #expect(report.failures.isEmpty)
        return report
    }

    @discardableResult
    func sync() async throws -> ImportReport {
        let report = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(report.failures.isEmpty)
        return report
    }

    func look(_ day: String, _ clock: String = "18:00") { here.set(FixedWorld.at(day, clock)) }

    /// What the days until `until` hold, by their first and the day after their last.
    func spent(_ since: String, _ until: String) throws -> Spent {
        let period = Period(since: try #require(CivilDay(iso: since)), until: try #require(CivilDay(iso: until)))
        return try here.ledger.asking.totals(period, by: .arena).answer.total
    }

    func asOf() throws -> Instant? { try here.ledger.asking.sources().first { $0.kind == .calendar }?.asOf }

    @Test("Two days later the meetings that passed count; on the eighth day they do not")
    func week() async throws {
        try await drop()
        look("2026-11-24")
        #expect(try spent("2026-11-23", "2026-11-30") == Spent(sure: 2 * 3600))
        look("2026-12-11")
        // Monday to Friday of the week that was known; its last hour of learning is possible.
        #expect(try spent("2026-11-23", "2026-11-30") == Spent(sure: 5 * 3600, possible: 3600))
        #expect(try spent("2026-11-28", "2026-12-11") == .zero)
        // Looked at by itself, such a meeting says why it has no time.
        func said(_ day: String) throws -> String? {
            let start = FixedWorld.at(day, "9:00")
            let next = try #require(CivilDay(iso: day)) + 1
            let hit = try here.ledger.asking.search("\"Meeting daily\" since:\(day) until:\(next.iso)").hits
                .first { $0.at == start }
            return try hit.map { try here.ledger.asking.show($0.id.description).shown.onTimeline }
        }
        #expect(try said("2026-12-09") == "planned; its calendar has not been read since")
        #expect(try said("2026-11-23") == "1 h")
    }

    @Test("Sixty days later nothing that lay ahead was seen: it is planned, and no contact, 1:1 or block rests on it")
    func sixtyDays() async throws {
        var myJob = MyJob()
        var when = Condition()
        when.title = "^Learn"
        myJob.blocks = [BlockPattern(key: "learn", label: "Learning", when: when)]
        try here.ledger.myJob.load(myJob)
        try await drop()
        look("2027-01-20", "20:00")
        let week = Period(since: CivilDay(iso: "2027-01-18")!, until: CivilDay(iso: "2027-01-25")!)
        #expect(try spent("2027-01-01", "2027-04-01") == .zero)
        let (scope, base) = try here.ledger.asking.scope(week).parts
        #expect(scope.base == .zero)
        #expect(base.cells.isEmpty)
        let timeline = try here.ledger.asking.timeline(week)
        #expect(timeline.stretches.isEmpty)
        // All of the week, those ahead too.
        #expect(timeline.plans.map(\.title).count { $0 == "Meeting daily" } == 5)
        #expect(timeline.plans.map(\.title).count { $0 == "Learn" } == 1)
        #expect(try here.ledger.asking.search("is:work since:2026-12-01").total == 0)

        let backstage = try here.ledger.asking.backstage(Period(since: week.since - 60, until: week.until)).answer
        #expect(backstage.people.map(\.last) == [FixedWorld.at("2026-11-27", "9:00")])
        let pair = try #require(backstage.pairs.first)
        #expect((pair.held, pair.cancelled) == (7, 0))
        #expect(pair.last == FixedWorld.at("2026-11-27", "9:00"))
        #expect(pair.next == FixedWorld.at("2027-01-21", "9:00"))

        let guarded = try here.ledger.asking.guardAnswer(Period(since: CivilDay(iso: "2026-11-01")!, until: week.until))
            .answer
        #expect(
            guarded.blocks.map(\.promise.start) == ["04", "11", "18", "25"].map { here.at("15:00", "2026-11-\($0)") })
        let review = try here.ledger.reviewing.review(week).answer
        #expect(review.blocks == nil)
    }

    @Test("A silence is none where nobody knows since when: it counts as far as the calendar speaks")
    func silence() async throws {
        var myJob = MyJob()
        myJob.people = [MyJobPerson(key: "maria", label: "Maria", identities: ["maria@example.com"])]
        try here.ledger.myJob.load(myJob)
        try await drop([Self.event("once", "20261110T090000", "")])
        func said(_ day: String) throws -> Bool {
            look(day)
            let period = Period(since: CivilDay(iso: "2026-11-01")!, until: CivilDay(iso: "2027-03-01")!)
            let (answer, base) = try here.ledger.asking.backstage(period).parts
            #expect(answer.people.map(\.strength) == [.drifting])
            return answer.document(base).headline.plain.contains("Not spoken with since ")
        }
        look("2026-11-21", "10:00")
        #expect(try said("2026-11-28"))
        try await drop([Self.event("once", "20261125T090000", "", seq: 1)])
        #expect(try !said("2027-01-20"))
        try await drop([Self.event("once", "20261125T090000", "", seq: 2)])
        #expect(try said("2027-01-20"))
    }

    @Test("A newer export of part of it makes nothing seen of the time in between that only the older file speaks of")
    func narrower() async throws {
        let series = (1...9).map { Self.event("series\($0)", "2026110\($0)T1\($0)0000", "FREQ=WEEKLY", with: "p\($0)") }
        try await drop([Self.daily] + series)
        look("2027-01-20")
        let january = Self.event("daily", "20270104T090000", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20280630T000000Z")
        let report = try await drop([january, Self.event("once", "20270112T150000", "")])
        #expect(report.outcomes.first?.remarks.first?.words.contains("Both are saved and read together") == true)
        #expect(try spent("2026-11-29", "2027-01-04") == .zero)
        #expect(try spent("2027-01-04", "2027-01-20") == Spent(sure: 13 * 3600))
        #expect(try spent("2026-11-16", "2026-11-22").sure > 5 * 3600)
        try await sync()
        #expect(try spent("2026-11-29", "2027-01-04") == .zero)
    }

    @Test("A sync in between reads the same bytes: nothing is truer by it, and it says how it becomes so")
    func syncDoesNotRenew() async throws {
        try await drop()
        let before = try asOf()
        look("2027-01-20")
        let report = try await sync()
        #expect(try asOf() == before)
        #expect(report.outcomes.map(\.count.added) == [0])
        #expect(
            report.outcomes.first?.remarks.last?.words
                == "This calendar is true as of 21 November 2026. 46 events that began more than a week later "
                + "are unconfirmed. Drop a newer export on the page Sources.")
        #expect(try spent("2027-01-01", "2027-04-01") == .zero)
        // Nor by a new address of mine, by taking back a default, or by the mark that only times are kept.
        _ = try here.ledger.importing.addMe("other@example.com", name: "Me", byHand: true)
        try await sync()
        _ = try here.ledger.importing.setDefault("Work", arena: .growth)
        try await sync()
        _ = try here.ledger.keeping.undo()
        _ = try here.ledger.importing.setPrivate("Work", true)
        try await sync()
        #expect(try asOf() == before)
        #expect(try spent("2027-01-01", "2027-04-01") == .zero)
    }

    @Test("A newer drop renews, and what passed meanwhile counts, one's own word before and after")
    func newerDrop() async throws {
        try await drop()
        look("2027-01-20")
        var said = Capture.CorrectionRequest()
        said.happened = true
        let hits = try here.ledger.asking.search("meeting since:2027-01-19 until:2027-01-20").hits
        _ = try here.ledger.capture.correct(try #require(hits.first).id.description, said)
        #expect(try spent("2027-01-18", "2027-01-25") == Spent(sure: 3600))
        #expect(try here.ledger.asking.timeline(week).plans.count { $0.title == "Meeting daily" } == 4)
        #expect(
            try here.ledger.asking.backstage(week).answer.people.map(\.last) == [FixedWorld.at("2027-01-19", "9:00")])
        try await drop()
        #expect(try spent("2027-01-18", "2027-01-25") == Spent(sure: 3 * 3600, possible: 3600))
        #expect(try here.ledger.asking.timeline(week).plans.map(\.title).contains("Learn"))
        #expect(
            try here.ledger.asking.backstage(week).answer.people.map(\.last) == [FixedWorld.at("2027-01-20", "9:00")])
        look("2027-01-26")
        #expect(try spent("2027-01-25", "2027-02-01") == Spent(sure: 2 * 3600))
    }

    private let week = Period(since: CivilDay(iso: "2027-01-18")!, until: CivilDay(iso: "2027-01-25")!)

    @Test("What a fresher source says as well counts by that, until it is removed")
    func twoSources() async throws {
        try await drop()
        look("2027-01-20")
        #expect(try spent("2027-01-18", "2027-01-25") == .zero)
        let file = here.folder.write("fresh.ics", CutCalendarTests.calendar([Self.daily]))
        try Self.touch(file, here.ledger.now)
        _ = try await here.ledger.importing.importAll(.calendar, [file], arena: .job, progress: OperationsWorld.silent)
        #expect(try spent("2027-01-18", "2027-01-25") == Spent(sure: 3 * 3600))
        _ = try here.ledger.importing.removeSource(file)
        #expect(try spent("2027-01-18", "2027-01-25") == .zero)
    }

    static func touch(_ file: String, _ at: Instant) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: Double(at.seconds))], ofItemAtPath: file)
    }

    @Test("A file is as true as the day it was written on; a folder and an address as the day they were read on")
    func fileFolderAddress() async throws {
        let written = FixedWorld.at("2026-11-18", "12:00")
        let text = CutCalendarTests.calendar([Self.daily])
        let file = here.folder.write("work.ics", text)
        try Self.touch(file, written)
        _ = try await here.ledger.importing.importAll(.calendar, [file], arena: .job, progress: OperationsWorld.silent)
        #expect(try asOf() == written)
        look("2027-01-20")
        let report = try await sync()
        #expect(try asOf() == written)
        #expect(report.outcomes.first?.remarks.last?.words.hasSuffix("or drop one on the page Sources.") == true)
        #expect(try spent("2026-11-23", "2027-01-21") == Spent(sure: 3 * 3600))
        // Written since, by a clock that is ahead.
        try Self.touch(file, here.ledger.now + 86_400)
        #expect(try await sync().outcomes.first?.remarks == [])
        #expect(try asOf() == here.ledger.now)
        #expect(try spent("2027-01-18", "2027-01-25") == Spent(sure: 3 * 3600))
        _ = try here.ledger.importing.removeSource(file)

        here.folder.makeFolder("vdir")
        try Self.touch(here.folder.write("vdir/a.ics", text), written)
        _ = try await here.ledger.importing.importAll(
            .calendar, [here.folder.file("vdir")], arena: .job, progress: OperationsWorld.silent)
        #expect(try asOf() == here.ledger.now)
    }

    @Test("An address that answers, if only that nothing changed, renews; one that does not answer does not")
    func address() async throws {
        let answer = CutCalendarTests.calendar([Self.daily])
        let server = try CannedServer { _, request in
            request.lowercased().contains("if-none-match: \"1\"")
                ? CannedServer.reply("304 Not Modified") : CannedServer.reply("200 OK", ["ETag: \"1\""], answer)
        }
        _ = try await here.ledger.importing.importAll(
            .calendar, ["http://127.0.0.1:\(server.port)/a.ics"], arena: .job, progress: OperationsWorld.silent)
        let first = try asOf()
        look("2027-01-20")
        #expect(try spent("2027-01-18", "2027-01-25") == .zero)
        #expect(try await sync().outcomes.first?.remarks == [])
        #expect(try asOf() == here.ledger.now)
        #expect(try spent("2027-01-18", "2027-01-25") == Spent(sure: 3 * 3600))
        server.stop()
        look("2027-03-20")
        #expect(try await here.ledger.importing.sync(progress: OperationsWorld.silent).failures.count == 1)
        #expect(try asOf() == FixedWorld.at("2027-01-20", "18:00"))
        #expect(first == FixedWorld.at("2026-11-21", "10:00"))
    }

    @Test("A later reading derives only the days in between, and none when it is read again at once")
    func derivesLittle() async throws {
        try await drop()
        let store = try LedgerStore(path: here.ledger.path)
        let source = try #require(try here.ledger.asking.sources().first { $0.kind == .calendar })
        #expect(try store.read({ try $0.dirtyShards() }).isEmpty)
        func read(_ day: String) throws {
            var state = CalendarState(source.state)
            state.asOf = FixedWorld.at(day, "10:00")
            try store.write(at: here.ledger.now, WriteContext(now: here.ledger.now, reach: 7200)) {
                try $0.finishImport(of: source, state: state.text, warnings: nil)
            }
        }
        // From Saturday to Tuesday: those of the Monday and the Tuesday after next.
        try read("2026-11-24")
        let days = try store.read({ try $0.dirtyShards() }).map { CivilDay(number: $0.shard.number).iso }
        #expect(days == ["2026-11-30", "2026-12-01"])
        look("2026-12-03")
        #expect(try spent("2026-11-28", "2026-12-04") == Spent(sure: 2 * 3600))
        #expect(try store.read({ try $0.dirtyShards() }).isEmpty)
        try read("2026-11-24")
        #expect(try store.read({ try $0.dirtyShards() }).isEmpty)
        // Back again, as when a file is replaced by an older one.
        try read("2026-11-21")
        #expect(try spent("2026-11-28", "2026-12-04") == .zero)
    }

    @Test("Meetings of a series go no further than the year after it was true; holidays do")
    func seriesEnd() async throws {
        let holiday = "UID:h\nDTSTART;VALUE=DATE:20251225\nSUMMARY:Holiday\nRRULE:FREQ=YEARLY"
        try await drop([Self.daily, holiday])
        func last(_ words: String) throws -> CivilDay? {
            try here.ledger.asking.search(words).hits.first.map { ZoneHistory(FixedWorld.berlin).day(of: $0.at) }
        }
        #expect(try last("daily") == CivilDay(iso: "2027-12-31"))
        look("2027-01-20")
        #expect(try await sync().outcomes.map(\.count.added) == [1])
        #expect(try last("daily") == CivilDay(iso: "2027-12-31"))
        #expect(try last("holiday") == CivilDay(iso: "2028-12-25"))
    }

    @Test("An export knows as of when its calendars are true")
    func exported() async throws {
        try await drop()
        var dump = ""
        try here.ledger.keeping.export { dump += $0 }
        look("2027-01-20")
        let other = try Ledger(path: here.folder.file("other.sqlite"), world: here.world)
        try other.keeping.restore(file: here.folder.write("export.jsonl", dump))
        #expect(try other.asking.sources().first { $0.kind == .calendar }?.asOf == FixedWorld.at("2026-11-21", "10:00"))
        #expect(try other.asking.totals(week, by: .arena).answer.total == .zero)
    }
}
