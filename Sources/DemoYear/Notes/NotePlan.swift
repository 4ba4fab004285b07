package import LedgerModel

/// The notes that Dana wrote, in order of time.
struct NotePlan {
    private(set) var notes: [DemoNote] = []
    private let days: DemoDays
    private var random: SeededGenerator

    init(days: DemoDays, story: DemoStory, growth: GrowthPlan, seed: UInt64) {
        self.days = days
        random = SeededGenerator(seed: seed, stream: "notes")
        keptBlocks(growth)
        milestones(story)
        everyday(story)
        printers()
        notes = notes.filter { $0.at < days.now }.sorted { ($0.at, $0.text) < ($1.at, $1.text) }
    }

    /// A note at the end of each hour that she used for herself.
    private mutating func keptBlocks(_ growth: GrowthPlan) {
        var decks = NoteText.growth.mapValues { DemoDeck($0) }
        for block in growth.blocks {
            guard case .kept = block.fate else { continue }
            let text = decks[block.topic.area]?.deal(&random, or: "Read on") ?? "Read on"
            let minutes = random.pick([40, 45, 50, 55, 60], or: 60)
            notes.append(
                DemoNote(
                    days.at(block.day, block.minutes.lowerBound + minutes), text, minutes: minutes,
                    tags: ["growth", block.topic.area]))
        }
    }

    private mutating func milestones(_ story: DemoStory) {
        func note(
            _ day: CivilDay, _ minute: Int, _ text: String, minutes: Int? = nil, with: [DemoPerson] = [],
            tags: [String] = []
        ) {
            notes.append(DemoNote(days.at(day, minute), text, minutes: minutes, with: with, tags: tags))
        }
        for (drill, text) in zip(story.drills, NoteText.drills) {
            note(drill.day, 1000, "Restore drill of the order system: \(drill.minutes) minutes. " + text)
        }
        note(
            story.handbookAdopted, 900,
            "Ruth: \"The handbook saved us two days with each newcomer.\" Customer service uses it as well now",
            with: [DemoPeople.ruth], tags: ["praise"])
        note(
            story.tomasJoins + 8, 985, "Tomás made his first own change after 6 days, by the handbook alone",
            with: [DemoPeople.tomas], tags: ["praise"])
        note(
            story.boardAgrees, 850,
            "Decided with the change board: small changes within two days. Before, they took nine days on average",
            with: [DemoPeople.karim, DemoPeople.maria], tags: ["decision"])
        note(
            story.storageMoved, 1010, "Proposed to Leon and done: nightly copies on slower storage, 600 euro a month",
            with: [DemoPeople.leon], tags: ["decision"])
        note(
            story.mentorUntil, 1040, "Helen asked what I would stop doing if I could. I said: being the only one",
            minutes: 5, with: [DemoPeople.helen])
        note(
            days.workday(at: 29), 880, "Amira would like to come into operations one day; offered her an hour a month",
            with: [DemoPeople.amira], tags: ["gave"])
        note(
            days.workday(at: 63), 905, "Sofia explained the release dates to me before the others heard them",
            with: [DemoPeople.sofia], tags: ["received"])
        note(
            days.workday(at: 87), 895, "Maria asked whether I would speak for operations in the planning group",
            with: [DemoPeople.maria], tags: ["door"])
        for (share, days) in [(22, 9), (40, 11), (59, 12), (69, 8)] {
            note(
                self.days.workday(at: share), 945,
                "Waiting for the change board: the restore of the \(share < 50 ? "file store" : "booking system") "
                    + "is ready since \(days) days",
                tags: ["blocker"])
        }
    }

    /// Calls, questions and help, one or two notes a week.
    private mutating func everyday(_ story: DemoStory) {
        var deck = DemoDeck(NoteText.everyday)
        var day = days.start + 2
        while day < days.today {
            if days.isWorkday(day) {
                let line = deck.deal(&random, or: NoteText.everyday[0])
                let isThere = line.person != DemoPeople.tomas || day >= story.tomasJoins
                if isThere {
                    notes.append(
                        DemoNote(
                            days.at(day, random.number(610, 1010)), line.text, minutes: line.minutes,
                            with: line.person.map { [$0] } ?? [], tags: line.tags))
                }
            }
            day = day + Int64(random.number(2, 6))
        }
    }

    /// Printers are not her job but take minutes of her time, more of them every quarter.
    private mutating func printers() {
        var deck = DemoDeck(NoteText.printers)
        for (index, share) in [15, 27, 39, 46, 52, 57, 63, 68, 73, 76, 80, 84, 87, 90, 92, 95, 97, 99].enumerated() {
            let text = deck.deal(&random, or: "Printer on floor 3")
            notes.append(
                DemoNote(
                    days.at(days.workday(at: share), random.number(640, 1000)), text,
                    minutes: [10, 15, 20, 30, 45][(index * 3) % 5], with: [DemoPeople.bernd], tags: ["ask"]))
        }
    }
}

/// A note that Dana wrote.
package struct DemoNote: Sendable, Hashable {
    /// The end of what it is about.
    package var at: Instant
    package var text: String
    /// How long it took; `nil` if she did not say.
    package var minutes: Int?
    /// The names of the people who were there.
    package var with: [String]
    package var tags: [String]

    init(_ at: Instant, _ text: String, minutes: Int? = nil, with: [DemoPerson] = [], tags: [String] = []) {
        self.at = at
        self.text = text
        self.minutes = minutes
        self.with = with.map(\.name)
        self.tags = tags
    }
}
