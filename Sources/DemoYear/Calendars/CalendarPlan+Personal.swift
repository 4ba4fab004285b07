import LedgerModel

extension CalendarPlan {
    static func holidays(_ days: DemoDays) -> CalendarPlan {
        CalendarPlan(
            events: days.holidays.map { holiday in
                DemoEvent(
                    uid: "holiday-\(holiday.day.iso)@example.com", meeting: .alone(holiday.name), day: holiday.day)
            })
    }

    /// The personal calendar: leave, a choir and other appointments.
    static func personal(_ days: DemoDays, seed: UInt64) -> CalendarPlan {
        var random = SeededGenerator(seed: seed, stream: "personal")
        var plan = CalendarPlan()
        for span in days.leave {
            plan.events.append(
                DemoEvent(
                    uid: "leave-\(span.first.iso)@example.org", meeting: .alone(span.title), day: span.first,
                    lastDay: span.last))
        }
        plan.series.append(
            DemoSeries(
                uid: "choir@example.org", meeting: .alone("Choir"), weekdays: [.tuesday], first: days.start,
                last: days.horizon, minutes: 1170..<1290))
        let errands = [
            "Dentist", "School evening", "Bicycle to the workshop", "Parents for dinner", "Flat: meter reading",
        ]
        for week in stride(from: Int64(2), to: 52, by: 3) {
            let day = days.start + week * 7 + Int64(random.number(0, 4))
            let hour = random.number(17, 19) * 60
            plan.events.append(
                DemoEvent(
                    uid: "personal-\(week)@example.org",
                    meeting: .alone(random.pick(errands, or: "Errand")), day: day, minutes: hour..<hour + 60))
        }
        return plan
    }
}
