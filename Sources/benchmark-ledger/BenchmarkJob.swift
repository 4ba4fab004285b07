import LedgerModel

/// Three objectives, five responsibilities and fifteen rules over titles, as a person would write them.
enum BenchmarkJob {
    static func myJob(_ cast: BenchmarkPeople) -> MyJob {
        var myJob = MyJob()
        myJob.name = "Dana"
        myJob.settings.zones = [.init(from: cast.first, zone: cast.zone.name)]
        myJob.objectives = ["resilience", "onboarding", "costs"].map {
            Objective(key: $0, label: $0.capitalised, from: cast.first)
        }
        myJob.responsibilities = responsibilities
        myJob.notMine = [NotMine(key: "rooms", label: "Meeting rooms", owner: "Office services")]
        myJob.people = cast.people.prefix(6).enumerated().map { index, person in
            MyJobPerson(
                key: "person\(index + 1)", label: person.name, role: index == 0 ? .decider : .colleague,
                identities: [person.identity])
        }
        myJob.skills = ["writing", "deciding", "measuring"].map { Skill(key: $0, label: $0.capitalised) }
        var focus = Condition()
        focus.title = "^focus"
        myJob.areas = [LearningArea(key: "observability", label: "Observability", field: .technical, outsideRole: true)]
        myJob.blocks = [BlockPattern(key: "focus", label: "Focus", when: focus, area: "observability")]
        myJob.rules = rules
        return myJob
    }

    private static var responsibilities: [Responsibility] {
        [("restores", "resilience"), ("handbook", "onboarding"), ("hosting", "costs"), ("patching", ""), ("team", "")]
            .map { key, objective in
                var item = Responsibility(key: key, label: key.capitalised)
                if key != "team" { item.measure = "What \(key) is measured by" }
                if !objective.isEmpty { item.objective = objective }
                item.share = 0.2
                return item
            }
    }

    private static var rules: [Rule] {
        [
            rule("restores", "restore|backup|replica", .init(arena: .job, responsibility: "restores")),
            rule(
                "handbook", "handbook|tutorial|glossary",
                .init(arena: .job, responsibility: "handbook", skills: ["writing"])),
            rule("onboarding", "onboarding|interview", .init(arena: .job, responsibility: "handbook")),
            rule("hosting", "quota|volume|cluster|budget", .init(arena: .job, responsibility: "hosting")),
            rule("patching", "patch|bump|rotate|certificate", .init(arena: .job, responsibility: "patching")),
            rule("team", "^(1:1|stand-up|retro)", .init(arena: .job, responsibility: "team")),
            rule("rooms", "dialog|socket", .init(arena: .job, responsibility: "not mine:rooms")),
            rule(
                "incidents", "incident|postmortem|alert",
                .init(arena: .job, responsibility: Meaning.mine, worth: .baseline)),
            rule("focus", "^focus", .init(arena: .growth)),
            rule("measuring", "measure|metric|histogram", .init(skills: ["measuring"])),
            rule("deciding", "plan|roadmap|estimate", .init(worth: .idea, skills: ["deciding"])),
            rule("new", "^feat", .init(worth: .contribution)),
            rule("better", "^(perf|refactor)", .init(worth: .improvement)),
            rule("upkeep", "^(fix|chore|ci)", .init(worth: .baseline)),
            rule("side", "tooltip|palette", .init(arena: .side)),
        ]
    }

    private static func rule(_ key: String, _ title: String, _ set: Rule.Outcome) -> Rule {
        var when = Condition()
        when.title = title
        return Rule(key: key, when: when, set: set)
    }
}

extension String {
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
