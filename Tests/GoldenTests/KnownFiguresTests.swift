import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

/// The main figures of the known ledger, each added up by hand from `KnownLedger`; minutes unless it says otherwise.
/// They are of 2 to 17 March, 13:00.
@Suite("The known ledger, added up by hand")
struct KnownFiguresTests {
    private let period = KnownLedger.period

    /// By responsibility: minutes on record, those that are sure, and pieces.
    ///
    /// restores: notes 150 (3 March) + 60 (17 March). Commits of the 9th: lead-in 7:50–8:20 likely, 8:20–8:50 sure =
    /// 60. Of the 10th: 13:30–14:00 likely, 14:00–15:00 half likely and half sure, 15:00–16:30 the last 30 sure =
    /// 30 + 60 + 90 = 180. UnionFind **450**, sure 150 + 60 + 30 + 30 + 30 = 300; two notes and five commits.
    ///
    /// patching: windows 90 + 90; commits of the 12th: 9:00–9:30 likely, 9:30–10:10 the last 30 sure = 70.
    /// UnionFind **250**, sure 180 + 30 = 210; two meetings and two commits.
    ///
    /// onboarding: pairing 60, by a word of hers, and the handbook 90 = **150**.
    ///
    /// printers, somebody else’s: the rollout 45 tentative, and a note of 60 = **105**, sure 60.
    ///
    /// In none: planning 60 + 60, 1:1s 30 + 30, the vendor 30, five minutes for the auditor = 215 of the job; and
    /// 45 + 20 growth, 45 relationships, 30 side project = 140. UnionFind **355**, sure 210 + 65 + 45 = 320; six
    /// pieces of the job (two, two, one, one) and four others. The commit of the 7th is a lead-in, so likely.
    static let byResponsibility: [(key: String, minutes: Int64, sure: Int64, pieces: Int)] = [
        ("restores", 450, 300, 7), ("unknown", 355, 320, 10), ("patching", 250, 210, 4), ("onboarding", 150, 150, 2),
        ("not mine:printers", 105, 60, 2),
    ]

    @Test("Hours by responsibility, most first, and 1,310 minutes in all")
    func hours() async throws {
        let totals = try await KnownLedger.shared().ledger.asking.totals(period, by: .responsibility).answer
        #expect(totals.rows.map(\.key) == Self.byResponsibility.map(\.key))
        for (row, known) in zip(totals.rows, Self.byResponsibility) {
            #expect(row.spent.seconds == known.minutes * 60, "\(known.key)")
            #expect(row.spent.low == known.sure * 60, "\(known.key)")
            #expect(row.ref.count == known.pieces, "\(known.key)")
        }
        // 450 + 355 + 250 + 150 + 105.
        #expect(totals.total.seconds == 1_310 * 60)
    }

    /// The time from two hours to half an hour before the first commit of a session is possible: 90 on the 9th, 10th
    /// and 12th for the job, 90 on the 7th for the side project, and ten minutes of the block of the 13th.
    @Test("At most 1,680 minutes: 370 more are possible")
    func possible() async throws {
        let totals = try await KnownLedger.shared().ledger.asking.totals(period, by: .arena).answer
        #expect(totals.total.high == 1_680 * 60)
    }

