import LedgerModel
import TestSupport
import Testing

@Suite("Items of My job")
struct MyJobItemTests {
    private func day(_ iso: String) -> CivilDay? { CivilDay(iso: iso) }

    @Test(
        "An item holds from its first day to its last, both included",
        arguments: [
            (nil, nil, true, true, true), ("2026-03-17", nil, false, true, true),
            (nil, "2026-03-17", true, true, false),
            ("2026-03-17", "2026-03-17", false, true, false), ("2026-03-18", nil, false, false, true),
            (nil, "2026-03-16", true, false, false), ("2026-03-18", "2026-03-16", false, false, false),
        ] as [(String?, String?, Bool, Bool, Bool)])
    func holds(from: String?, until: String?, before: Bool, on: Bool, after: Bool) {
        let (first, last) = (from.flatMap(day), until.flatMap(day))
        var skill = Skill(key: "swift", label: "Swift")
        (skill.from, skill.until) = (first, last)
        var person = MyJobPerson(key: "maria", label: "Maria Keller", role: .decider)
        (person.from, person.until) = (first, last)
        let rule = Rule(key: "r", when: Condition(), set: .init(), from: first, until: last)
        let objective = Objective(key: "o", label: "O", from: first, until: last)
        let items: [any MyJobItem] = [skill, person, rule, objective]
        for item in items {
            let days = [FixedWorld.day - 1, FixedWorld.day, FixedWorld.day + 1]
            #expect(days.map(item.holds) == [before, on, after], "\(type(of: item))")
        }
        var myJob = MyJob()
        myJob.people = [person]
        #expect(myJob.deciders(on: FixedWorld.day) == (on ? [person] : []))
    }

    @Test("Who decides on a day are those of that role, in their order")
    func deciders() {
        func person(_ key: String, _ role: MyJobPerson.Role?, until: String? = nil) -> MyJobPerson {
            var person = MyJobPerson(key: key, label: key, role: role)
            person.until = until.flatMap(day)
            return person
        }
        var myJob = MyJob()
        myJob.people = [
            person("ally", .ally), person("old", .decider, until: "2026-03-16"), person("second", .decider),
            person("first", .decider), person("nobody", nil),
        ]
        #expect(myJob.deciders(on: FixedWorld.day).map(\.key) == ["second", "first"])
        #expect(myJob.deciders(on: FixedWorld.day - 1).map(\.key) == ["old", "second", "first"])
    }

    @Test("A measure is agreed with somebody on a day, or is not")
    func agreed() {
        var item = Responsibility(key: "restores", label: "Restores")
        #expect(!item.isMeasured && !item.isAgreed)
        item.measure = "minutes of the drill"
        #expect(item.isMeasured && !item.isAgreed)
        item.agreedWith = "maria"
        #expect(!item.isAgreed)
        item.agreedOn = FixedWorld.day
        #expect(item.isAgreed)
    }

