import LedgerModel

/// Dana's own commits: sessions between meetings, late evenings, emergencies, and her side project.
struct DanaCommits {
    private(set) var commits: [DemoCommit] = []
    private let days: DemoDays
    private let story: DemoStory
    private let work: WorkPlan
    private var random: SeededGenerator
    private var maker: CommitMaker

    init(days: DemoDays, story: DemoStory, work: WorkPlan, seed: UInt64) {
        self.days = days
        self.story = story
        self.work = work
        random = SeededGenerator(seed: seed, stream: "sessions")
        maker = CommitMaker(days: days, story: story, seed: seed, stream: "dana")
    }

    mutating func make(_ growth: GrowthPlan) {
        for day in days.past {
            if days.isWorkday(day) {
                workday(day)
                for outage in story.outages where outage.day == day { self.outage(outage) }
                if random.chance([5, 8, 15, 21][days.part(of: day)]) { fire(day, from: random.number(1140, 1230)) }
            } else if day.weekday > .friday, !days.isFree(day) {
                weekend(day)
            }
        }
        for block in growth.blocks { self.block(block) }
    }

    private mutating func workday(_ day: CivilDay) {
        guard random.chance(84) else { return }
        var minute = random.number(575, 680)
        for _ in 0..<(random.chance(48) ? 2 : 1) {
            let theme = DemoTheme.allCases[random.index(weights: DemoTheme.weights[days.part(of: day)])]
            session(theme, day, from: minute, count: random.number(1, 3), until: 1015)
            minute += random.number(170, 260)
        }
    }

    /// Commits ten minutes to an hour apart, none of them during a meeting.
    private mutating func session(_ theme: DemoTheme, _ day: CivilDay, from start: Int, count: Int, until end: Int) {
        var minute = start
        let system = random.chance(55) ? random.pick(DemoSystems.names, or: "monitoring") : nil
        for _ in 0..<count {
            for meeting in work.meetings(on: day) where meeting.contains(minute) {
                minute = meeting.upperBound + random.number(8, 25)
            }
            guard minute < end else { return }
            add(theme, day, minute, system)
            minute += random.number(18, 76)
        }
    }

    private mutating func add(_ theme: DemoTheme, _ day: CivilDay, _ minute: Int, _ system: String? = nil) {
        let author = theme == .tides ? DemoPeople.danaAtHome : DemoPeople.dana
        guard var commit = maker.commit(theme, by: author, day, minute: minute, system: system) else { return }
        if theme != .tides {
            let ticketed = theme == .fleet || theme == .patch ? 70 : 24
            if random.chance(ticketed) { commit.trailers.append("Refs: OPS-\(random.number(1200, 1990))") }
            if random.chance(16) {
                commit.trailers.append("Reviewed-by: \(DemoPeople.jonas.name) <\(DemoPeople.jonas.mail)>")
            }
            if random.chance(7) {
                commit.trailers.append("Co-authored-by: \(DemoPeople.priya.name) <\(DemoPeople.priya.mail)>")
            }
        }
        commits.append(commit)
    }

    private mutating func outage(_ outage: DemoStory.Outage) {
        let start = random.number(585, 900)
        for offset in stride(from: 18, through: max(18, outage.minutes), by: 34) {
            add(.fire, outage.day, start + offset, outage.system)
        }
    }

    /// An emergency that Dana handles alone after hours.
    private mutating func fire(_ day: CivilDay, from start: Int) {
        var minute = start
        let system = random.pick(DemoSystems.names, or: "monitoring")
        for _ in 0..<random.number(2, 4) {
            add(.fire, day, minute, system)
            minute += random.number(14, 41)
        }
    }

    private mutating func weekend(_ day: CivilDay) {
        let part = days.part(of: day)
        if random.chance([32, 30, 20, 16][part]) {
            var minute = random.number(560, 640)
            for _ in 0..<random.number(1, 3) {
                add(.tides, day, minute)
                minute += random.number(18, 52)
            }
        }
        if random.chance([1, 2, 5, 8][part]) { fire(day, from: random.number(600, 1000)) }
    }

    private mutating func block(_ block: GrowthPlan.Block) {
        let late = DemoTheme.allCases[random.index(weights: DemoTheme.lateWeights[days.part(of: block.day)])]
        switch block.fate {
        case .overrun:
            var minute = random.number(1030, 1042)
            for _ in 0..<random.number(2, 4) {
                add(late, block.day, minute)
                minute += random.number(17, 29)
            }
        case .arrived:
            let start = block.minutes.lowerBound + random.number(22, 30)
            let system = random.pick(DemoSystems.names, or: "monitoring")
            add(.fire, block.day, start, system)
            add(.fire, block.day, start + random.number(15, 27), system)
        case .side:
            let start = block.minutes.lowerBound
            for minute in [24, 41, 57] { add(.tides, block.day, start + minute + random.number(-2, 2)) }
        case .kept, .meeting, .noTrace, .moved, .cancelled, .ahead: break
        }
    }
}