    @Test("Of 1,170 minutes of the job 850 are judged on, 105 somebody else’s, 215 not placed")
    func parts() async throws {
        let scope = try await KnownLedger.shared().ledger.asking.scope(period).answer
        // 450 + 250 + 150 + 105 + 215: growth, relationships and the side project are in no share.
        #expect(scope.base.seconds == 1_170 * 60)
        #expect(scope.measured.spent.seconds == (450 + 250 + 150) * 60)
        #expect(scope.unmeasured.spent == .zero)
        #expect(scope.notMine.spent.seconds == 105 * 60)
        #expect(scope.unknown.spent.seconds == 215 * 60)
        // 850/1170 = 72.6, 105/1170 = 9.0, 215/1170 = 18.4; 450/1170 = 38.5, 250/1170 = 21.4.
        let parts = [scope.measured, scope.unmeasured, scope.notMine, scope.unknown].map(\.spent.seconds)
        let percents = parts.map { Hours.percent($0, of: scope.base.seconds) }
        #expect(percents == ["73 %", "0 %", "9 %", "18 %"])
        let shares = scope.responsibilities.map { ($0.share * 1000).rounded() }
        #expect(shares == [385, 214, 128])
        // The sixteen days before held 100 minutes: 70 of restores, and a 1:1 that is not placed.
        let before = scope.responsibilities.map { (($0.previousShare ?? -1) * 1000).rounded() }
        #expect(before == [700, 0, 0])
        #expect(scope.desk.map(\.spent.seconds) == [105 * 60])
        #expect(scope.unreached.map(\.key) == ["peak"] && scope.unagreed.map(\.key) == ["patching"])
        // All but the 450 of restores, which serve an objective.
        #expect(scope.withoutObjective.spent.seconds == 720 * 60)
    }

    /// Eight hours from Monday to Thursday and six on Friday, the leave of 4 March off, the 17th from 9:00 to 13:00:
    /// 30 + 38 + 12 = 80 h. Outside lie the course of the 2nd (45), the commits before nine on the 9th (60), the
    /// coffee of the 12th (45) and the Saturday (30), so 1310 − 180 = 1130 are inside.
    @Test("19 of 80 working hours have a record, and an hour of the job lay outside")
    func working() async throws {
        let ledger = try await KnownLedger.shared().ledger
        let base = try ledger.asking.base(period)
        #expect(base.workingSeconds == 80 * 3_600)
        #expect(base.seenSeconds == 1_130 * 60)
        #expect(base.untracedSeconds == (4_800 - 1_130) * 60)
        #expect(try ledger.asking.guardAnswer(period).answer.afterHours == 60 * 60)
    }

    /// Day, minutes for her, taken, not known, of an hour each.
    static let blocks: [(day: String, forMe: Int64, taken: Int64, unknown: Int64)] = [
        ("2026-03-02", 45, 0, 15),  // the course until 8:45
        ("2026-03-09", 0, 50, 10),  // commits from 7:50 to 8:50
        ("2026-03-13", 20, 30, 10),  // the vendor until 13:30, then reading until 13:50
        ("2026-03-16", 0, 0, 60),
    ]

    @Test("Of four blocks 65 minutes were for her, 80 taken, 95 are not known")
    func time() async throws {
        let ledger = try await KnownLedger.shared().ledger
        let answer = try ledger.asking.guardAnswer(period).answer
        let zones = try ledger.asking.zones()
        let sorted = answer.blocks.sorted { $0.promise.start < $1.promise.start }
        #expect(sorted.map { zones.day(of: $0.promise.start).iso } == Self.blocks.map(\.day))
        for (block, known) in zip(sorted, Self.blocks) {
            #expect(block.promise.seconds == 3_600, "\(known.day)")
            #expect(block.forMe == known.forMe * 60, "\(known.day)")
            #expect(block.taken == known.taken * 60, "\(known.day)")
            #expect(block.noTrace == known.unknown * 60, "\(known.day)")
        }
        #expect(answer.promised == 240 * 60 && answer.forMe == 65 * 60)
        #expect(answer.taken == 80 * 60 && answer.noTrace == 95 * 60)
        #expect(answer.instead.map(\.cause) == [.work, .onTop] && answer.instead.map(\.seconds) == [3_000, 1_800])
        // For her: the 2nd (45) and the 13th (20). No other day has half of its working hours on record.
        #expect(answer.days.base == 2 && answer.days.with == 2)
        // The block of the 23rd lies beyond the period.
        #expect(answer.ahead == 0)
    }

