import Testing

@testable import ICalendar

@Suite struct RecurrenceTests {
    @Test(.enabled(if: SharedData.isReachable, "the shared data is not here"))
    func `every plain case of libical's suite comes out as its authors expect`() throws {
        let cases = try #require(try RecurrenceCase.load())
        var right = 0
        for item in cases where !item.isRSCALE && !item.isUnimplemented {
            let own = try item.instances { rule, start, end, limit in
                Recurrence.expand(rule, from: start.local, isDate: start.isDate, before: end, limit: limit)
            }
            #expect(own == item.expected, "\(item.key)")
            right += own == item.expected ? 1 : 0
        }
        #expect(right == 145)
    }
}
