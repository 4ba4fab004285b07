import LedgerModel

extension KnownLedger {
    /// Three responsibilities: one agreed, one not, one without a measure. Somebody else’s printers are on the desk.
    static let myJob: MyJob = {
        var myJob = MyJob()
        myJob.name = "Mina Weber"
        myJob.objectives = [
            Objective(
                key: "resilience", label: "Payments come back fast", from: CivilDay(iso: "2026-01-01"),
                until: CivilDay(iso: "2026-06-30"), owner: "Maria Keller",
                keyResults: [
                    KeyResult(
                        key: "restore", label: "Time to restore", unit: "min", target: 60,
                        readings: [
                            KeyReading(on: CivilDay(iso: "2025-11-18")!, value: 480, source: "drill report"),
                            KeyReading(on: CivilDay(iso: "2026-03-10")!, value: 55, source: "drill report"),
                        ])
                ]),
            Objective(
                key: "peak", label: "Ready for the autumn peak", owner: "Maria Keller",
                keyResults: [
                    KeyResult(
                        key: "load", label: "Load tested", unit: "%", target: 80,
                        readings: [KeyReading(on: CivilDay(iso: "2026-02-26")!, value: 35)])
                ]),
        ]
        var restores = Responsibility(key: "restores", label: "Restores that work")
        (restores.measure, restores.target, restores.unit) = ("time to restore", "60", "min")
        (restores.share, restores.objective) = (0.4, "resilience")
        (restores.agreedWith, restores.agreedOn) = ("Maria Keller", CivilDay(iso: "2026-01-14"))
        var patching = Responsibility(key: "patching", label: "Patch level")
        (patching.measure, patching.target, patching.unit) = ("share of machines patched within 14 days", "95", "%")
        patching.share = 0.2
        myJob.responsibilities = [restores, patching, Responsibility(key: "onboarding", label: "Onboarding")]
        myJob.notMine = [NotMine(key: "printers", label: "Printers", owner: "Office services")]
        myJob.people = [
            MyJobPerson(key: "maria", label: "Maria Keller", role: .decider, identities: ["maria.keller@example.com"]),
            MyJobPerson(key: "omar", label: "Omar Haddad", role: .mentee, identities: ["omar.haddad@example.com"]),
            MyJobPerson(key: "helen", label: "Helen Brandt", role: .mentor, identities: ["helen.brandt@example.com"]),
        ]
        myJob.skills = [Skill(key: "postgres", label: "PostgreSQL"), Skill(key: "speaking", label: "Speaking")]
        myJob.areas = [LearningArea(key: "networks", label: "Networks", field: .technical)]
        var course = Condition()
        course.title = "^Course"
        myJob.blocks = [BlockPattern(key: "course", label: "Course hour", when: course, area: "networks")]
        myJob.rules = [
            rule("restores", Rule.Outcome(responsibility: "restores", worth: .improvement, skills: ["postgres"])) {
                $0.title = "^Restore "
            },
            rule("restore", Rule.Outcome(responsibility: "restores", worth: .improvement, skills: ["postgres"])) {
                $0.project = ["restore"]
            },
            rule("patch-windows", Rule.Outcome(responsibility: "patching", worth: .baseline)) {
                $0.title = "^Patch window"
            },
            rule("patching", Rule.Outcome(responsibility: "patching", worth: .baseline)) { $0.project = ["patching"] },
            rule("newcomers", Rule.Outcome(responsibility: "onboarding")) { $0.tag = ["newcomers"] },
            rule("printers", Rule.Outcome(responsibility: "not mine:printers")) { $0.title = "^Printer" },
        ]
        // Eight hours from Monday to Thursday, six on Friday; an hour before that on Mondays and Fridays.
        let days = (1...5).map { DayHours(weekday: $0, spans: [ClockRange(start: 540, end: $0 == 5 ? 900 : 1_020)]) }
        myJob.settings.workingHours = [WorkingWeek(from: CivilDay(iso: "2026-01-01")!, days: days)]
        myJob.settings.possibleHours = [1, 5].map {
            DayHours(weekday: $0, spans: [ClockRange(start: 480, end: 540)])
        }
        return myJob
    }()

