import LedgerModel

// Recurring events.
extension WorkPlan {
    static func teamSeries(_ days: DemoDays, _ story: DemoStory) -> [DemoSeries] {
        let team = [DemoPeople.jonas, DemoPeople.priya]
        let all = team + [DemoPeople.tomas]
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
            series(
                "ops-review", .mine("Operations review", team + [DemoPeople.karim]), [.monday], 600..<645, to: early),
            series(
                "ops-review-four", .mine("Operations review", all + [DemoPeople.karim]), [.monday], 600..<645,
                from: story.tomasJoins),
            series("one-jonas", .mine("1:1 Jonas", [DemoPeople.jonas]), [.wednesday], 600..<630, every: 2),
            series("one-priya", .mine("1:1 Priya", [DemoPeople.priya]), [.wednesday], 600..<630, every: 2, shift: 7),
            series("one-tomas", .mine("1:1 Tomás", [DemoPeople.tomas]), [.thursday], 600..<630, from: story.tomasJoins),
            series(
                "one-maria", .invited("1:1 Maria / Dana", by: DemoPeople.maria), [.tuesday], 840..<870, every: 2),
        ]
    }

    static func houseSeries(_ days: DemoDays, _ story: DemoStory) -> [DemoSeries] {
        let applications = [DemoPeople.sofia, DemoPeople.ines, DemoPeople.piet, DemoPeople.clara, DemoPeople.omar]
        func series(
            _ uid: String, _ meeting: DemoMeeting, _ weekdays: [Weekday], _ minutes: Range<Int>,
            every: Int = 1, from: CivilDay? = nil
        ) -> DemoSeries {
            DemoSeries(
                uid: uid + "@example.com", meeting: meeting, weekdays: weekdays, everyWeeks: every,
                first: from ?? days.start, last: days.horizon, minutes: minutes)
        }
        return [
            series("portfolio", .invited("Portfolio sync", by: DemoPeople.sofia, applications), [.thursday], 900..<960),
            series(
                "change-board",
                .invited(
                    "Change board", by: DemoPeople.karim,
                    [DemoPeople.jonas, DemoPeople.sofia, DemoPeople.ines, DemoPeople.omar]),
                [.wednesday], 810..<855),
            series(
                "release",
                .invited(
                    "Release: go or no go", by: DemoPeople.sofia, [DemoPeople.ines, DemoPeople.piet, DemoPeople.omar]),
                [.monday, .wednesday], 1035..<1095, from: story.releaseMeetings),
            series(
                "all-hands", .invited("All hands", by: DemoPeople.maria, DemoPeople.house), [.thursday], 660..<705,
                every: 4),
            series(
                "storage-vendor", .invited("Storage support call", by: DemoPeople.nina, [DemoPeople.jonas]), [.tuesday],
                960..<1005, every: 4),
            series(
                "data-circle", .invited("Data circle", by: DemoPeople.clara, DemoPeople.house, answer: .unanswered),
                [.friday],
                780..<840, every: 2),
        ]
    }
}
