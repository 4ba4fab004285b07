import TestSupport
import Testing

@testable import ICalendar

@Suite(.enabled(if: SharedData.isReachable, "the shared data is not here"))
struct RecurrenceSuiteTests {
    @Test func `all 145 plain cases of libical's suite come out as its authors expect`() throws {
        let cases = try #require(try RecurrenceCase.load()).filter { !$0.isRSCALE && !$0.isUnimplemented }
        #expect(cases.count == 145)
        for item in cases { #expect(try item.instances() == item.expected, "\(item.key)") }
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

    @Test(arguments: [UInt64(20_260_317), 5, 77])
    func `lawful rules come out as when every moment is asked`(seed: UInt64) throws {
        var rules = RandomRule(seed: seed)
        var compared = 0
        for _ in 0..<120 {
            let (text, start, end) = rules.draw()
            let rule = try RecurrenceRule(parsing: text)
            let expected = SlowExpander(rule: rule, start: start).starts(before: end)
            let what = "seed \(seed): \(text) from \(CalendarTime.basicText(start, isDate: false))"
            let all = Recurrence.expand(rule, from: start, isDate: false, before: end, limit: 100_000)
            #expect(all.starts == expected && !all.isCut, "\(what)")
            let latest = Recurrence.expand(rule, from: start, isDate: false, before: end, limit: 7)
            #expect(latest.starts == expected.suffix(7) && latest.isCut == (expected.count > 7), "latest, \(what)")
            if rule.count == nil, let middle = expected.dropFirst(expected.count / 2).first {
                let rest = Recurrence.expand(
                    rule, from: start, notBefore: middle, isDate: false, before: end, limit: 100_000)
                #expect(rest.starts == expected.filter { $0 >= middle }, "not before, \(what)")
                let one = Recurrence.expand(
                    rule, from: start, notBefore: middle, isDate: false, before: middle + 1, limit: 1)
                #expect(one.starts == [middle], "one, \(what)")
            }
            compared += expected.count > 1 ? 1 : 0
        }
        #expect(compared > 60)
    }

    /// Worked out on paper, weeks of 2026: 2 January is a Friday, 4 January a Sunday.
    @Test(arguments: [
        // Weeks from Saturday 27 December and 10 January, 24 January, 7 February: Friday ends each.
        ("SA", "FR,SU", "20260102", ["0102", "0111", "0116", "0125", "0130", "0208", "0213"]),
        ("SU", "FR,SU", "20260102", ["0102", "0111", "0116", "0125", "0130", "0208", "0213"]),
        // Weeks from Friday 2, 16 and 30 January, 13 February: Friday begins each, Sunday is the third day.
        ("FR", "FR,SU", "20260102", ["0102", "0104", "0116", "0118", "0130", "0201", "0213", "0215"]),
        // Weeks from Monday 29 December, 12 and 26 January, 9 February.
        ("MO", "FR,SU", "20260102", ["0102", "0104", "0116", "0118", "0130", "0201", "0213", "0215"]),
        // Weeks from Saturday 3, 17 and 31 January, 14 February.
        ("SA", "MO,TH,SA", "20260105", ["0105", "0108", "0117", "0119", "0122", "0131", "0202", "0205", "0214"]),
        // Weeks from Friday 2, 16 and 30 January, 13 February: 13 February itself is a Friday and 14 a Saturday.
        ("FR", "MO,TH,SA", "20260105", ["0105", "0108", "0117", "0119", "0122", "0131", "0202", "0205", "0214"]),
        // Weeks from Thursday 1, 15 and 29 January, 12 February.
        ("TH", "MO,TH,SA", "20260105", ["0105", "0115", "0117", "0119", "0129", "0131", "0202", "0212", "0214"]),
    ])
    func `every second week counts weeks from the day that WKST names`(
        weekStart: String, days: String, start: String, expected: [String]
    ) throws {
        let expansion = try expand(
            "FREQ=WEEKLY;INTERVAL=2;WKST=\(weekStart);BYDAY=\(days)", from: start + "T143000", before: "20260216")
        #expect(
            expansion.starts.map { CalendarTime.basicText($0, isDate: false) }
                == expected.map { "2026\($0)T143000" })
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
        for end in [";COUNT=3", ""] {
            let expansion = try expand(rule + end, from: "20260317T091500", before: "21000101")
            #expect(expansion.steps < Recurrence.stepLimit + 1000)
            #expect(expansion.starts.count <= 1)
        }
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
        // 31 December 2028 and the nine days before.
        #expect(cut.starts.first == day("20281222") && cut.starts.last == day("20281231"))
        #expect(try expand("FREQ=DAILY;COUNT=10", from: "20260317", before: "20290101", limit: 10).isCut == false)
        #expect(try expand("FREQ=DAILY", from: "20260317", before: "20260317").starts.isEmpty)
    }

    @Test(arguments: [
        "FREQ=SECONDLY", "FREQ=SECONDLY;BYSECOND=0,1,2,3,4,5", "FREQ=MINUTELY;INTERVAL=7", "FREQ=HOURLY;BYHOUR=9,17",
        "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO", "FREQ=MONTHLY;BYDAY=-1FR",
    ])
    func `a series of 1970 costs no more than one of last year, and its latest dates stay`(rule: String) throws {
        let old = try expand(rule, from: "19700101T000000", before: "20280101", limit: 10)
        let young = try expand(rule, from: "20250901T000000", before: "20280101", limit: 10)
        #expect(old.starts.count == 10 && old.isCut && old.steps == young.steps && old.steps < 2000)
        #expect(try #require(old.starts.first) > day("20270101") && old.starts == old.starts.sorted())
    }

    @Test func `a rule that is counted is counted from its start, and its latest dates stay`() throws {
        let cut = try expand("FREQ=DAILY;COUNT=30", from: "20260301", before: "20270101", limit: 10)
        #expect(cut.isCut && cut.starts.count == 10 && cut.starts.last == day("20260330"))
        // A million and a half seconds are counted, more are not.
        let long = try expand("FREQ=SECONDLY;COUNT=900000000", from: "19700101T000000", before: "20280101", limit: 10)
        #expect(long.isCut && long.starts.count == 10 && long.steps < Recurrence.stepLimit + 1000)
        #expect(try expand("FREQ=DAILY;COUNT=3", from: "20260301", before: "20260301", limit: 10).starts.isEmpty)
    }

    @Test(arguments: [
        "", "FREQ=DAILY;COUNT=5;BYEASTER=0", "FREQ=WEEKLY;COLOUR=red", "FREQ=FORTNIGHTLY", "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1", "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;BYHOUR=24",
        "FREQ=DAILY;BYMONTH=13", "FREQ=DAILY;BYDAY=XX", "FREQ=MONTHLY;BYDAY=0MO", "FREQ=DAILY;UNTIL=soon",
        "FREQ=DAILY;FREQ=WEEKLY",
        "FREQ=DAILY;BYSETPOS=1", "SECRET", "FREQ=DAILY;BYMONTHDAY=",
        "FREQ=DAILY;INTERVAL=99999999999999999999",
        // The number without a positive counterpart.
        "FREQ=MONTHLY;BYMONTHDAY=-9223372036854775808", "FREQ=MONTHLY;BYDAY=-9223372036854775808MO",
        "RRULE:AnythingRandom;FREQ=SELDOM", "FREQ=YEARLY;BYYEARDAY=" + String(repeating: "1,", count: 4000),
    ])
    func `a rule that cannot be used is refused without quoting it`(rule: String) {
        let problem = #expect(throws: RuleProblem.self) { try RecurrenceRule(parsing: rule) }
        #expect(problem?.message.contains("SECRET") == false && problem?.message.contains("Random") == false)
    }

    @Test func `blanks, small letters, escapes and parts of others are tolerated`() throws {
        let rule = try RecurrenceRule(parsing: "freq=weekly; byday=mo, tu ,MO;X-NOTE=1;wkst=su;")
        #expect(rule.textWithoutUntil == "FREQ=WEEKLY;WKST=SU;BYDAY=MO,TU" && !rule.hasUnreadPart)
        let escaped = try RecurrenceRule(parsing: "FREQ=WEEKLY\\;BYDAY=MO\\,TU\\\\;COUNT=3")
        #expect(escaped.textWithoutUntil == "FREQ=WEEKLY;COUNT=3;BYDAY=MO,TU" && !escaped.hasUnreadPart)
        let odd = try RecurrenceRule(parsing: "RRULE:Anything;FREQ=WEEKLY")
        #expect(odd.textWithoutUntil == "FREQ=WEEKLY" && odd.hasUnreadPart)
    }
}
