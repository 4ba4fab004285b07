import TestSupport
import Testing

@testable import ICalendar

@Suite(.enabled(if: SharedData.isReachable, "the shared data is not here"))
struct RecurrenceSuiteTests {
    private func plainCases() throws -> [RecurrenceCase] {
        try #require(try RecurrenceCase.load()).filter { !$0.isRSCALE && !$0.isUnimplemented }
    }

    @Test func `all 145 plain cases of libical's suite come out as its authors expect`() throws {
        let cases = try plainCases()
        #expect(cases.count == 145)
        for item in cases {
            let ours = try item.instances { rule, start, end, limit in
                Recurrence.expand(rule, from: start.local, isDate: start.isDate, before: end, limit: limit)
            }
            #expect(ours == item.expected, "\(item.key)")
            let own = try item.instances { rule, start, end, limit in
                var expander = PeriodExpander(
                    rule, from: start.local, isDate: start.isDate, before: end, limit: limit,
                    steps: Recurrence.stepLimit)
                return expander.run()
            }
            #expect(own == item.expected, "without libical: \(item.key)")
        }
    }

    @Test func `libical gets 100 of them right, and the other 45 never reach it`() throws {
        var right = 0
        var wrong: Set<String> = []
        for item in try plainCases() {
            let theirs = try item.instances { _, start, end, limit in
                LibicalRecurrence.expand(
                    item.rrule, from: start.local, isDate: start.isDate, before: end, limit: limit)
            }
            if theirs == item.expected {
                right += 1
            } else {
                wrong.insert(item.key)
                let start = try #require(CalendarTime(item.dtstart))
                let rule = try RecurrenceRule(parsing: item.rrule)
                let normal = LibicalRecurrence.expand(
                    rule.textWithoutUntil, from: start.local, isDate: start.isDate, before: .max, limit: 3)
                // A rule whose only fault is repetition is mended before libical sees it.
                #expect(!rule.isEveryday(from: start.local) || !normal.starts.isEmpty, "\(item.key)")
            }
        }
        #expect(right == 100)
        #expect(wrong == LibicalWrong.cases)
        #expect(LibicalWrong.cases.count == 45)
    }

    @Test func `other calendars than the Gregorian are refused with a sentence`() throws {
        for item in try #require(try RecurrenceCase.load()) where item.isRSCALE {
            #expect(throws: RuleProblem("the rule uses a calendar other than the Gregorian (RSCALE)")) {
                _ = try RecurrenceRule(parsing: item.rrule)
            }
        }
    }
}

@Suite struct RecurrenceTests {
    private func day(_ text: String) -> Int64 { CalendarTime(text)?.local ?? 0 }

    private func expand(_ rule: String, from start: String, before end: String, limit: Int = 1000) throws -> Expansion {
        let time = try #require(CalendarTime(start))
        return Recurrence.expand(
            try RecurrenceRule(parsing: rule), from: time.local, isDate: time.isDate, before: day(end), limit: limit)
    }

