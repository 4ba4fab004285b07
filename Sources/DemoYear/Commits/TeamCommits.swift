import LedgerModel

/// The commits of the rest of the team. They share most files, but leave some to Dana alone.
struct TeamCommits {
    private struct Member {
        var person: DemoPerson
        /// The percentage of days with a commit.
        var presence: Int
        /// Weights by theme. Nobody else works on hosting costs.
        var weights: [Int]
        var systems: [String]
        var from: CivilDay
    }

    private(set) var commits: [DemoCommit] = []
    private let days: DemoDays
    private let members: [Member]
    private var random: SeededGenerator
    private var maker: CommitMaker

    init(days: DemoDays, story: DemoStory, seed: UInt64) {
        self.days = days
        // Nobody else has payroll and door control, so that only Dana knows them.
        members = [
            Member(
                person: DemoPeople.jonas, presence: 46, weights: [16, 4, 40, 28, 12, 0, 0, 0],
                systems: ["order system", "mail gateway", "file store", "build server", "monitoring"],
                from: days.start),
            Member(
                person: DemoPeople.priya, presence: 44, weights: [42, 18, 22, 6, 12, 0, 0, 0],
                systems: ["order system", "booking system", "ticket desk", "warehouse scanner"], from: days.start),
            Member(
                person: DemoPeople.tomas, presence: 34, weights: [8, 34, 34, 18, 4, 0, 2, 0],
                systems: ["phone system", "intranet", "ticket desk"], from: story.tomasJoins + 6),
        ]
        random = SeededGenerator(seed: seed, stream: "team")
        maker = CommitMaker(days: days, story: story, seed: seed, stream: "others")
    }

    mutating func make() {
        for day in days.past where days.isWorkday(day) {
            for member in members where member.from <= day && random.chance(member.presence) {
                for _ in 0..<random.number(1, 2) { add(member, day) }
            }
        }
    }

    private mutating func add(_ member: Member, _ day: CivilDay) {
        let theme = DemoTheme.allCases[random.index(weights: member.weights)]
        let minute = random.number(570, 1010)
        guard
            var commit = maker.commit(theme, by: member.person, day, minute: minute, among: member.systems)
        else { return }
        let dana = "\(DemoPeople.dana.name) <\(DemoPeople.dana.mail)>"
        if random.chance(24) { commit.trailers.append("Reviewed-by: \(dana)") }
        if random.chance(5) { commit.trailers.append("Co-authored-by: \(dana)") }
        if random.chance(6) {
            let merge = commit.at + Int64(random.number(12, 55) * 60)
            if merge < days.now { commit.mergedAt = merge }
        }
        commits.append(commit)
    }
}
