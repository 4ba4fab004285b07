import LedgerModel

/// The hours that Dana planned for herself, and what happened to each.
struct GrowthPlan: Sendable {
    /// What an hour was for.
    struct Topic: Sendable {
        /// The key of a learning area in My job.
        var area: String
        var title: String
    }

    struct Block: Sendable {
        var day: CivilDay
        var minutes: Range<Int>
        var topic: Topic
        var fate: Fate
    }

    enum Fate: Sendable {
        /// She used it, and a note says so.
        case kept
        /// She used it for the side project, which has commits in it.
        case side
        /// Work that began before ran over into it.
        case overrun
        /// Something broke during it.
        case arrived
        /// A meeting was put on top of it.
        case meeting
        case noTrace
        case moved, cancelled
        /// It is in the future.
        case ahead
    }

    static let tides = Topic(area: "time-series", title: "Learn: time series")
    static let seeing = Topic(area: "observability", title: "Learn: observability")
    static let talks = Topic(area: "negotiation", title: "Practise: negotiation")
    /// The topic of each quarter of the year.
    static let topics = [tides, seeing, talks, tides]

    static let evening = 1050..<1110
    static let morning = 480..<540

    private(set) var blocks: [Block] = []
    private(set) var calendar = CalendarPlan()

    init(days: DemoDays, story: DemoStory, seed: UInt64) {
        var random = SeededGenerator(seed: seed, stream: "growth")
        let bounds = Self.bounds(days)
        for (index, topic) in Self.topics.enumerated() {
            let last = index == 3 ? days.today + 35 : bounds[index + 1] - 1
            let evenings = DemoSeries(
                uid: "growth-\(index + 1)-evening@example.com", meeting: .alone(topic.title),
                weekdays: [.monday, .tuesday, .wednesday, .thursday], first: bounds[index], last: last,
                minutes: Self.evening)
            let fridays = DemoSeries(
                uid: "growth-\(index + 1)-friday@example.com", meeting: .alone(topic.title),
                weekdays: [.friday], first: bounds[index], last: last, minutes: Self.morning)
            add(evenings, topic, days, story, &random)
            add(fridays, topic, days, story, &random)
        }
        calendar.events += Self.mentoring(days, story)
    }

    /// The first day of each quarter of the year.
    private static func bounds(_ days: DemoDays) -> [CivilDay] {
        (0...3).map { index in days.start + (days.today - days.start) * Int64(index) / 4 }
    }

    private mutating func add(
        _ series: DemoSeries, _ topic: Topic, _ days: DemoDays, _ story: DemoStory, _ random: inout SeededGenerator
    ) {
        var series = series
        for day in series.days() where !days.isFree(day) {
            var block = Block(day: day, minutes: series.minutes, topic: topic, fate: .ahead)
            if day == days.workday(from: days.today + 1) || (day > days.today && day.weekday == .friday) {
                series.changes[day] = .noted("Next step: " + random.pick(Self.steps(topic), or: "Read on."))
            }
            if day < days.today { block.fate = Self.fate(day, series.minutes, days, story, &random) }
            if case .cancelled = block.fate { series.changes[day] = .cancelled }
            if case .moved = block.fate {
                let other = day + 1
                if days.isWorkday(other), other.weekday != .friday, other < days.today {
                    series.changes[day] = .moved(other, 450..<510)
                    let fate: Fate = random.chance(70) ? .kept : .noTrace
                    blocks.append(Block(day: other, minutes: 450..<510, topic: topic, fate: fate))
                } else {
                    block.fate = .noTrace
                }
            }
            blocks.append(block)
        }
        calendar.series.append(series)
    }

    /// What happens to an hour. Friday mornings mostly hold; evenings hold less and less.
    private static func fate(
        _ day: CivilDay, _ minutes: Range<Int>, _ days: DemoDays, _ story: DemoStory, _ random: inout SeededGenerator
    ) -> Fate {
        let part = days.part(of: day)
        if minutes == morning {
            let weights = [
                [52, 26, 0, 8, 10, 4], [50, 18, 0, 12, 12, 8], [58, 8, 0, 16, 12, 6], [40, 28, 0, 18, 10, 4],
            ]
            return [.kept, .side, .overrun, .arrived, .noTrace, .cancelled][random.index(weights: weights[part])]
        }
        if day >= story.releaseMeetings, day.weekday == .monday || day.weekday == .wednesday { return .meeting }
        let weights = [
            [30, 38, 6, 16, 7, 3], [22, 46, 8, 14, 7, 3], [14, 54, 10, 12, 6, 4], [10, 58, 12, 10, 6, 4],
        ]
        return [.kept, .overrun, .arrived, .noTrace, .moved, .cancelled][random.index(weights: weights[part])]
    }

    private static func steps(_ topic: Topic) -> [String] {
        switch topic.area {
        case "time-series":
            [
                "fit one week of tides by hand and note the error.",
                "read the chapter on seasonal models to the first example.",
            ]
        case "observability":
            ["draw the path of one order through three systems.", "write down what the last alert did not say."]
        default:
            ["write the three sentences for the change board aloud.", "list what Karim gains from a shorter wait."]
        }
    }

    /// Mentoring: talks with the mentor end in summer, those with the mentee begin and go on.
    private static func mentoring(_ days: DemoDays, _ story: DemoStory) -> [DemoEvent] {
        var events: [DemoEvent] = []
        var day = days.workday(at: 4)
        while day <= story.mentorUntil {
            events.append(
                DemoEvent(
                    uid: "mentor-\(day.iso)@example.org",
                    meeting: .invited(
                        "Mentor call with Helen", by: DemoPeople.helen, note: "What I said I would do, and did."),
                    day: day, minutes: 990..<1035))
            day = days.workday(from: day + 30)
        }
        day = days.workday(at: 33)
        while day <= days.today + 20 {
            events.append(
                DemoEvent(
                    uid: "mentee-\(day.iso)@example.com",
                    meeting: .mine("Talk with Amira about her path", [DemoPeople.amira]), day: day, minutes: 765..<795))
            day = days.workday(from: day + 21)
        }
        return events
    }
}
