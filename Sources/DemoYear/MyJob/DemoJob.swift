import LedgerModel

/// What Dana is judged by and aims at.
struct DemoJob {
    let days: DemoDays
    let story: DemoStory

    var myJob: MyJob {
        var myJob = MyJob()
        myJob.name = DemoPeople.dana.name
        myJob.settings = settings
        myJob.objectives = objectives
        myJob.responsibilities = responsibilities
        myJob.notMine = [
            NotMine(key: "printers", label: "Printer fleet", owner: "Facilities"),
            NotMine(key: "rooms", label: "Screens in meeting rooms", owner: "Office services"),
        ]
        myJob.people = DemoPeople.named.map { person in
            MyJobPerson(key: person.key, label: person.name, role: person.role, identities: [person.mail])
        }
        myJob.skills = [
            Skill(key: "recovery", label: "Recovering systems"), Skill(key: "writing", label: "Writing for others"),
            Skill(key: "deciding", label: "Moving a decision"), Skill(key: "coaching", label: "Coaching"),
            Skill(key: "measuring", label: "Measuring"),
        ]
        myJob.areas = [
            LearningArea(key: "time-series", label: "Time series", field: .technical, outsideRole: true),
            LearningArea(key: "negotiation", label: "Negotiation", field: .leadership, outsideRole: true),
            LearningArea(key: "observability", label: "Observability", field: .technical, outsideRole: false),
        ]
        myJob.blocks = [
            block("series-hour", "Hour for time series", GrowthPlan.tides),
            block("seeing-hour", "Hour for observability", GrowthPlan.seeing),
            block("talk-hour", "Hour for negotiation", GrowthPlan.talks),
        ]
        myJob.rules = Self.rules
        return myJob
    }

    private func block(_ key: String, _ label: String, _ topic: GrowthPlan.Topic) -> BlockPattern {
        var when = Condition()
        when.calendar = ["Growth"]
        when.title = "^" + topic.title
        return BlockPattern(key: key, label: label, when: when, area: topic.area)
    }

    private var settings: MyJobSettings {
        var settings = MyJobSettings()
        if days.zone != .utc { settings.zones = [.init(from: days.start, zone: days.zone.name)] }
        let long = [ClockRange(start: 540, end: 750), ClockRange(start: 795, end: 1050)]
        settings.workingHours = [
            WorkingWeek(
                from: days.start,
                days: (1...4).map { DayHours(weekday: $0, spans: long) }
                    + [DayHours(weekday: 5, spans: [ClockRange(start: 540, end: 900)])])
        ]
        settings.possibleHours =
            (1...4).map {
                DayHours(weekday: $0, spans: [ClockRange(start: 450, end: 540), ClockRange(start: 1050, end: 1140)])
            } + [DayHours(weekday: 5, spans: [ClockRange(start: 450, end: 540), ClockRange(start: 900, end: 1020)])]
        settings.leave = "^(vacation|sick|leave)"
        settings.holidayCalendars = ["Holidays"]
        return settings
    }
}
