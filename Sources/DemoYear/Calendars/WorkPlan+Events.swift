import LedgerModel

// Single events.
extension WorkPlan {
    static func drills(_ story: DemoStory, _ days: DemoDays) -> [DemoEvent] {
        story.drills.enumerated().map { index, drill in
            DemoEvent(
                uid: "drill-\(index + 1)@example.com",
                meeting: .mine(
                    "Restore drill: order system", [DemoPeople.jonas, DemoPeople.priya, DemoPeople.ruth],
                    note: "Result: proven after \(drill.minutes) minutes. Log in restore-drill."),
                day: drill.day, minutes: 540..<540 + min(drill.minutes + 30, 450))
        }
    }

    /// A review two days after each outage.
    static func outages(_ story: DemoStory, _ days: DemoDays) -> [DemoEvent] {
        story.outages.enumerated().map { index, outage in
            DemoEvent(
                uid: "incident-\(index + 1)@example.com",
                meeting: .mine(
                    "Incident review: \(outage.system)", [DemoPeople.jonas, DemoPeople.priya, DemoPeople.karim],
                    note: "Stood still for \(outage.minutes) minutes."),
                day: days.workday(from: outage.day + 2), minutes: 690..<735)
        }
    }

    /// Coffees, with Sofia more and more often and with Leon no longer.
    static func coffees(_ days: DemoDays, _ story: DemoStory) -> [DemoEvent] {
        var events: [DemoEvent] = []
        for (index, share) in [12, 30, 47, 62, 75, 86, 94, 98].enumerated() {
            let day = days.workday(at: share)
            events.append(
                DemoEvent(
                    uid: "coffee-sofia-\(index + 1)@example.com",
                    meeting: .mine("Coffee with Sofia", [DemoPeople.sofia]), day: day, minutes: 870..<900))
        }
        for (index, share) in [6, 17, 28, 41, 55].enumerated() {
            events.append(
                DemoEvent(
                    uid: "lunch-leon-\(index + 1)@example.com",
                    meeting: .invited("Lunch with Leon", by: DemoPeople.leon), day: days.workday(at: share) + 1,
                    minutes: 735..<780))
        }
        return events
    }

    static func milestones(_ days: DemoDays, _ story: DemoStory) -> [DemoEvent] {
        let customers = [DemoPeople.ruth, DemoPeople.amira, DemoPeople.priya]
        func event(_ uid: String, _ meeting: DemoMeeting, _ day: CivilDay, _ minutes: Range<Int>) -> DemoEvent {
            DemoEvent(uid: uid + "@example.com", meeting: meeting, day: day, minutes: minutes)
        }
        var events = [
            event("goals", .invited("Goals for the year", by: DemoPeople.maria), days.workday(at: 7), 900..<960),
            event(
                "handbook-1", .mine("Handbook: walk-through with the team", [DemoPeople.jonas, DemoPeople.priya]),
                days.workday(at: 24), 840..<900),
            event(
                "handbook-2", .mine("Handbook: first reading with customer service", customers),
                days.workday(at: 57), 840..<900),
            event(
                "handbook-3",
                .invited("Handbook: customer service takes it over", by: DemoPeople.ruth, [DemoPeople.amira]),
                story.handbookAdopted, 840..<885),
            event(
                "board-proposal",
                .mine(
                    "Proposal: small changes within two days", [DemoPeople.karim, DemoPeople.maria, DemoPeople.omar]),
                story.boardAgrees - 7, 870..<915),
            event(
                "storage-plan", .mine("Storage: which copies can be slower", [DemoPeople.leon, DemoPeople.jonas]),
                story.storageMoved - 13, 870..<930),
            event(
                "mid-year", .invited("Half-year talk", by: DemoPeople.maria), days.workday(at: 50) + 1, 960..<1020),
            event(
                "year-talk", .invited("Talk about the year", by: DemoPeople.maria), days.workday(from: days.today + 17),
                900..<960),
            event(
                "next-drill", .mine("Restore drill: booking system", [DemoPeople.jonas, DemoPeople.priya]),
                days.workday(from: days.today + 22), 540..<660),
        ]
        for (index, share) in [38, 40, 42].enumerated() {
            events.append(
                event(
                    "interview-\(index + 1)",
                    .mine("Interview: systems engineer", [DemoPeople.priya, DemoPeople.ines]),
                    days.workday(at: share), 660..<720))
        }
        for (index, offset) in [Int64(0), 1, 4].enumerated() {
            events.append(
                event(
                    "onboarding-\(index + 1)", .mine("Onboarding: Tomás, day \(offset + 1)", [DemoPeople.tomas]),
                    days.workday(from: story.tomasJoins + offset), 780..<840))
        }
        for (index, share) in [10, 36, 64, 90].enumerated() {
            var appointment = DemoMeeting.alone("Appointment")
            appointment.isPrivate = true
            events.append(event("private-\(index + 1)", appointment, days.workday(at: share) + 1, 480..<540))
        }
        // A title that begins with `log:` makes an event a note, written on a phone.
        for (index, (share, text)) in [
            (33, "showed Ruth the drill log on the stairs"), (81, "Leon would like the handbook for finance"),
        ].enumerated() {
            events.append(
                event("log-\(index + 1)", .alone("log: " + text), days.workday(at: share), 925..<930))
        }
        for index in 0..<9 {
            let monday = (days.start + Int64(index * 42)).monday
            events.append(
                DemoEvent(
                    uid: "on-call-\(index + 1)@example.com", meeting: .alone("On call: Dana"), day: monday,
                    lastDay: monday + 6))
        }
        return events
    }

    /// Declined and tentative invitations, and a train ride.
    static func invitations(_ days: DemoDays, _ random: inout SeededGenerator) -> [DemoEvent] {
        let titles = [
            "Office move: steering", "Brown bag: how the warehouse counts", "Survey of meeting rooms",
            "Brown bag: reading a balance sheet", "Product fair: preparation", "Summer party: who brings what",
        ]
        var events: [DemoEvent] = []
        for (index, title) in (titles + titles).enumerated() {
            let answer: DemoGuest.Answer = title.hasPrefix("Brown") ? .tentative : .declined
            let day = days.workday(at: 5 + index * 8)
            events.append(
                DemoEvent(
                    uid: "invitation-\(index + 1)@example.com",
                    meeting: .invited(
                        title,
                        by: random.pick([DemoPeople.ines, DemoPeople.clara, DemoPeople.piet], or: DemoPeople.ines),
                        DemoPeople.house, answer: answer),
                    day: day, minutes: 720..<765))
        }
        for (index, share) in [21, 53, 79].enumerated() {
            var train = DemoMeeting.alone("Train to the other site")
            train.isTransparent = true
            events.append(
                DemoEvent(
                    uid: "train-\(index + 1)@example.com", meeting: train, day: days.workday(at: share),
                    minutes: 420..<530))
        }
        return events
    }

    /// Printers, which are not her job but are in her calendar.
    static func printers(_ days: DemoDays) -> [DemoEvent] {
        [48, 58, 66, 71, 77, 82, 88, 93, 97].enumerated().map { index, share in
            DemoEvent(
                uid: "printers-\(index + 1)@example.com",
                meeting: .invited(
                    "Printers on floor 3", by: DemoPeople.bernd, index % 2 == 0 ? [] : [DemoPeople.tomas]),
                day: days.workday(at: share) + (index % 3 == 0 ? 1 : 0), minutes: 960..<1005)
        }
    }
}
