import LedgerModel

/// The days on which something happens that the rest of the year refers to.
struct DemoStory: Sendable {
    /// A restore drill of the order system, and how long it took.
    struct Drill: Sendable {
        var day: CivilDay
        var minutes: Int
        var systemsProven: Int
    }

    /// A system that stood still.
    struct Outage: Sendable {
        var day: CivilDay
        var system: String
        var minutes: Int
    }

    let drills: [Drill]
    let outages: [Outage]
    let tomasJoins: CivilDay
    /// The day on which the second team takes the handbook.
    let handbookAdopted: CivilDay
    let storageMoved: CivilDay
    /// The change board begins to decide small changes within two days.
    let boardAgrees: CivilDay
    /// Meetings on the evening before a release begin.
    let releaseMeetings: CivilDay
    /// The last talk with the mentor.
    let mentorUntil: CivilDay

    init(days: DemoDays, seed: UInt64) {
        drills = [(9, 480, 2), (37, 310, 4), (68, 140, 7), (95, 50, 9)].map {
            Drill(day: days.workday(at: $0.0), minutes: $0.1, systemsProven: $0.2)
        }
        tomasJoins = days.workday(at: 52)
        handbookAdopted = days.workday(at: 83)
        storageMoved = days.workday(at: 60)
        boardAgrees = days.workday(at: 74)
        releaseMeetings = days.workday(at: 51)
        mentorUntil = days.workday(at: 44)
        outages = Self.outages(days, seed: seed)
    }

    /// More of them each quarter; never two in one week.
    private static func outages(_ days: DemoDays, seed: UInt64) -> [Outage] {
        var random = SeededGenerator(seed: seed, stream: "outages")
        var systems = DemoDeck(DemoSystems.names)
        var result: [Outage] = []
        var monday = days.start.monday
        while monday < days.today {
            let day = days.workday(from: monday + Int64(random.number(0, 3)))
            if random.chance([22, 30, 48, 62][days.part(of: monday)]), day > days.start, day < days.today,
                day != result.last?.day
            {
                let minutes = random.number(4, 30) * 5
                result.append(Outage(day: day, system: systems.deal(&random, or: "monitoring"), minutes: minutes))
            }
            monday = monday + 7
        }
        return result
    }
}
