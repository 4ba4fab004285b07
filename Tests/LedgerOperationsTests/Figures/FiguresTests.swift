import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

@Suite("Figures: nothing that is stored stays behind what it was made from")
struct FiguresTests {
    static let year = Period(since: CivilDay(iso: "2025-08-01")!, until: CivilDay(iso: "2026-05-01")!)

    /// A failure names its seed and what was done; run that seed alone while you look.
    @Test(
        "Whatever was done to a ledger, it says what its restored export says, also while another program writes",
        arguments: Seeds.or(1...5))
    func restored(seed: UInt64) async throws {
        let random = try RandomLedger(seed: seed)
        let other = try OtherProgram(random.here.ledger.path)
        for round in 1...6 {
            for _ in 0..<6 { try await random.step() }
            let export = try random.here.restored(round)
            for period in [Self.year, random.period()] {
                let locked = try other.writing { try Figures(random.here.ledger, period) }
                let figures = try Figures(random.here.ledger, period)
                let restored = try Figures(export, period)
                let stored = figures.differences(from: restored)
                let laid = locked.differences(from: restored)
                guard stored.isEmpty && laid.isEmpty else {
                    Issue.record(
                        """
                        seed \(seed), round \(round), \(period.text)
                        \(random.log.joined(separator: "\n"))
                        stored | restored: \(stored.joined(separator: "\n  "))
                        locked | restored: \(laid.joined(separator: "\n  "))
                        """)
                    return
                }
            }
        }
    }

    @Test("After the zones of My job change, an hour near midnight counts on one day")
    func zones() throws {
        let losAngeles = try #require(RandomLedger.zones.first { $0.name == "America/Los_Angeles" })
        let here = try OperationsWorld(zone: losAngeles, zones: RandomLedger.zones)
        let period = Period(since: CivilDay(iso: "2026-03-01")!, until: CivilDay(iso: "2026-03-17")!)
        // 23:02 in Los Angeles, 8:02 of the next day in Berlin.
        try here.note("one", at: FixedWorld.at("2026-03-07", "8:02"), minutes: 30)
        let before = try here.ledger.asking.totals(period, by: .day).answer
        #expect(before.rows.map(\.key) == ["2026-03-06"])
        var myJob = MyJob()
        myJob.settings.zones = [.init(from: CivilDay(iso: "2026-03-01")!, zone: "Europe/Berlin")]
        try here.ledger.myJob.load(myJob)
        let after = try here.ledger.asking.totals(period, by: .day).answer
        #expect(after.rows.map(\.key) == ["2026-03-07"])
        #expect(after.total == before.total)
        // Taken back, the cells of the day in between go again.
        _ = try here.ledger.keeping.undo()
        #expect(try here.ledger.asking.totals(period, by: .day).answer.rows.map(\.key) == ["2026-03-06"])
    }

    @Test("Where a setting lets a piece reach further, it counts on days that it did not reach before")
    func reach() throws {
        let here = try OperationsWorld(zone: .utc)
        try here.note("a moment", at: Instant(CivilDay(iso: "2026-03-05")!.number * 86_400 + 3 * 3_600))
        #expect(try here.ledger.asking.totals(here.march, by: .day).answer.total.seconds == 300)
        var myJob = MyJob()
        myJob.settings.point = 4 * 3_600
        try here.ledger.myJob.load(myJob)
        let days = try here.ledger.asking.totals(here.march, by: .day).answer
        #expect(days.total.seconds == 4 * 3_600)
        #expect(days.rows.map(\.key).sorted() == ["2026-03-04", "2026-03-05"])
    }

    /// An invitation of many, unanswered, on three Mondays.
    private static func series(_ extra: String = "") -> String {
        let guests = (0..<6).map { "ATTENDEE;CN=Person \($0):mailto:p\($0)@example.com" }.joined(separator: "\n")
        return "UID:s\nDTSTAMP:20260101T000000Z\nDTSTART:20260302T100000Z\nDURATION:PT1H\nSUMMARY:All hands"
            + "\nRRULE:FREQ=WEEKLY;COUNT=3\nORGANIZER\(extra):mailto:maria@example.com"
            + "\nATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:me@example.com\n" + guests
    }

    @Test("A word for one meeting of a series that is taken back is taken back for all of them")
    func seriesUndone() async throws {
        let here = try OperationsWorld()
        try here.ledger.importing.addMe("me@example.com", name: "Me")
        try await here.importCalendar("Work", [Self.series()])
        func hours() throws -> Int64 {
            try here.ledger.asking.totals(here.march, by: .day).answer.total.seconds / 3_600
        }
        #expect(try hours() == 0)
        let id = try #require(try here.ledger.asking.search("\"All hands\"").hits.last?.id)
        var request = Capture.CorrectionRequest()
        request.happened = true
        _ = try here.ledger.capture.correct(id.description, request)
        #expect(try hours() == 3)
        _ = try here.ledger.keeping.undo()
        #expect(try hours() == 0)
        // Forgetting the piece of which it was said takes the word along.
        _ = try here.ledger.capture.correct(id.description, request)
        #expect(try hours() == 3)
        _ = try here.ledger.forgetting.forget(here.ledger.forgetting.forgettable(id.description))
        #expect(try hours() == 0)
    }

    @Test("An address that gets its name later is met by rules of that name, in what was read before too")
    func namedLater() async throws {
        let here = try OperationsWorld()
        try here.ledger.importing.addMe("me@example.com", name: "Me")
        func meeting(_ uid: String, _ day: String, _ name: String) -> String {
            "UID:\(uid)\nDTSTAMP:20260101T000000Z\nDTSTART:202603\(day)T100000Z\nDURATION:PT1H\nSUMMARY:Talk \(uid)"
                + "\nORGANIZER\(name):mailto:maria@example.com\nATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.com"
        }
        try await here.importCalendar("Work", [meeting("a", "02", "")])
        var myJob = MyJob()
        myJob.responsibilities = [Responsibility(key: "restores", label: "Restores")]
        var when = Condition()
        when.person = ["Maria Keller"]
        myJob.rules = [Rule(key: "r", when: when, set: .init(responsibility: "restores"))]
        try here.ledger.myJob.load(myJob)
        try await here.importCalendar("Team", [meeting("b", "12", ";CN=Maria Keller")])
        let rows = try here.ledger.asking.totals(here.march, by: .responsibility).answer.rows
        let seconds = try #require(rows.first { $0.name == "Restores" }).spent.seconds
        #expect(seconds == 2 * 3_600)
        #expect(try Figures(here.ledger, here.march).differences(from: Figures(here.restored(1), here.march)).isEmpty)
    }
}
