import LedgerModel
import TestSupport
import Testing
import Timeline

@Suite("Sweep: the rules of the table")
struct SweepTests {
    let shard = Shard(containing: FixedWorld.now)
    let working = [Interval(FixedWorld.at("2026-03-17", "9:00"), FixedWorld.at("2026-03-17", "17:00"))]

    func settings(gap: Int64 = 7200, lead: Int64 = 1800) -> MyJobSettings {
        var settings = MyJobSettings()
        settings.sessionGap = gap
        settings.leadIn = lead
        return settings
    }

    func commit(_ row: Int64, _ clock: String, day: String = "2026-03-17") -> TraceEvidence {
        Piece.make(row, .commit, at: FixedWorld.at(day, clock))
    }

    func spent(_ evidence: [TraceEvidence], _ settings: MyJobSettings = MyJobSettings(), days: Int64 = 1) -> Spent {
        let sweep = Sweep(settings)
        return (0..<days).reduce(Spent.zero) { sum, offset in
            let shard = Shard(self.shard.number + offset)
            return sum
                + sweep.segments(of: shard, evidence: evidence, working: working).spent(in: shard.interval)
        }
    }

    @Test("Three commits in a session and one four days later make 1 h 40 min with G = L = 30 min")
    func referenceCase() {
        let commits = [
            commit(1, "9:00"), commit(2, "9:20"), commit(3, "9:40"), commit(4, "9:40", day: "2026-03-21"),
        ]
        #expect(spent(commits, settings(gap: 1800, lead: 1800), days: 6).seconds == 6000)
    }

    @Test("In a session the last L before a commit is sure, the rest of the gap likely, the first lead-in likely")
    func gradesOfASession() {
        let result = spent([commit(1, "11:00"), commit(2, "12:30")])
        #expect(result == Spent(sure: 1800, likely: 1800 + 3600, possible: 5400))
    }

    @Test("A gap of exactly G continues the session, one second more ends it", arguments: [(0, 7200), (60, 1800)])
    func gap(extra: Int64, expected: Int64) {
        let first = commit(1, "8:00")
        let second = Piece.make(2, .commit, at: first.at + 7200 + extra)
        #expect(spent([first, second]).seconds == 1800 + expected)
    }

    @Test("What lay ahead when its calendar was last true is a plan and no time, until the person says that it was")
    func foretold() {
        var meeting = Piece.make(
            1, .event, at: FixedWorld.at("2026-03-17", "10:00"), until: FixedWorld.at("2026-03-17", "11:00"),
            standing: .accepted, people: 3)
        var own = meeting
        own.row = 2
        own.standing = .alone
        var log = Piece.make(
            3, .note, at: FixedWorld.at("2026-03-17", "12:00"), until: FixedWorld.at("2026-03-17", "13:00"))
        (meeting.layAhead, own.layAhead, log.layAhead) = (true, true, true)
        let rules = ActivityRules(MyJobSettings())
        #expect(spent([meeting, own, log]) == .zero)
        #expect(rules.isPlan(meeting) && rules.isPlan(own) && !rules.isWork(meeting) && !rules.isWork(log))
        own.plansCount = true
        #expect(rules.isPlan(own))
        meeting.happened = true
        log.correctedUntil = FixedWorld.at("2026-03-17", "12:30")
        #expect(spent([meeting, own, log]) == Spent(sure: 5400))
        meeting.happened = false
        #expect(!rules.isPlan(meeting))
        meeting.happened = nil
        for standing in Standing.allCases where !standing.counts {
            meeting.standing = standing
            #expect(!rules.isPlan(meeting))
        }
    }

    @Test("A meeting has the time over commits, and a note with a length over both")
    func layers() {
        let meeting = Piece.make(
            1, .event, at: FixedWorld.at("2026-03-17", "10:00"), until: FixedWorld.at("2026-03-17", "11:00"),
            standing: .accepted, people: 3)
        let note = Piece.make(
            2, .note, at: FixedWorld.at("2026-03-17", "10:30"), until: FixedWorld.at("2026-03-17", "11:30"))
        let segments = Sweep(MyJobSettings()).segments(
            of: shard, evidence: [meeting, note, commit(3, "10:15"), commit(4, "11:15")], working: working)
        let meetingTime = segments.filter { $0.row == 1 }.reduce(0) { $0 + $1.interval.seconds }
        let noteTime = segments.filter { $0.row == 2 }.reduce(0) { $0 + $1.interval.seconds }
        #expect(meetingTime == 1800)
        #expect(noteTime == 3600)
        #expect(segments.filter { $0.row == 4 }.isEmpty)
    }

