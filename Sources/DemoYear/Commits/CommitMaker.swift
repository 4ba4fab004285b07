import LedgerModel

/// Makes commits of a theme with subjects from its table.
struct CommitMaker {
    private var random: SeededGenerator
    private var decks: [DemoDeck<DemoSubject>]
    private let days: DemoDays
    private let story: DemoStory

    init(days: DemoDays, story: DemoStory, seed: UInt64, stream: String) {
        self.days = days
        self.story = story
        random = SeededGenerator(seed: seed, stream: stream)
        decks = DemoTheme.allCases.map { DemoDeck(DemoSubject.table($0)) }
    }

    /// `nil` if the time is in the future.
    mutating func commit(
        _ theme: DemoTheme, by author: DemoPerson, _ day: CivilDay, minute: Int, system: String? = nil,
        among systems: [String] = DemoSystems.names
    ) -> DemoCommit? {
        var subject = decks[theme.rawValue].deal(&random, or: DemoSubject("tidy", "README.md"))
        if day >= story.certificatesRenew, subject.isExpiredCertificate { subject = .slow }
        let filled = subject.filled(
            system: system ?? random.pick(systems, or: "monitoring"), number: random.number(2, 6))
        let at = days.at(day, minute) + Int64(random.number(0, 59))
        let body = random.chance(22) ? random.pick(DemoSubject.bodies(theme), or: "") : ""
        let extra = random.chance(15) ? ["README.md"] : []
        guard at < days.now else { return nil }
        return DemoCommit(
            project: subject.project ?? theme.project, at: at, author: author, subject: filled.text, body: body,
            paths: [filled.path] + extra.filter { $0 != filled.path })
    }
}
