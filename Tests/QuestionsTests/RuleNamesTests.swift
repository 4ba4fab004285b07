import LedgerModel
import Questions
import Testing

@Suite("What rules are called on surfaces")
struct RuleNamesTests {
    private static func when(_ change: (inout Condition) -> Void) -> Condition {
        var condition = Condition()
        change(&condition)
        return condition
    }

    private static let notes = ["note", "timer"]

    @Test(
        "A rule of Sort is called by what it is about",
        arguments: [
            (
                when { ($0.title, $0.calendar, $0.kind) = (TitlePattern.exact("IT leadership"), ["Work"], ["event"]) },
                "meetings called “IT leadership”"
            ),
            (
                when { ($0.title, $0.kind) = (TitlePattern.numbered("Sprint 12 planning"), ["event"]) },
                "meetings called “Sprint … planning”"
            ),
            (
                when { ($0.title, $0.kind) = (TitlePattern.opening("Incident review: x")?.expression, ["event"]) },
                "meetings that begin with “Incident review:”"
            ),
            (when { ($0.calendar, $0.kind) = (["Home"], ["event"]) }, "meetings in “Home”"),
            (
                when { ($0.tag, $0.calendar, $0.kind) = (["Hiring"], ["Work"], ["event"]) },
                "meetings of the category “Hiring”"
            ),
            (when { ($0.tag, $0.kind) = (["growth"], notes) }, "notes with #growth"),
            (when { ($0.title, $0.kind) = (TitlePattern.exact("lunch"), notes) }, "notes called “lunch”"),
            (when { ($0.title, $0.kind) = ("^$", ["event"]) }, "meetings without a title"),
            (when { ($0.source, $0.kind) = (["s2"], notes) }, "notes of brag"),
            (when { $0.source = ["s1"] }, "commits of fleet"),
            (when { ($0.source, $0.folder) = (["s1"], ["roles/a"]) }, "commits in “roles/a” of fleet"),
            (when { ($0.source, $0.folder) = (["s1"], ["roles/"]) }, "commits right in “roles” of fleet"),
            (when { ($0.source, $0.file) = (["s1"], ["a/b.c"]) }, "commits of “a/b.c” of fleet"),
            (when { ($0.source, $0.folder) = (["s1"], ["/"]) }, "commits at the top of fleet"),
            (
                when { ($0.source, $0.title) = (["s1"], TitlePattern.scope("fix(a.b): c")?.expression) },
                "commits with the scope “a.b” of fleet"
            ),
            (when { ($0.source, $0.title) = (["s1"], TitlePattern.issue("#12")) }, "commits that name #12 of fleet"),
            (
                when { ($0.source, $0.title) = (["s1"], TitlePattern.issue("OPS-12")) },
                "commits that name OPS-12 of fleet"
            ),
            (
                when { ($0.project, $0.title) = (["a\\*"], TitlePattern.ticket("OPS")) },
                "commits that name OPS-… of a*"
            ),
        ])
    func named(when: Condition, name: String) {
        var myJob = MyJob()
        myJob.rules = [
            Rule(key: "sort-x", when: when, set: .init(arena: .job)),
            Rule(key: "mine", when: when, set: .init(arena: .job)),
        ]
        let names = RuleNames(myJob, sources: ["s1": "fleet", "s2": "brag"])
        #expect(names["sort-x"] == name)
        #expect(names["mine"] == "mine" && names["gone"] == "gone")
    }
}