    /// Everyday rules, which libical expands, against our own expander: two makers who must agree.
    @Test(arguments: [20_260_317, 5, 77])
    func `libical and our own expander agree on everyday rules`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        var compared = 0
        for _ in 0..<300 {
            let text = everydayRule(&random)
            let start = day("20260317T091500") + Int64.random(in: 0..<800, using: &random) * 86_400
            let rule = try RecurrenceRule(parsing: text)
            guard rule.isEveryday(from: start) else { continue }
            compared += 1
            let end = start + 3000 * 86_400
            let theirs = LibicalRecurrence.expand(
                rule.textWithoutUntil, from: start, isDate: false, before: end, limit: 2000)
            var expander = PeriodExpander(
                rule, from: start, isDate: false, before: end, limit: 2000, steps: Recurrence.stepLimit)
            #expect(
                theirs.starts == expander.run().starts,
                "seed \(seed): \(text) from \(CalendarTime.basicText(start, isDate: false))")
        }
        #expect(compared > 150)
    }

    private func everydayRule(_ random: inout SeededGenerator) -> String {
        let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].shuffled(using: &random).prefix(
            Int.random(in: 1...4, using: &random))
        let ordinal = [-2, -1, 1, 2, 3, 4, 5].randomElement(using: &random) ?? 1
        let month = Int.random(in: 1...12, using: &random)
        var text =
            switch Int.random(in: 0..<9, using: &random) {
            case 0: "FREQ=DAILY"
            case 1: "FREQ=WEEKLY"
            case 2: "FREQ=WEEKLY;BYDAY=" + days.joined(separator: ",")
            case 3: "FREQ=MONTHLY"
            case 4: "FREQ=MONTHLY;BYDAY=\(ordinal)\(days[0])"
            case 5: "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=\(ordinal < 0 ? -1 : 1)"
            case 6: "FREQ=MONTHLY;BYMONTHDAY=\(Int.random(in: 1...28, using: &random)),-1"
            case 7: "FREQ=YEARLY"
            default: "FREQ=YEARLY;BYMONTH=\(month);BYDAY=\(max(-4, min(4, ordinal)))\(days[0])"
            }
        if Bool.random(using: &random) { text += ";INTERVAL=\(Int.random(in: 1...5, using: &random))" }
        if Bool.random(using: &random) { text += ";COUNT=\(Int.random(in: 1...40, using: &random))" }
        if Bool.random(using: &random) { text += ";WKST=SU" }
        return text
    }

    @Test(arguments: [
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MINUTELY;BYYEARDAY=366;BYMONTH=1",
        "FREQ=HOURLY;BYDAY=MO;BYMONTHDAY=-31;BYMONTH=2",
        "FREQ=SECONDLY;INTERVAL=2;BYSECOND=1", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6", "FREQ=MONTHLY;BYDAY=2MO;BYSETPOS=7", "FREQ=YEARLY;INTERVAL=99999999",
        "FREQ=SECONDLY;INTERVAL=86399;BYHOUR=0;BYMINUTE=0;BYSECOND=0",
    ])
    func `a rule that never comes true ends soon`(rule: String) throws {
        let clock = ContinuousClock()
        let began = clock.now
        let expansion = try expand(rule, from: "20260317T091500", before: "21000101")
        // A debug build is some ten times slower than what people run.
        #expect(clock.now - began < .seconds(60))
        #expect(expansion.starts.count <= 1)
    }

    @Test func `every second of a day is bounded`() throws {
        let all =
            "BYHOUR=\((0...23).map(String.init).joined(separator: ","));BYMINUTE=\((0...59).map(String.init).joined(separator: ","))"
        let expansion = try expand(
            "FREQ=YEARLY;BYMONTHDAY=31,30,29;\(all);BYSECOND=0,30", from: "20261231T235930", before: "99990101")
        #expect(expansion.isCut && expansion.starts.count == 1000)
    }

    @Test func `limits and ends are kept`() throws {
        #expect(try expand("FREQ=DAILY", from: "20260317", before: "20260320").starts.count == 3)
        let cut = try expand("FREQ=DAILY", from: "20260317", before: "20290101", limit: 10)
        #expect(cut.isCut && cut.starts.count == 10)
        #expect(try expand("FREQ=DAILY;COUNT=10", from: "20260317", before: "20290101", limit: 10).isCut == false)
        #expect(try expand("FREQ=DAILY", from: "20260317", before: "20260317").starts.isEmpty)
    }

    @Test(arguments: [
        "", "FREQ=FORTNIGHTLY", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=-1", "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;BYHOUR=24",
        "FREQ=DAILY;BYMONTH=13", "FREQ=DAILY;BYDAY=XX", "FREQ=MONTHLY;BYDAY=0MO", "FREQ=DAILY;UNTIL=soon",
        "FREQ=DAILY;FREQ=WEEKLY",
        "FREQ=DAILY;BYSETPOS=1", "SECRET", "FREQ=DAILY;BYMONTHDAY=",
        "FREQ=DAILY;INTERVAL=99999999999999999999",
        "RRULE:AnythingRandom;FREQ=SELDOM", "FREQ=YEARLY;BYYEARDAY=" + String(repeating: "1,", count: 4000),
    ])
    func `a rule that cannot be used is refused without quoting it`(rule: String) {
        let problem = #expect(throws: RuleProblem.self) { try RecurrenceRule(parsing: rule) }
        #expect(problem?.message.contains("SECRET") == false && problem?.message.contains("Random") == false)
    }

    @Test func `blanks, small letters and parts of others are tolerated`() throws {
        let rule = try RecurrenceRule(parsing: "freq=weekly; byday=mo, tu ,MO;X-NOTE=1;wkst=su;")
        #expect(rule.textWithoutUntil == "FREQ=WEEKLY;WKST=SU;BYDAY=MO,TU" && !rule.hasUnreadPart)
        let odd = try RecurrenceRule(parsing: "RRULE:Anything;FREQ=WEEKLY;COLOUR=red")
        #expect(odd.textWithoutUntil == "FREQ=WEEKLY" && odd.hasUnreadPart)
    }
}