    private static func rule(_ key: String, _ set: Rule.Outcome, _ when: (inout Condition) -> Void) -> Rule {
        var condition = Condition()
        when(&condition)
        return Rule(key: key, when: condition, set: set)
    }

    // MARK: The calendar

    private enum Guest {
        static let me = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:mina@example.org"
        static let maria = "ATTENDEE;CN=Maria Keller;PARTSTAT=ACCEPTED:mailto:maria.keller@example.com"
        static let omar = "ATTENDEE;CN=Omar Haddad;PARTSTAT=ACCEPTED:mailto:omar.haddad@example.com"
        static let tentative = "ATTENDEE;PARTSTAT=TENTATIVE:mailto:mina@example.org"
        static let declined = "ATTENDEE;PARTSTAT=DECLINED:mailto:mina@example.org"
        static func organises(_ name: String, _ address: String) -> String {
            "ORGANIZER;CN=\(name):mailto:\(address)"
        }
        static let byMe = organises("Mina Weber", "mina@example.org")
        static let byMaria = organises("Maria Keller", "maria.keller@example.com")
    }

    /// Clock times in Berlin, an hour ahead of UTC until 29 March.
    private static func event(
        _ uid: String, _ title: String, _ day: String, _ clock: String, _ minutes: Int, _ more: [String] = []
    ) -> String {
        let parts = clock.split(separator: ":").compactMap { Int($0) }
        let hour = parts[0] - 1
        let start = "\(day.replacing("-", with: ""))T\(hour < 10 ? "0" : "")\(hour)\(clock.suffix(2))00Z"
        return component(
            ["UID:\(uid)", "SUMMARY:\(title)", "DTSTART:\(start)", "DURATION:PT\(minutes)M"] + more)
    }

    private static func component(_ lines: [String]) -> String {
        (["BEGIN:VEVENT"] + lines + ["END:VEVENT"]).map { $0 + "\r\n" }.joined()
    }

    /// Four weeks of the calendar *Work*.
    static let calendar: String = {
        let pair = [Guest.byMaria, Guest.me, Guest.maria]
        let withOmar = [Guest.byMe, Guest.me, Guest.omar]
        let events = [
            // 24 February, 3, 17 and 24 March at 10:00; on the 10th it was cancelled.
            event("one-on-one", "1:1 Maria and Mina", "2026-02-24", "10:00", 30, ["RRULE:FREQ=WEEKLY;COUNT=5"] + pair),
            event(
                "one-on-one", "1:1 Maria and Mina", "2026-03-10", "10:00", 30,
                ["RECURRENCE-ID:20260310T090000Z", "STATUS:CANCELLED"] + pair),
            // 2 and 16 March.
            event(
                "planning", "Planning", "2026-03-02", "09:30", 60,
                ["RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2"] + pair + [Guest.omar]),
            // 5 and 12 March.
            event("patch", "Patch window", "2026-03-05", "14:00", 90, ["RRULE:FREQ=WEEKLY;COUNT=2"] + withOmar),
            event("pairing", "Pairing with Omar", "2026-03-11", "11:00", 60, withOmar),
            event(
                "printers", "Printer rollout", "2026-03-06", "10:00", 45,
                [Guest.organises("Tom Adeyemi", "tom.adeyemi@example.com"), Guest.tentative]),
            event(
                "vendor", "Vendor call", "2026-03-13", "13:00", 30,
                [Guest.organises("Lena Vogt", "lena@example.net"), Guest.me]),
            event(
                "budget", "Budget round", "2026-03-05", "11:00", 60, [Guest.byMaria, Guest.declined, Guest.maria]),
            // Blocks of one’s own: 2, 9, 16 and 23 March, and 13 March.
            event("course", "Course: networks", "2026-03-02", "08:00", 60, ["RRULE:FREQ=WEEKLY;COUNT=4"]),
            event("lab", "Course: lab", "2026-03-13", "13:00", 60),
            component([
                "UID:leave", "SUMMARY:Leave", "DTSTART;VALUE=DATE:20260304", "DTEND;VALUE=DATE:20260305",
            ]),
        ]
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nX-WR-CALNAME:Work\r\n" + events.joined()
            + "END:VCALENDAR\r\n"
    }()
}