    @Test(
        "Only meetings that were held count",
        arguments: [
            (Standing.organised, 2, 3600), (.accepted, 2, 3600), (.tentative, 2, 3600), (.unanswered, 4, 3600),
            (.unanswered, 5, 0), (.declined, 2, 0), (.cancelled, 2, 0), (.transparent, 2, 0), (.alone, 0, 0),
        ] as [(Standing, Int, Int64)])
    func standing(standing: Standing, people: Int, seconds: Int64) {
        let start = FixedWorld.at("2026-03-17", "10:00")
        let event = Piece.make(1, .event, at: start, until: start + 3600, standing: standing, people: people)
        #expect(spent([event]).seconds == seconds)
    }

    @Test("A plan alone is possible inside working hours, and work once it is confirmed")
    func plans() {
        let start = FixedWorld.at("2026-03-17", "16:30")
        var plan = Piece.make(1, .event, at: start, until: start + 3600, standing: .alone)
        #expect(spent([plan]) == Spent(possible: 1800))
        plan.happened = true
        #expect(spent([plan]) == Spent(sure: 3600))
        plan.happened = false
        #expect(spent([plan]) == .zero)
    }

    @Test("A plan that only fills gaps yields to everything else, whatever the order of layers")
    func gaps() {
        let start = FixedWorld.at("2026-03-17", "10:00")
        var plan = Piece.make(1, .event, at: start, until: start + 3600, standing: .alone)
        (plan.happened, plan.fillsGaps) = (true, true)
        let meeting = Piece.make(2, .event, at: start, until: start + 900, standing: .accepted, people: 2)
        let early = Piece.make(3, .note, at: start + 60)
        let late = Piece.make(4, .note, at: start + 3000)
        for layers in [Layer.allCases, Layer.allCases.reversed()] {
            var settings = MyJobSettings()
            settings.layers = layers
            func seconds(_ others: [TraceEvidence]) -> Int64 {
                Sweep(settings).segments(of: shard, evidence: [plan] + others, working: []).filter { $0.row == 1 }
                    .reduce(0) { $0 + $1.interval.seconds }
            }
            #expect(seconds([]) == 3600)
            #expect(seconds([meeting]) == 2700)
            // Five minutes each; of the early one only the last is inside.
            #expect(seconds([early, late]) == 3600 - 60 - 300)
        }
    }

    @Test("A private meeting that took place is met, not stated: of another at the same time the later start holds")
    func privateMeeting() {
        let start = FixedWorld.at("2026-03-17", "10:00")
        var meeting = Piece.make(1, .event, at: start, until: start + 3600, standing: .accepted, flags: .isPrivate)
        let other = Piece.make(2, .event, at: start + 1800, until: start + 3600, standing: .accepted, people: 2)
        meeting.happened = true
        let segments = Sweep(MyJobSettings()).segments(
            of: shard, evidence: [meeting, other], working: [])
        #expect(segments.map(\.layer) == [.met, .met])
        #expect(segments.map(\.row) == [1, 2])
        var alone = meeting
        alone.standing = .alone
        let stated = Sweep(MyJobSettings()).segments(
            of: shard, evidence: [alone, other], working: [])
        #expect(stated.map(\.layer) == [.stated])
    }

    @Test("An event over twelve hours is context until it is confirmed")
    func longEvents() {
        let start = FixedWorld.at("2026-03-17", "8:00")
        var event = Piece.make(1, .event, at: start, until: start + 43_260, standing: .accepted, people: 2)
        #expect(spent([event]) == .zero)
        event.happened = true
        #expect(spent([event]).sure == 43_260)
    }

    @Test("Equal work in two clones is one: the least committer time makes the time")
    func piecesOfWork() {
        var original = commit(1, "10:00")
        original.workKey = 7
        var picked = commit(2, "10:00")
        picked.workKey = 7
        picked.committedAt = picked.at + 999
        let segments = Sweep(MyJobSettings()).segments(of: shard, evidence: [picked, original], working: [])
        #expect(Set(segments.map(\.row)) == [1])
    }

    @Test("Merges and notes without a length are points of five minutes that end at their time")
    func points() {
        let note = Piece.make(1, .note, at: FixedWorld.at("2026-03-17", "10:00"))
        let merge = Piece.make(2, .commit, at: FixedWorld.at("2026-03-17", "11:00"), flags: .merge)
        #expect(spent([note, merge]) == Spent(likely: 600))
    }

    @Test("Dropped, withdrawn, all-day and oddly dated evidence makes no time", arguments: [0, 1, 2, 3])
    func offTheTimeline(index: Int) {
        var note = Piece.make(1, .note, at: FixedWorld.now, until: FixedWorld.now + 3600)
        switch index {
        case 0: note.dropped = true
        case 1: note.flags = .withdrawn
        case 2: note.flags = .allDay
        default: note.flags = .oddDate
        }
        #expect(spent([note]) == .zero)
    }
}
