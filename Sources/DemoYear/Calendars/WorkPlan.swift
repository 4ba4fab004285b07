import LedgerModel

/// The calendar of the job, and the times at which Dana is in meetings.
struct WorkPlan: Sendable {
    private(set) var calendar = CalendarPlan()
    private var taken: [CivilDay: [Range<Int>]] = [:]

    init(days: DemoDays, story: DemoStory, growth: GrowthPlan, seed: UInt64) {
        var random = SeededGenerator(seed: seed, stream: "work")
        calendar.series = Self.teamSeries(days, story) + Self.houseSeries(days, story)
        for index in calendar.series.indices {
            Self.change(&calendar.series[index], days, &random)
        }
        calendar.events = Self.drills(story, days) + Self.outages(story, days) + Self.coffees(days, story)
        calendar.events += Self.milestones(days, story) + Self.invitations(days, &random)
        calendar.events += Self.printers(days)
        take(days)
        for event in growth.calendar.events { take(event) }
    }

    /// The times at which Dana is in meetings on a day, in order.
    func meetings(on day: CivilDay) -> [Range<Int>] { taken[day] ?? [] }

    private mutating func take(_ days: DemoDays) {
        for series in calendar.series where series.meeting.takesTime {
            for day in series.days() where !days.isFree(day) {
                switch series.changes[day] {
                case .cancelled: break
                case .moved(let other, let minutes): taken[other, default: []].append(minutes)
                case .noted, nil: taken[day, default: []].append(series.minutes)
                }
            }
        }
        for event in calendar.events { take(event) }
        for day in taken.keys { taken[day]?.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) } }
    }

    private mutating func take(_ event: DemoEvent) {
        guard let minutes = event.minutes, event.meeting.takesTime else { return }
        taken[event.day, default: []].append(minutes)
        taken[event.day]?.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }

    /// Moves and cancels meetings of two, more often as the year gets busier.
    private static func change(_ series: inout DemoSeries, _ days: DemoDays, _ random: inout SeededGenerator) {
        guard series.meeting.guests.count == 2 else { return }
        for day in series.days() where !days.isFree(day) && day < days.today {
            let part = days.part(of: day)
            if random.chance([4, 6, 12, 20][part]) {
                series.changes[day] = .cancelled
            } else if random.chance([5, 8, 12, 14][part]), days.isWorkday(day + 1) {
                series.changes[day] = .moved(day + 1, series.minutes)
            }
        }
    }
}
