import LedgerModel

// What comes every week.
extension WorkPlan {
    static func teamSeries(_ days: DemoDays, _ story: DemoStory) -> [DemoSeries] {
        let team = [Cast.jonas, Cast.priya]
        let all = team + [Cast.tomas]
        let early = story.tomasJoins - 1
        func series(
            _ uid: String, _ meeting: DemoMeeting, _ weekdays: [Weekday], _ minutes: Range<Int>,
            every: Int = 1, from: CivilDay? = nil, to: CivilDay? = nil, shift: Int64 = 0
        ) -> DemoSeries {
            DemoSeries(
                uid: uid + "@example.com", meeting: meeting, weekdays: weekdays, everyWeeks: every,
                first: (from ?? days.start) + shift, last: to ?? days.horizon, minutes: minutes)
        }
        let everyDay: [Weekday] = [.monday, .tuesday, .wednesday, .thursday]
        return [
            series("standup", .mine("Stand-up", team), everyDay, 555..<570, to: early),
            series("standup-four", .mine("Stand-up", all), everyDay, 555..<570, from: story.tomasJoins),
            series("ops-review", .mine("Operations review", team + [Cast.karim]), [.monday], 600..<645, to: early),
            series(
                "ops-review-four", .mine("Operations review", all + [Cast.karim]), [.monday], 600..<645,
                from: story.tomasJoins),
            series("one-jonas", .mine("1:1 Jonas", [Cast.jonas]), [.wednesday], 600..<630, every: 2),
            series("one-priya", .mine("1:1 Priya", [Cast.priya]), [.wednesday], 600..<630, every: 2, shift: 7),
            series("one-tomas", .mine("1:1 Tomás", [Cast.tomas]), [.thursday], 600..<630, from: story.tomasJoins),
            series(
                "one-maria", .invited("1:1 Maria / Dana", by: Cast.maria), [.tuesday], 840..<870, every: 2),
        ]
    }

    static func houseSeries(_ days: DemoDays, _ story: DemoStory) -> [DemoSeries] {
        let applications = [Cast.sofia, Cast.ines, Cast.piet, Cast.clara, Cast.omar]
        func series(
            _ uid: String, _ meeting: DemoMeeting, _ weekdays: [Weekday], _ minutes: Range<Int>,
            every: Int = 1, from: CivilDay? = nil
        ) -> DemoSeries {
            DemoSeries(
                uid: uid + "@example.com", meeting: meeting, weekdays: weekdays, everyWeeks: every,
                first: from ?? days.start, last: days.horizon, minutes: minutes)
        }
        return [
            series("portfolio", .invited("Portfolio sync", by: Cast.sofia, applications), [.thursday], 900..<960),
            series(
                "change-board",
                .invited("Change board", by: Cast.karim, [Cast.jonas, Cast.sofia, Cast.ines, Cast.omar]),
                [.wednesday], 810..<855),
            series(
                "release", .invited("Release: go or no go", by: Cast.sofia, [Cast.ines, Cast.piet, Cast.omar]),
                [.monday, .wednesday], 1035..<1095, from: story.releaseMeetings),
            series("all-hands", .invited("All hands", by: Cast.maria, Cast.house), [.thursday], 660..<705, every: 4),
            series(
                "storage-vendor", .invited("Storage support call", by: Cast.nina, [Cast.jonas]), [.tuesday],
                960..<1005, every: 4),
            series(
                "data-circle", .invited("Data circle", by: Cast.clara, Cast.house, answer: .unanswered), [.friday],
                780..<840, every: 2),
        ]
    }
}