    @Test("65 minutes of growth, 45 of relationships, 30 of a side project; 45 of growth in the sixteen days before")
    func ledgers() async throws {
        let answer = try await KnownLedger.shared().ledger.asking.backstage(period).answer
        #expect(answer.ledgers.map(\.arena) == [.growth, .relationships, .side])
        #expect(answer.ledgers.map(\.spent.seconds) == [3_900, 2_700, 1_800])
        #expect(answer.ledgers.map(\.previous.seconds) == [2_700, 0, 0])
        #expect(answer.ledgers.map(\.pieces) == [2, 1, 1])
    }

    /// The rollout of the 6th was never accepted, so nobody knows whether Tom Adeyemi was met.
    @Test("Last contact: Maria on the 17th, Omar on the 16th, Lena on the 13th, Helen on the 12th; Tom never")
    func contact() async throws {
        let ledger = try await KnownLedger.shared().ledger
        let answer = try ledger.asking.backstage(period).answer
        let zones = try ledger.asking.zones()
        let last = Dictionary(uniqueKeysWithValues: answer.people.map { ($0.name, zones.day(of: $0.last).iso) })
        #expect(
            last == [
                "Maria Keller": "2026-03-17", "Omar Haddad": "2026-03-16", "Lena Vogt": "2026-03-13",
                "Helen Brandt": "2026-03-12",
            ])
        let (maria, omar) = (answer.pairs[0], answer.pairs[1])
        // 3 and 17 March; cancelled on the 10th; 24 February is before the period, 24 March ahead.
        #expect(maria.name == "Maria Keller" && maria.held == 2 && maria.cancelled == 1)
        #expect(maria.next == FixedWorld.at("2026-03-24", "10:00"))
        #expect(maria.last == FixedWorld.at("2026-03-17", "10:00"))
        // Patch windows on the 5th and the 12th; the pairing of the 11th is no series.
        #expect(omar.name == "Omar Haddad" && omar.next == nil)
        #expect(omar.held == 2 && omar.cancelled == 0)
    }

    @Test("Of two results Maria Keller was told one; what ran as expected is two changes and two meetings")
    func results() async throws {
        let answer = try await KnownLedger.shared().ledger.asking.value(period).answer
        #expect(answer.results.count == 2 && answer.audience.map(\.name) == ["Maria Keller"])
        #expect(answer.audience.map(\.toldOf) == [1])
        #expect(answer.notTold.map(\.claim.text) == ["Patch windows need no night shift"])
        #expect(answer.notTold.first?.nextOccasion?.at == FixedWorld.at("2026-03-24", "10:00"))
        let expected = try #require(answer.baseline.first)
        #expect(answer.baseline.count == 1 && expected.system.responsibility == "patching")
        #expect([expected.commits.count, expected.meetings.count, expected.notes.count] == [2, 2, 0])
        // No source of hers would show an incident: days without one are not known.
        #expect(expected.incidents == nil && answer.stopped.isEmpty)
        // Two notes and five commits made restores better.
        #expect(answer.contributions.map(\.objective) == ["resilience"])
        #expect(answer.contributions.first?.pieces == [.improvement: 7])
    }

    @Test("Of the quarter: 1,270 minutes of the job, 920 judged on; this week 210, of which 60")
    func otherPeriods() async throws {
        let ledger = try await KnownLedger.shared().ledger
        let quarter = try ledger.asking.scope(
            Period(since: CivilDay(iso: "2026-01-01")!, until: CivilDay(iso: "2026-04-01")!)
        )
        .answer
        // With 24 and 27 February: 1170 + 30 + 70, of which 850 + 70.
        #expect(quarter.base.seconds == 1_270 * 60 && quarter.measured.spent.seconds == 920 * 60)
        // Planning 60, the printers 60, a 1:1 of 30, the report 60.
        let week = try ledger.asking.scope(
            Period(since: CivilDay(iso: "2026-03-16")!, until: CivilDay(iso: "2026-03-23")!)
        )
        .answer
        #expect(week.base.seconds == 210 * 60 && week.measured.spent.seconds == 60 * 60)
    }
}
