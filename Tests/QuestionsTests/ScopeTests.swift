import LedgerModel
import Questions
import TestSupport
import Testing
import Timeline

/// Cells of one week, made by a seed.
struct QuestionWorld {
    static let period = Period(since: CivilDay(iso: "2026-03-09")!, until: CivilDay(iso: "2026-03-16")!)

    static func myJob() -> MyJob {
        var myJob = MyJob()
        myJob.objectives = [Objective(key: "resilience", label: "Stay up"), Objective(key: "growth", label: "Grow")]
        for (key, measure) in [("restore", "minutes"), ("support", "hours"), ("mentoring", nil)] {
            var item = Responsibility(key: key, label: key.sentence)
            item.measure = measure
            item.objective = key == "restore" ? "resilience" : nil
            myJob.responsibilities.append(item)
        }
        myJob.notMine = [NotMine(key: "printers", label: "Printers", owner: "Facilities")]
        return myJob
    }

    static func cells(seed: UInt64) -> [DayCell] {
        var random = SeededGenerator(seed: seed)
        let responsibilities = ["restore", "support", "mentoring", "mine", "not mine", "not mine:printers", "", "gone"]
        return (0..<40).map { _ in
            let responsibility = responsibilities.randomElement(using: &random)!
            let sure = Int64.random(in: 0...7200, using: &random)
            return DayCell(
                day: period.since + Int64.random(in: 0..<7, using: &random),
                project: ["a", "b", ""].randomElement(using: &random)!,
                source: Int64.random(in: 0...2, using: &random),
                meaning: Meaning(
                    arena: ([Arena.job, .growth, nil] as [Arena?]).randomElement(using: &random)!,
                    responsibility: responsibility, objective: responsibility == "restore" ? "resilience" : "",
                    worth: Worth.allCases.randomElement(using: &random)),
                kind: .commit, spent: Spent(sure: sure, likely: sure / 2, possible: sure / 3),
                outside: sure / 4, pieces: Int.random(in: 0...3, using: &random))
        }
    }

    static func base(seed: UInt64) -> AnswerBase {
        let zones = ZoneHistory(FixedWorld.berlin)
        let myJob = myJob()
        return AnswerBase(
            now: FixedWorld.now, zones: zones, period: period, myJob: myJob,
            working: WorkingHours(myJob.settings, zones: zones), cells: cells(seed: seed),
            previous: cells(seed: seed + 1000),
            sourceNames: [1: "Work", 2: "repo"])
    }
}

@Suite("Scope and totals: the parts make the whole")
struct ScopeTests {
    @Test(
        "Measured, not measured, not mine and unknown sum to the job’s time", arguments: 1...20 as ClosedRange<UInt64>)
    func parts(seed: UInt64) {
        let answer = ScopeAnswer(QuestionWorld.base(seed: seed))
        let sum = answer.measured.spent + answer.unmeasured.spent + answer.notMine.spent + answer.unknown.spent
        #expect(sum == answer.base, "seed \(seed)")
        let pieces = [answer.measured, answer.unmeasured, answer.notMine, answer.unknown].reduce(0) {
            $0 + $1.ref.count
        }
        #expect(pieces == QuestionWorld.cells(seed: seed).filter(\.meaning.isJobOrUnknown).pieces, "seed \(seed)")
    }

    @Test(
        "Rows of every single-valued dimension sum to the total",
        arguments: TotalsAnswer.By.allCases.filter { !$0.overlaps })
    func rows(by: TotalsAnswer.By) {
        let base = QuestionWorld.base(seed: 5)
        let answer = TotalsAnswer(base, by: by)
        #expect(answer.rows.reduce(Spent.zero) { $0 + $1.spent } == answer.total)
        #expect(answer.rows.reduce(0) { $0 + $1.ref.count } == base.cells.pieces)
    }

    @Test("Measures that were never agreed stand in the second sentence")
    func agreement() {
        let base = QuestionWorld.base(seed: 5)
        let text = ScopeAnswer(base).document(base).headline.plain
        #expect(text.contains("Neither of your two measures is agreed with the person who decides yet."))
    }

    @Test("Objectives that nobody’s hours reach are named")
    func unreached() {
        #expect(ScopeAnswer(QuestionWorld.base(seed: 5)).unreached.map(\.key) == ["growth"])
    }
}

@Suite("Guard: every minute of a promise is kept, lost, or without a trace")
struct GuardTests {
    func segment(_ from: String, _ to: String, _ arena: Arena?, kind: EvidenceKind = .event) -> PlainSegment {
        let interval = Interval(FixedWorld.at("2026-03-10", from), FixedWorld.at("2026-03-10", to))
        return PlainSegment(interval: interval, grade: .sure, id: PublicID(.event, from), kind: kind, arena: arena)
    }

    func block(_ segments: [PlainSegment], word: BlockWord? = nil, movedTo: Interval? = nil, cancelled: Bool = false)
        -> BlockInput
    {
        let birth = Interval(FixedWorld.at("2026-03-10", "17:30"), FixedWorld.at("2026-03-10", "18:30"))
        return BlockInput(
            id: PublicID(.event, "block"), title: "Learning", birth: birth, current: movedTo ?? birth,
            isCancelled: cancelled,
            word: word, area: nil, segments: segments[...])
    }

    func answer(_ block: BlockInput) -> GuardAnswer { GuardAnswer(QuestionWorld.base(seed: 1), blocks: [block]) }

