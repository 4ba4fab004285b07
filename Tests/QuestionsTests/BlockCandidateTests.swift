import LedgerModel
import TestSupport
import Testing

@testable import Questions

@Suite("What could be time for the person is found among what they planned alone")
struct BlockCandidateTests {
    private static let zones = ZoneHistory(FixedWorld.berlin)

    private func plan(
        _ title: String, _ day: String, _ clock: String = "14:00", recurring: Bool = false, tags: [String] = [],
        calendar: String = "Work", unlisted: Bool = false
    ) -> BlockCandidate.Plan {
        BlockCandidate.Plan(
            id: PublicID(.event, title + day), title: title, at: FixedWorld.at(day, clock), isRecurring: recurring,
            tags: tags, calendars: [calendar], mayBeMeeting: unlisted)
    }

    private func found(_ plans: [BlockCandidate.Plan]) -> [String] {
        BlockCandidate.find(plans, zones: Self.zones).map { "\($0.title), \($0.when)" }
    }

    @Test("A series of Fridays is asked about by its title, its weekday and its time")
    func series() throws {
        let fridays = ["2026-02-27", "2026-03-06", "2026-03-13"].map {
            plan("Study: cloud course", $0, recurring: true)
        }
        let candidate = try #require(BlockCandidate.find(fridays, zones: Self.zones).first)
        #expect(
            candidate.question.plain == "“Study: cloud course”, Fridays 14:00: time for me, work, or neither?")
        #expect(candidate.pieces.map(\.id) == fridays.map(\.id))
    }

    @Test("Repeated by hand on three days is enough, on two it is not; a title in another case is the same")
    func repeated() {
        let three = [
            plan("Keep free", "2026-03-02"), plan("keep free", "2026-03-03"), plan("Keep free", "2026-03-10", "15:00"),
        ]
        #expect(found(three) == ["Keep free, Mondays and Tuesdays 14:00"])
        #expect(found(Array(three.prefix(2))).isEmpty)
        #expect(
            found([
                plan("Keep free", "2026-03-02", "9:00"), plan("Keep free", "2026-03-02", "11:00"),
                plan("Keep free", "2026-03-03"),
            ]).isEmpty)
        #expect(found([plan("x", "2026-03-02", recurring: true)]).isEmpty)
    }

    @Test(
        "Once is enough where the title, a category or the calendar sounds like it",
        arguments: [
            ("Deep work", [String](), "Work"), ("Kurs Statistik", [], "Work"), ("Block", ["Training"], "Work"),
            ("Hour", [], "My reading"), ("Focus time", [], "Work"), ("FORMACIÓN", [], "Work"),
        ])
    func sounds(title: String, tags: [String], calendar: String) {
        #expect(found([plan(title, "2026-03-10", tags: tags, calendar: calendar)]) == ["\(title), Tue 10 March, 14:00"])
    }

    @Test(
        "A word inside another says nothing",
        arguments: ["Already booked", "Courses’ printer", "Classified", "Dentist"])
    func quiet(title: String) {
        #expect(found([plan(title, "2026-03-10")]).isEmpty)
    }

    @Test("Where a calendar lists nobody, a repeated event may be a meeting: only what sounds like it is asked about")
    func unlisted() {
        let days = ["2026-03-03", "2026-03-10", "2026-03-17"]
        let all = days.flatMap { [plan("Stand-up", $0, unlisted: true), plan("Study", $0, unlisted: true)] }
        #expect(found(all) == ["Study, Tuesdays 14:00"])
    }

    @Test("What sounds like it comes first, then what comes most often; times that vary are not made up")
    func order() {
        let clocks = ["8:00", "9:30", "11:00", "14:00", "16:00"]
        let days = ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06"]
        let often = zip(days, clocks).map { plan("Timesheet", $0, $1) }
        let three = days.prefix(3).map { plan("Lunch", $0, "12:00") }
        #expect(
            found(three + often + [plan("Reading", "2026-03-06")]) == [
                "Reading, Fri 6 March, 14:00", "Timesheet, five times since Mon 2 March",
                "Lunch, Mondays, Tuesdays and Wednesdays 12:00",
            ])
    }
}

@Suite("The first sentence of Time for me says what holds, and nothing of what is unknown")
struct GuardSentenceTests {
    private func block(
        _ id: String, _ day: String, hours: Int64 = 1, taken: (kind: EvidenceKind, minutes: Int64)? = nil,
        forMe: Int64 = 0, word: BlockWord? = nil, piece: String? = nil
    ) -> BlockInput {
        let promise = Interval(FixedWorld.at(day, "9:00"), seconds: hours * 3600)
        var segments: [PlainSegment] = []
        if let taken {
            segments.append(
                PlainSegment(
                    interval: Interval(promise.start, seconds: taken.minutes * 60), grade: .sure,
                    id: PublicID(.event, piece ?? "meeting" + id), kind: taken.kind, arena: .job))
        }
        if forMe > 0 {
            segments.append(
                PlainSegment(
                    interval: Interval(promise.end - forMe * 60, promise.end), grade: .sure,
                    id: PublicID(.note, "read" + id), kind: .note, arena: .growth))
        }
        return BlockInput(
            id: PublicID(.event, id), title: "Study", birth: promise, current: promise, isCancelled: false, word: word,
            area: nil, segments: segments[...])
    }

