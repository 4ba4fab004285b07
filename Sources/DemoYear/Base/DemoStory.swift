import LedgerModel

/// The days of the events to which the rest of the year refers.
struct DemoStory: Sendable {
    /// A restore drill of the order system, with its duration.
    struct Drill: Sendable {
        var day: CivilDay
        var minutes: Int
        var systemsProven: Int
    }

    /// An outage of a system.
    struct Outage: Sendable {
        var day: CivilDay
        var system: String
        var minutes: Int
    }

    let drills: [Drill]
    let outages: [Outage]
    let tomasJoins: CivilDay
    /// The day on which the second team adopts the handbook.
    let handbookAdopted: CivilDay
    let storageMoved: CivilDay
    /// The day from which certificates renew themselves, so that no incident comes from them.
    let certificatesRenew: CivilDay
    /// The day from which the change board decides small changes within two days.
    let boardAgrees: CivilDay
    /// The day from which there are meetings on the evening before a release.
    let releaseMeetings: CivilDay
    /// The day of the last talk with the mentor.
    let mentorUntil: CivilDay

    init(days: DemoDays, seed: UInt64) {
        drills = [(9, 480, 2), (37, 310, 4), (68, 140, 7), (95, 50, 9)].map {
            Drill(day: days.workday(at: $0.0), minutes: $0.1, systemsProven: $0.2)
        }
        tomasJoins = days.workday(at: 52)
        handbookAdopted = days.workday(at: 83)
        storageMoved = days.workday(at: 60)
        certificatesRenew = days.workday(at: 83)
        boardAgrees = days.workday(at: 74)
        releaseMeetings = days.workday(at: 51)
        mentorUntil = days.workday(at: 44)
        outages = Self.outages(days, seed: seed)
    }

    /// Outages, more of them each quarter, but never two in one week.
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
