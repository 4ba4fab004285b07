import LedgerModel
import LedgerStore
import TestSupport
import Testing

@Suite("Plans: what was promised when a plan was first seen")
struct PlanBirthTests {
    let here: StoreWorld
    let work: Source

    init() throws {
        here = try StoreWorld()
        work = try here.source("Work")
    }

    private func study(_ clock: String, day: String = "2026-03-20", hours: Int64 = 1, sequence: Int64) -> EvidenceDraft
    {
        var draft = StoreWorld.event("Study", uid: "study", sequence: sequence, with: [])
        draft.standing = .alone
        draft.at = FixedWorld.at(day, clock)
        draft.until = draft.at + hours * 3600
        return draft
    }

    private func plans(_ day: String = "2026-03-20", days: Int64 = 1) throws -> [Snapshot.PlanRow] {
        try here.store.read { try $0.plans(in: Interval(FixedWorld.at(day, "0:00"), seconds: days * 86_400)) }
    }

    @Test("The first sight stays, however often the plan is moved, shortened or called off")
    func first() throws {
        let born = study("14:00", sequence: 1)
        let promise = Interval(born.at, seconds: 3600)
        try here.list(work, [born])
        #expect(try plans().map(\.birth) == [promise] && plans().map(\.current) == [promise])
        for (number, later) in [
            study("17:00", sequence: 2), study("9:00", day: "2026-03-23", sequence: 3),
            study("9:00", day: "2026-03-23", hours: 0, sequence: 4),
        ].enumerated() {
            try here.list(work, [later])
            let plan = try #require(try plans().first)
            #expect(plan.birth == promise, "\(number)")
            #expect(plan.current == Interval(later.at, later.until ?? later.at), "\(number)")
            #expect(plan.id == born.id && plan.title == "Study" && plan.calendars == ["Work"])
        }
        // It belongs to the day for which it was promised, not to the one it was moved to.
        #expect(try plans("2026-03-23") == [])
        try here.list(work, [])
        #expect(try plans().map(\.birth) == [promise])
        #expect(try plans().first?.flags.contains(.withdrawn) == true)
        try here.list(work, [study("15:00", sequence: 5)])
        #expect(try plans().map(\.birth) == [promise] && plans().first?.flags == [])
    }

    @Test("The history of a moved plan is kept beside it, newest first")
    func history() throws {
        let all = ["14:00", "17:00", "18:00"].enumerated().map { study($1, sequence: Int64($0 + 1)) }
        for draft in all { try here.list(work, [draft]) }
        let shown = try here.store.read { try $0.show(all[0].id) }
        #expect(shown.draft.at == all[2].at)
        #expect(shown.older.map(\.at) == [all[1].at, all[0].at])
        #expect(shown.version == 3)
    }

    @Test("An older version that is read later does not become the promise")
    func olderLater() throws {
        try here.list(work, [study("17:00", sequence: 2)])
        let team = try here.source("Team")
        try here.list(team, [study("14:00", sequence: 1)])
        let plan = try #require(try plans().first)
        #expect(plan.birth.start == FixedWorld.at("2026-03-20", "17:00"))
        #expect(plan.current.start == FixedWorld.at("2026-03-20", "17:00"))
        #expect(Set(plan.calendars) == ["Work", "Team"])
    }

    @Test("Only a timed event without anybody else is a plan, from the moment at which it is one")
    func which() throws {
        var allDay = study("0:00", sequence: 1)
        allDay.flags.insert(.allDay)
        allDay.externalID = "day"
        var meeting = study("10:00", sequence: 1)
        meeting.standing = .accepted
        meeting.externalID = "meeting"
        var endless = study("11:00", sequence: 1)
        endless.until = nil
        endless.externalID = "endless"
        try here.list(work, [allDay, meeting, endless])
        try here.note("note")
        #expect(try plans("2026-03-01", days: 60) == [])
        // Everybody else has gone: from now on it is a plan, at the time at which it is one.
        meeting.standing = .alone
        meeting.at = FixedWorld.at("2026-03-20", "12:00")
        meeting.order.sequence = 2
        try here.list(work, [allDay, meeting, endless])
        #expect(try plans().map(\.birth.start) == [meeting.at])
    }

    @Test("Plans are listed by their promise, from its beginning to before its end")
    func range() throws {
        func plan(_ name: String, _ day: String, _ clock: String) -> EvidenceDraft {
            var draft = study(clock, day: day, sequence: 1)
            draft.externalID = name
            draft.title = name
            return draft
        }
        try here.list(
            work,
            [
                plan("next", "2026-03-21", "0:00"), plan("last", "2026-03-20", "23:59"),
                plan("first", "2026-03-20", "0:00"),
                plan("before", "2026-03-19", "23:59"),
            ])
        #expect(try plans().map(\.title) == ["first", "last"])
    }

    @Test("What the person said, and whether anything fresher is known, stands beside the promise")
    func said() throws {
        let plan = study("14:00", sequence: 1)
        try here.list(work, [plan])
        #expect(try plans().first?.word == nil && plans().first?.isForetold == false)
        var state = CalendarState()
        state.asOf = FixedWorld.at("2026-03-01", "9:00")
        try here.write { try $0.finishImport(of: work, state: state.text, warnings: nil) }
        #expect(try plans().first?.isForetold == true)
        try here.write { try $0.correct(plan.id, action: here.ulid()) { $0.happened = false } }
        #expect(try plans().first?.word == .taken && plans().first?.isForetold == false)
    }

    @Test("A private plan is in no list, and one that is forgotten takes its promise along")
    func gone() throws {
        let plan = study("14:00", sequence: 1)
        try here.list(work, [plan])
        try here.setPrivate(work, true)
        #expect(try plans() == [])
        #expect(try here.dump().contains("{\"plan_birth\""))
        try here.remove(work)
        #expect(try !here.dump().contains("{\"plan_birth\""))
    }
}