    @Test("Growth is kept, a meeting that ran over is lost, the rest left no trace")
    func partition() {
        let result = answer(block([segment("17:00", "17:40", .job), segment("17:50", "18:10", .growth)]))
        #expect(result.forMe == 1200 && result.taken == 600 && result.noTrace == 1800)
        #expect(result.forMe + result.taken + result.noTrace == result.promised)
        #expect(result.instead.map(\.cause) == [.overran])
        #expect(result.blocks[0].isKept == false)
    }

    @Test("The person’s word decides what left no trace")
    func word() {
        #expect(answer(block([])).blocks[0].isKept == nil)
        #expect(answer(block([], word: .unknown)).noTrace == 3600)
        #expect(answer(block([], word: .forMe)).forMe == 3600)
        #expect(answer(block([], word: .taken)).taken == 3600)
    }

    @Test("For me and taken turn only what left no trace; gave it turns what was taken too, and has no cause")
    func gave() {
        let segments = [segment("17:00", "17:40", .job), segment("17:50", "18:10", .growth)]
        func minutes(_ word: BlockWord) -> [Int64] {
            let result = answer(block(segments, word: word))
            return [result.forMe, result.given, result.taken, result.noTrace, result.void].map { $0 / 60 }
        }
        #expect(minutes(.forMe) == [50, 0, 10, 0, 0])
        #expect(minutes(.gave) == [20, 40, 0, 0, 0])
        #expect(minutes(.taken) == [20, 0, 40, 0, 0])
        let given = answer(block(segments, word: .gave))
        #expect(given.instead.isEmpty && given.takenBy.isEmpty)
        // Twenty of the twenty minutes that count.
        #expect(given.blocks[0].isKept == true && given.known == 1200)
        #expect(answer(block([], word: .gave)).blocks[0].isKept == nil)
    }

    @Test("Personal time is void: not taken, in no rate, without a cause")
    func personal() {
        let possible = PlainSegment(
            interval: Interval(FixedWorld.at("2026-03-10", "18:10"), FixedWorld.at("2026-03-10", "18:30")),
            grade: .possible, id: PublicID(.event, "dentist"), kind: .event, arena: .personal)
        let result = answer(
            block([segment("17:30", "17:50", .personal), segment("17:50", "18:10", .growth), possible]))
        #expect(result.void == 2400 && result.forMe == 1200 && result.taken == 0 && result.noTrace == 0)
        #expect(result.instead.isEmpty && result.blocks[0].isKept == true)
        #expect(result.forMe + result.taken + result.noTrace + result.void == result.promised)
    }

    @Test("A day off makes all of a block void, whatever left a trace in it")
    func dayOff() {
        var base = QuestionWorld.base(seed: 1)
        base.working = WorkingHours(
            base.myJob.settings, zones: base.zones, daysOff: [CivilDay(iso: "2026-03-10")!])
        for word in [nil, BlockWord.forMe, .gave, .taken] {
            let result = GuardAnswer(base, blocks: [block([segment("17:30", "18:00", .job)], word: word)])
            #expect(result.void == 3600 && result.taken == 0 && result.forMe == 0 && result.given == 0)
            #expect(result.blocks[0].isKept == nil && !result.blocks[0].isOpen)
        }
    }

    @Test("A cancelled plan is in no promise; a moved one is a new promise at its new place")
    func movedAndCancelled() {
        let cancelled = answer(block([], cancelled: true))
        #expect(cancelled.promised == 0 && cancelled.cancelled == 3600)
        let place = Interval(FixedWorld.at("2026-03-11", "8:00"), FixedWorld.at("2026-03-11", "8:30"))
        let moved = answer(block([], movedTo: place))
        #expect(moved.promised == 1800 && moved.moved == 3600)
    }
}

@Suite("Backstage: how close people are")
struct TieTests {
    func tie(_ contacts: [(days: Int64, people: Int, mine: Bool)]) -> BackstageAnswer.Tie? {
        let list = contacts.enumerated().map { index, item in
            Contact(
                at: FixedWorld.now - item.days * 86_400,
                evidence: PublicID(.event, "\(index)"), headCount: item.people, startedByMe: item.mine)
        }
        let maria = Acquaintance(person: PublicID(.person, "p"), name: "Maria", contacts: list)
        return BackstageAnswer(QuestionWorld.base(seed: 1), people: [maria], pairs: []).people.first
    }

    @Test("Weight halves in ninety days, doubles when started by me, and is shared in a group")
    func weight() throws {
        #expect(abs(try #require(tie([(0, 1, false)])).weight - 1) < 1e-9)
        #expect(abs(try #require(tie([(90, 1, true)])).weight - 1) < 1e-9)
        #expect(abs(try #require(tie([(45, 4, false)])).weight - 0.25 * 0.5.squareRoot()) < 1e-9)
    }

    @Test("Near from four, far below one, drifting between and when halved in a quarter")
    func words() {
        #expect(tie(Array(repeating: (1, 1, true), count: 3))?.strength == .near)
        #expect(tie([(10, 1, false), (20, 1, true)])?.strength == .drifting)
        #expect(tie([(200, 1, false)])?.strength == .far)
        #expect(tie(Array(repeating: (95, 1, true), count: 12) + [(5, 1, false)])?.strength == .near)
    }
}
