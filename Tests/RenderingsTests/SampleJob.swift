import LedgerModel

/// A job with everything that My job can show.
enum SampleJob {
    static let myJob: MyJob = {
        var myJob = MyJob()
        myJob.name = "Priya Nair"
        myJob.objectives = [
            Objective(
                key: "resilience", label: "Resilience", from: CivilDay(iso: "2026-01-01"),
                until: CivilDay(iso: "2026-06-30"),
                owner: "Maria Keller",
                keyResults: [
                    KeyResult(
                        key: "restore", label: "Time to restore", unit: "min", target: 60,
                        readings: [
                            KeyReading(on: CivilDay(iso: "2025-11-18")!, value: 480, source: "drill report"),
                            KeyReading(on: CivilDay(iso: "2026-03-17")!, value: 50, source: "drill report"),
                        ])
                ]),
            Objective(key: "old", label: "An objective that ended", until: CivilDay(iso: "2025-12-31")),
        ]
        var reliability = Responsibility(key: "reliability", label: "Reliability of payments")
        reliability.measure = "availability"
        reliability.target = "99.95"
        reliability.unit = "%"
        reliability.share = 0.4
        reliability.objective = "resilience"
        reliability.agreedWith = "Maria Keller"
        reliability.agreedOn = CivilDay(iso: "2026-01-14")
        myJob.responsibilities = [
            reliability, Responsibility(key: "onboarding", label: "Onboarding of <new> colleagues"),
        ]
        myJob.notMine = [NotMine(key: "printers", label: "Printers", owner: "Office services")]
        myJob.people = [
            MyJobPerson(key: "maria", label: "Maria Keller", role: .decider, identities: ["maria.keller@example.com"])
        ]
        myJob.skills = [Skill(key: "networking", label: "Networking")]
        myJob.areas = [LearningArea(key: "talks", label: "Speaking", field: .leadership, outsideRole: true)]
        var course = Condition()
        course.title = "^Course"
        myJob.blocks = [BlockPattern(key: "course", label: "Course hour", when: course, area: "talks")]
        var pager = Condition()
        pager.calendar = ["On-call"]
        pager.title = "^PagerDuty"
        myJob.rules = [
            Rule(key: "pager", when: pager, set: .init(responsibility: "reliability", worth: .baseline))
        ]
        return myJob
    }()
}