    private func said(_ blocks: [BlockInput], _ cells: [DayCell] = []) -> String {
        let base = WorkedWeek.base(cells, [])
        return GuardAnswer(base, blocks: blocks).sentences(base).plain
    }

    @Test("Meetings took three hours of twenty; of seventeen nothing is known")
    func meetings() {
        let blocks = (9...13).map { day in
            block("b\(day)", "2026-03-\(day < 10 ? "0" : "")\(day)", hours: 4, taken: (.event, 36))
        }
        #expect(said(blocks) == "Meetings took 3 h of the 20 h you set aside; of 17 h nothing is known.")
    }

    @Test("Other causes are not called meetings; what left no trace is not known; zero is not said")
    func others() {
        #expect(
            said([block("a", "2026-03-10", taken: (.commit, 20))])
                == "20 min was taken of the 1 h you set aside; of 40 min nothing is known.")
        #expect(said([block("a", "2026-03-10")]) == "What became of the 1 h you set aside is not known yet.")
        #expect(said([block("a", "2026-03-10", taken: (.event, 60))]) == "Meetings took 1 h of the 1 h you set aside.")
        #expect(
            said([block("a", "2026-03-10", taken: (.event, 20), forMe: 40, word: .forMe)])
                == "Of the 1 h you set aside, 40 min was for you and 20 min was taken.")
        #expect(said([block("a", "2026-03-10", word: .gave)]) == "Of the 1 h you set aside, you gave 1 h.")
    }

    @Test("That no day had something is never said, since what was not on record is not known")
    func none() {
        let full = WorkedWeek.cell(2, "", 1, Meaning(arena: .job), .event, Spent(sure: 28_800), pieces: 1)
        #expect(!said([block("a", "2026-03-10", taken: (.event, 60))], [full]).contains("day"))
        let base = WorkedWeek.base([full], []) { myJob in
            myJob.rules.append(Rule(key: "growth", when: Condition(), set: .init(arena: .growth)))
        }
        var answer = GuardAnswer(base, blocks: [])
        #expect(answer.sentences(base).isEmpty)
        // What could be time for the person may have been.
        answer.candidates = BlockCandidate.find(
            [
                BlockCandidate.Plan(
                    id: PublicID(.event, "s"), title: "Study", at: FixedWorld.at("2026-03-11", "14:00"),
                    isRecurring: false, tags: [], calendars: [], mayBeMeeting: false)
            ], zones: base.zones)
        #expect(answer.document(base).headline.plain == "“Study”, Wed 11 March, 14:00, could be time for you.")
    }

    @Test("Without a block it says what would appear, and the one way to it")
    func invitation() {
        let base = WorkedWeek.base(WorkedWeek.cells, [])
        let text = GuardAnswer(base, blocks: []).document(base).headline
        #expect(text.plain.hasPrefix("Time that you set aside for yourself in a calendar appears here"))
        #expect(text.contains { if case .offer = $0 { true } else { false } })
    }

    @Test("One thing that took more than half, from three blocks, is named; two causes are not one thing")
    func series() {
        let three = ["09", "10", "11"].map { block("b\($0)", "2026-03-\($0)", taken: (.event, 30)) }
        let other = block("c", "2026-03-12", taken: (.event, 60))
        let base = WorkedWeek.base([], [])
        func named(_ blocks: [BlockInput]) -> RunningSeries? {
            let parts = GuardAnswer(base, blocks: blocks).takenParts
            let titles = Dictionary(
                parts.map { ($0.piece, $0.block == PublicID(.event, "c") ? "Vendor" : "Release: go or no go") },
                uniquingKeysWith: { first, _ in first })
            return RunningSeries(parts, titles: titles)
        }
        #expect(named(three + [other])?.sentence.plain == "“Release: go or no go” ran into three blocks.")
        #expect(named(three + [other])?.seconds == 5400)
        #expect(named(Array(three.prefix(2))) == nil)
        #expect(named(three + [block("c", "2026-03-12", hours: 2, taken: (.event, 90))]) == nil)
        // A private event is not named.
        #expect(RunningSeries(GuardAnswer(base, blocks: three).takenParts, titles: [:]) == nil)
    }

    @Test("Weeks are asked about, the latest first, for five weeks")
    func weeks() {
        let base = WorkedWeek.base([], [])
        func open(_ days: [String]) -> [String] {
            let blocks = days.map { block($0, $0) }
            return BlockWeek.remembered(
                GuardAnswer(base, blocks: blocks).blocks, zones: base.zones, now: FixedWorld.now
            ).map(\.week.since.iso)
        }
        // Now is Tuesday 17 March.
        #expect(open(["2026-03-10", "2026-03-13", "2026-03-16"]) == ["2026-03-16", "2026-03-09"])
        #expect(open(["2026-02-13"]).isEmpty)
        #expect(open(["2026-02-16"]) == ["2026-02-16"])
    }
}
