import LedgerModel

extension DemoJob {
    /// Rules that explain a good part of the time. Meetings of other teams and much of the fleet's upkeep stay unknown.
    static let rules: [Rule] = {
        func rule(_ key: String, _ set: Rule.Outcome, _ when: (inout Condition) -> Void) -> Rule {
            var condition = Condition()
            when(&condition)
            return Rule(key: key, when: condition, set: set)
        }
        return [
            rule("printers", .init(arena: .job, responsibility: "not mine:printers", worth: .baseline)) {
                $0.title = "printer|toner"
            },
            rule("learning", .init(arena: .growth)) { $0.tag = ["growth"] },
            rule("mentoring", .init(arena: .relationships)) {
                $0.title = "^(mentor call|talk with amira|coffee with|lunch with)"
            },
            rule("tide-table", .init(arena: .side)) { $0.project = ["tide-table"] },
            rule("restores", .init(arena: .job, responsibility: "restores", skills: ["recovery"])) {
                $0.project = ["restore-drill"]
            },
            rule("restore-drills", .init(arena: .job, responsibility: "restores")) {
                $0.kind = [EvidenceKind.event.rawValue]
                $0.title = "^restore drill"
            },
            rule("restore-talk", .init(arena: .job, responsibility: "restores")) {
                $0.title = "restore drill|restored"
            },
            rule(
                "handbook", .init(arena: .job, responsibility: "handbook", skills: ["writing"])
            ) { $0.title = "handbook|onboarding" },
            rule("patching", .init(arena: .job, responsibility: "patching", worth: .baseline)) {
                $0.path = ["patching/**"]
            },
            rule("costs", .init(arena: .job, responsibility: "costs")) {
                $0.title = "hosting|colder tier|slower storage"
            },
            rule("incident-reviews", .init(arena: .job, responsibility: Meaning.mine, worth: .baseline)) {
                $0.title = "^(incident review|docs: incident)"
            },
            rule("incidents", .init(arena: .job, responsibility: Meaning.mine, worth: .baseline)) {
                $0.title = "incident|hotfix|workaround"
            },
            rule("requests", .init(arena: .job, responsibility: Meaning.mine, worth: .baseline)) {
                $0.tag = ["call", "question"]
            },
            rule("stand-up", .init(arena: .job, responsibility: "team")) {
                $0.calendar = ["Work"]
                $0.title = "^(stand-up|operations review)"
            },
            rule("one-to-one", .init(arena: .job, responsibility: "team", skills: ["coaching"])) { $0.title = "^1:1" },
            rule("hiring", .init(arena: .job, responsibility: "team")) { $0.title = "^interview" },
            rule(
                "board-decision",
                .init(arena: .job, responsibility: "restores", worth: .interaction, skills: ["deciding"])
            ) {
                $0.title = "small changes|change board:"
            },
            rule("decisions", .init(worth: .idea, skills: ["deciding"])) { $0.tag = ["decision"] },
            rule("new", .init(worth: .contribution)) {
                $0.kind = [EvidenceKind.commit.rawValue]
                $0.title = "^feat"
            },
            rule("better", .init(worth: .improvement)) {
                $0.kind = [EvidenceKind.commit.rawValue]
                $0.title = "^(perf|refactor|test|docs)"
            },
            rule("upkeep", .init(worth: .baseline)) {
                $0.kind = [EvidenceKind.commit.rawValue]
                $0.title = "^(fix|chore|ci|revert)"
            },
        ]
    }()
}