    @Test(
        "Keys are made of the words of a label",
        arguments: [
            ("Restore drills", "restore-drills"), ("  --Restore,  drills! ", "restore-drills"), ("C++", "c"),
            ("!?", ""),
            ("", ""), ("Übergabe an Jörg", "übergabe-an-jörg"), ("a—b", "a-b"), ("Q3 2026", "q3-2026"), ("№ 5", "5"),
            ("日本 語", "日本-語"), ("a\nb\tc", "a-b-c"),
        ])
    func keys(label: String, key: String) { #expect(MyJobKeys.word(label) == key) }

    @Test("No key is longer than 48 bytes, and none ends within a letter or in a dash")
    func longKeys() {
        for letter in ["a", "ü", "日", "ab ", "x-"] {
            let key = MyJobKeys.word(String(repeating: letter, count: 200))
            #expect((40...48).contains(key.utf8.count) && !key.hasSuffix("-"), "\(key)")
        }
    }

    @Test("Whatever an item holds reads back as it was")
    func coding() throws {
        let coder = Coded()
        var responsibility = Responsibility(key: "restores", label: "Restores")
        (responsibility.share, responsibility.agreedOn) = (0.25, day("2024-02-29"))
        #expect(try coder.read(Responsibility.self, coder.write(responsibility)) == responsibility)
        let result = KeyResult(
            key: "k", label: "Minutes", unit: "min", target: 60,
            readings: [KeyReading(on: FixedWorld.day, value: 52.5, source: "drill")])
        let objective = Objective(key: "o", label: "O", owner: "Maria", keyResults: [result])
        #expect(try coder.read(Objective.self, coder.write(objective)) == objective)
        var when = Condition()
        (when.title, when.weekday, when.hours) = ("^drill", [1, 5], ClockRange(start: 1_320, end: 360))
        let block = BlockPattern(key: "b", label: "B", when: when, area: "maths")
        #expect(try coder.read(BlockPattern.self, coder.write(block)) == block)
        #expect(!when.isEmpty && Condition().isEmpty)
        let area = LearningArea(key: "a", label: "A", field: .leadership, outsideRole: true)
        #expect(try coder.read(LearningArea.self, coder.write(area)) == area)
    }

    @Test("What a rule sets: off the timeline is said, or nothing is said of it")
    func outcome() throws {
        #expect(Rule.Outcome(drop: true).drop == true && Rule.Outcome(drop: false).drop == nil)
        let rule = Rule(key: "Drills", when: Condition(), set: .init(arena: .growth, skills: ["sql"]))
        #expect(rule.label == "Drills")
        #expect(try Coded().read(Rule.self, Coded().write(rule)) == rule)
    }

    @Test("Kinds of items have names of their own, which ledgers hold")
    func kinds() {
        #expect(
            MyJobKind.allCases.map(\.rawValue) == [
                "objective", "responsibility", "not_mine", "person", "skill", "area", "block", "rule",
            ])
        let items: [any MyJobItem.Type] = [
            Objective.self, Responsibility.self, NotMine.self, MyJobPerson.self, Skill.self, LearningArea.self,
            BlockPattern.self, Rule.self,
        ]
        #expect(items.map { $0.kind } == MyJobKind.allCases)
    }
}

@Suite("Hours of a day and a week")
struct HoursTests {
    @Test(
        "Ranges as they are written, in minutes after midnight",
        arguments: [
            ("9:00-17:00", 540, 1_020, "9:00-17:00"), ("9-17", 540, 1_020, "9:00-17:00"),
            ("09:30 – 12:05", 570, 725, "9:30-12:05"), ("0-24", 0, 1_440, "0:00-24:00"),
            ("22:00-6:00", 1_320, 360, "22:00-6:00"), ("9-9", 540, 540, "9:00-9:00"),
            ("9:5-10", 545, 600, "9:05-10:00"),
        ])
    func read(text: String, start: Int, end: Int, written: String) throws {
        let range = try #require(ClockRange(text))
        #expect(range.start == start && range.end == end && range.text == written)
        #expect(ClockRange(range.text) == range)
    }

    @Test(
        "What is no range is none",
        arguments: [
            "", "9", "9-", "-17", "9-17-18", "25-26", "9:60-10", "24:01-2", "9-24:30", "a-b", "9:00:00-10", "9.5-10",
            "+9-17", "9:+5-17", "9-+17", "９-17", "9–17–18",
        ])
    func none(text: String) { #expect(ClockRange(text) == nil) }

    @Test(
        "A range holds its beginning and not its end; one that passes midnight holds both sides of it",
        arguments: [
            (ClockRange(start: 540, end: 1_020), 480, [540, 1_019], [539, 1_020, 0]),
            (ClockRange(start: 1_320, end: 360), 480, [1_320, 1_439, 0, 359], [360, 1_319]),
            (ClockRange(start: 540, end: 540), 1_440, [0, 539, 540, 1_439], []),
            (ClockRange(start: 0, end: 1_440), 1_440, [0, 1_439], [1_440]),
            (ClockRange(start: 1_320, end: 0), 120, [1_320, 1_439], [0, 1_319]),
        ])
    func minutes(range: ClockRange, length: Int, inside: [Int], outside: [Int]) {
        #expect(range.length == length && range.passesMidnight == (range.end <= range.start))
        for minute in inside { #expect(range.contains(minute: minute), "\(minute)") }
        for minute in outside { #expect(!range.contains(minute: minute), "\(minute)") }
        #expect((0..<1_440).count { range.contains(minute: $0) } == length)
    }

    @Test("What an export says beyond a day is drawn to its ends")
    func fromOutside() throws {
        #expect(try Coded().read(ClockRange.self, "{\"start\":-5,\"end\":9999}") == ClockRange(start: 0, end: 1_440))
    }

    @Test("Hours that pass midnight are cut there, Sunday’s into Monday, without losing a minute")
    func cut() {
        let night = ClockRange(start: 1_320, end: 360)
        let days = [
            DayHours(weekday: 1, spans: [ClockRange(start: 540, end: 1_020)]), DayHours(weekday: 7, spans: [night]),
            DayHours(weekday: 3, spans: [ClockRange(start: 1_200, end: 0)]),
        ]
        let cut = days.cutAtMidnight
        #expect(
            cut == [
                days[0], DayHours(weekday: 7, spans: [ClockRange(start: 1_320, end: 1_440)]),
                DayHours(weekday: 1, spans: [ClockRange(start: 0, end: 360)]),
                DayHours(weekday: 3, spans: [ClockRange(start: 1_200, end: 1_440)]),
            ])
        func total(_ days: [DayHours]) -> Int { days.flatMap(\.spans).reduce(0) { $0 + $1.length } }
        #expect(total(cut) == total(days) && !cut.flatMap(\.spans).contains(where: \.passesMidnight))
    }

    @Test("Until the person says otherwise, work is Monday to Friday, 9:00 to 17:00")
    func assumed() {
        let week = WorkingWeek.assumed
        #expect(week.days.map(\.weekday) == [1, 2, 3, 4, 5])
        #expect(Set(week.days.flatMap(\.spans).map(\.text)) == ["9:00-17:00"])
    }

    @Test("Settings: how far a piece reaches, what is left out, and holidays by name without case")
    func settings() {
        var settings = MyJobSettings()
        #expect(settings.reach == 7_200 && settings.arenas == Arena.allCases && settings.leavesOut.isEmpty)
        settings.leadIn = 9_000
        #expect(settings.reach == 9_000)
        settings.point = 10_000
        #expect(settings.reach == 10_000)
        settings.leavesOut = [.people, .side]
        #expect(settings.arenas == [.job, .growth, .relationships])
        settings.leavesOut = [.people]
        #expect(settings.arenas == Arena.allCases)
        settings.leavesOut = []
        settings.holidayCalendars = ["Feiertage", "HOLIDAYS"]
        #expect(settings.holidayNames == ["feiertage", "holidays"])
    }
}

@Suite("The five questions, and answers to groups of time")
struct AnswerValueTests {
    @Test("A box holds its text, and an empty one is as if nothing was written")
    func boxes() {
        var answers = JobAnswers()
        #expect(answers[.measured] == "" && answers == JobAnswers())
        answers[.measured] = "Restores"
        #expect(answers[.measured] == "Restores" && answers[.next] == "")
        answers[.measured] = ""
        #expect(answers == JobAnswers())
    }

    @Test("A stamp tells texts apart, and in which box they are; the same words have the same")
    func stamps() {
        func stamp(_ texts: [JobBox: String]) -> String {
            var answers = JobAnswers()
            for (box, text) in texts { answers[box] = text }
            return answers.stamp
        }
        let stamps = [
            stamp([:]), stamp([.measured: "a"]), stamp([.deciders: "a"]), stamp([.measured: "a", .deciders: "a"]),
            stamp([.measured: "a\u{0}deciders"]), stamp([.measured: "A"]),
        ]
        #expect(Set(stamps).count == stamps.count && stamps.allSatisfy { $0.count == 16 })
        #expect(stamp([.measured: "a"]) == stamp([.measured: "a"]))
    }

    @Test("Lines end as any machine ends them", arguments: ["a\nb\n", "a\r\nb\r\n", "a\rb\r", "a\u{2028}b\u{85}"])
    func lines(text: String) { #expect(JobAnswers.lines(of: text) == ["a", "b", ""]) }

    @Test("Six boxes of five questions, each with its words")
    func questions() {
        #expect(JobBox.allCases.map(\.number) == [1, 2, 3, 3, 4, 5])
        #expect(Set(JobBox.allCases.map(\.question)).count == 5 && Set(JobBox.allCases.map(\.label)).count == 6)
        #expect(JobBox(rawValue: "not_mine") == .notMine)
        for box in JobBox.allCases { #expect(!box.hint.isEmpty && !box.examples.isEmpty) }
    }

    @Test(
        "What an answer makes of a group",
        arguments: [
            (SortAnswer.responsibility("restores"), Rule.Outcome(arena: .job, responsibility: "restores")),
            (.mine, Rule.Outcome(arena: .job, responsibility: "mine")),
            (.notMine(nil), Rule.Outcome(arena: .job, responsibility: "not mine")),
            (.notMine("printers"), Rule.Outcome(arena: .job, responsibility: "not mine:printers")),
            (.arena(.side), Rule.Outcome(arena: .side)), (.ignore, Rule.Outcome(drop: true)),
        ])
    func outcomes(answer: SortAnswer, outcome: Rule.Outcome) { #expect(answer.outcome == outcome) }

    @Test("A group is known by its condition alone, without case, and every part of it counts")
    func groups() {
        var conditions = [Condition()]
        func add(_ change: (inout Condition) -> Void) {
            var condition = Condition()
            change(&condition)
            conditions.append(condition)
        }
        add { $0.source = ["a"] }
        add { $0.project = ["a"] }
        add { $0.path = ["a"] }
        add { $0.title = "a" }
        add { $0.body = "a" }
        add { $0.person = ["a"] }
        add { $0.calendar = ["a"] }
        add { $0.tag = ["a"] }
        add { $0.kind = ["a"] }
        add { $0.weekday = [1] }
        add { $0.hours = ClockRange(start: 1, end: 2) }
        add { $0.tag = ["a", "b"] }
        add { $0.tag = ["ab"] }
        add { $0.folder = ["a"] }
        add { $0.file = ["a"] }
        let ids = conditions.map { SortGroup.id(of: [$0]) } + [SortGroup.id(of: conditions)]
        #expect(Set(ids).count == ids.count && ids.allSatisfy { $0.count == 12 })
        var upper = Condition()
        upper.title = "A"
        #expect(SortGroup.id(of: [upper]) == ids[4])
    }

    @Test("Not mine is that desk, and what lies on it; time of the job is what is known to be, or not known")
    func meanings() {
        for text in ["not mine", "not mine:printers", "not mine:"] { #expect(Meaning(responsibility: text).isNotMine) }
        for text in ["", "mine", "not mineral", "Not mine"] { #expect(!Meaning(responsibility: text).isNotMine) }
        #expect(Meaning().isJobOrUnknown && Meaning(arena: .job).isJobOrUnknown)
        #expect(!Meaning(arena: .growth).isJobOrUnknown)
    }

    @Test("A grain leaves of a meaning what it tells apart")
    func grains() {
        let whole = Meaning(arena: .job, responsibility: "r", objective: "o", worth: .idea)
        #expect(CellGrain.whole.part(of: whole) == whole && CellGrain([]).part(of: whole) == Meaning())
        #expect(CellGrain.arena.part(of: whole) == Meaning(arena: .job))
        #expect(CellGrain([.responsibility, .worth]).part(of: whole) == Meaning(responsibility: "r", worth: .idea))
        #expect(CellGrain.objective.part(of: whole) == Meaning(objective: "o"))
        #expect(!CellGrain.whole.contains(.week))
    }
}
