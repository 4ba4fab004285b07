import LedgerModel
import TestSupport
import Testing

@testable import TraceFormats

@Suite("The five questions as text")
struct JobTextTests {
    let day = FixedWorld.day

    /// My job with much that the boxes do not ask for.
    static let rich: MyJob = {
        var myJob = MyJob()
        myJob.name = "Dana Ortiz"
        myJob.objectives = [Objective(key: "calm", label: "Calm nights", owner: "Maria Keller")]
        var restore = Responsibility(key: "restore", label: "Restores that work")
        restore.measure = "minutes to restore"
        restore.target = "60"
        restore.unit = "min"
        restore.share = 0.4
        restore.objective = "calm"
        restore.agreedWith = "Maria Keller"
        restore.agreedOn = CivilDay(iso: "2026-01-12")
        var support = Responsibility(key: "support", label: "Support: first answer")
        support.measure = "tickets, weighted"
        var gone = Responsibility(key: "backup", label: "Tape backup")
        gone.until = CivilDay(iso: "2025-11-30")
        myJob.responsibilities = [restore, gone, support, Responsibility(key: "people", label: "People  we keep")]
        myJob.people = [
            MyJobPerson(
                key: "maria", label: "Maria Keller", role: .decider,
                identities: ["maria@example.org", "M. Keller", "mk@example.org"]),
            MyJobPerson(key: "tom", label: "Tom", role: .ally, identities: ["tom@example.org"]),
        ]
        myJob.areas = [LearningArea(key: "lead", label: "Lead a team", field: .leadership, outsideRole: true)]
        myJob.notMine = [
            NotMine(key: "printers", label: "Printers", owner: "Facilities"), NotMine(key: "x", label: "X"),
        ]
        myJob.settings.workingHours = [
            WorkingWeek(
                from: CivilDay(iso: "2025-01-01")!,
                days: [DayHours(weekday: 3, spans: [ClockRange(start: 1320, end: 360)])]
                    + [1, 2].map { DayHours(weekday: $0, spans: [ClockRange(start: 540, end: 720)]) })
        ]
        myJob.settings.possibleHours = [DayHours(weekday: 4, spans: [ClockRange(start: 450, end: 540)])]
        myJob.settings.leavesOut = [.side]
        return myJob
    }()

    private func read(_ answers: JobAnswers, _ myJob: MyJob = rich) throws -> JobText.Reading {
        try JobText.read(answers, into: myJob, on: day)
    }

    /// The boxes of My job with one of them written anew.
    private func answers(_ box: JobBox, _ text: String, _ myJob: MyJob = rich) -> JobAnswers {
        var answers = JobText.write(myJob, on: day)
        answers[box] = text
        return answers
    }

    @Test("What was written and not touched changes nothing, whatever it is")
    func roundTrip() throws {
        for myJob in [MyJob(), Self.rich] {
            let reading = try read(JobText.write(myJob, on: day), myJob)
            #expect(reading.myJob == myJob)
            #expect(reading.remarks.isEmpty)
            #expect(JobText.changes(from: myJob, to: reading.myJob, on: day).isEmpty)
        }
    }

    @Test("My job with any plain labels comes back as it was")
    func anyJob() throws {
        var random = SeededGenerator(seed: 317)
        let words = [
            "drill", "pay", "on-call", "Q3: plan", "a – b", "ops, all", "ünder", "x -> y", "9:00-17:00", "@home",
        ]
        for _ in 0..<300 {
            var myJob = MyJob()
            for index in 0..<Int.random(in: 0...6, using: &random) {
                var item = Responsibility(
                    key: "r\(index)",
                    label: (0...Int.random(in: 0...2, using: &random)).map { _ in words.randomElement(using: &random)! }
                        .joined(separator: " "))
                if Bool.random(using: &random) { item.measure = words.randomElement(using: &random) }
                if Bool.random(using: &random) { item.target = words.randomElement(using: &random) }
                if Bool.random(using: &random) { item.unit = "h" }
                if Bool.random(using: &random) { item.until = day - Int64.random(in: -3...3, using: &random) }
                myJob.responsibilities.append(item)
            }
            for weekday in 1...7 where Bool.random(using: &random) {
                let start = Int.random(in: 0...1380, using: &random)
                myJob.settings.possibleHours.append(
                    DayHours(weekday: weekday, spans: [ClockRange(start: start, end: start + 45)]))
            }
            let reading = try read(JobText.write(myJob, on: day), myJob)
            #expect(reading.myJob == myJob, "seed 317")
        }
    }

    @Test("A line carries its measure and its target")
    func measured() throws {
        let text = """
            Restores that work: minutes of the quarterly drill, under 60
            - People we keep – leavers a year; 2
            Audit: findings, open and closed
            Budget - target 5 %
            Sleep:
            """
        let items = try read(answers(.measured, text, MyJob()), MyJob()).myJob.responsibilities
        #expect(items.map(\.label) == ["Restores that work", "People we keep", "Audit", "Budget", "Sleep"])
        #expect(items.map(\.key) == ["restores-that-work", "people-we-keep", "audit", "budget", "sleep"])
        #expect(
            items.map(\.measure) == [
                "minutes of the quarterly drill", "leavers a year", "findings, open and closed", "target 5 %", nil,
            ])
        #expect(items.map(\.target) == ["under 60", "2", nil, nil, nil])
    }

    @Test("A reworded label and a new measure keep the key and all that was not asked")
    func stable() throws {
        let text =
            "Restore that works: minutes to restore, 45 min\nSupport: first answer: tickets, weighted\nPeople we keep"
        let reading = try read(answers(.measured, text))
        let restore = try #require(reading.myJob.responsibilities.first { $0.key == "restore" })
        #expect(restore.label == "Restore that works")
        #expect((restore.target, restore.unit) == ("45", "min"))
        #expect((restore.share, restore.objective, restore.agreedWith) == (0.4, "calm", "Maria Keller"))
        #expect(reading.myJob.responsibilities.map(\.key) == ["restore", "backup", "support", "people"])
        #expect(
            JobText.changes(from: Self.rich, to: reading.myJob, on: day).map(\.text) == [
                "~ Restores that work: minutes to restore, 60 min → Restore that works: minutes to restore, 45 min"
            ])
    }

    @Test("Another number is another item, and so is a name nearly the same")
    func notReworded() throws {
        var myJob = MyJob()
        myJob.responsibilities = [Responsibility(key: "tier-1", label: "Support of tier 1")]
        myJob.people = [MyJobPerson(key: "maria", label: "Maria Keller", role: .decider)]
        var answers = JobText.write(myJob, on: day)
        answers[.measured] = "Support of tier 2"
        answers[.deciders] = "Mario Keller"
        let read = try read(answers, myJob).myJob
        #expect(read.responsibilities.map(\.key) == ["support-of-tier-2"])
        #expect(read.people.map(\.key) == ["mario-keller"])
    }

    @Test("What ended is taken up again under its key")
    func again() throws {
        let old = answers(.measured, JobText.write(Self.rich, on: day)[.measured] + "\ntape  backup: tapes, 12")
        let backup = try #require(try read(old).myJob.responsibilities.first { $0.key == "backup" })
        #expect(backup.until == nil)
        #expect(backup.measure == "tapes")
    }

    @Test("Who decides is known again by name or address; others keep their role")
    func deciders() throws {
        let reading = try read(
            answers(.deciders, "Maria Keller-Voss <maria@example.org>\nIvo Brandt, ivo@example.org\ntom\nnobody@"))
        #expect(reading.myJob.people.map(\.key) == ["maria", "tom", "ivo-brandt", "nobody"])
        #expect(reading.myJob.people[0].label == "Maria Keller-Voss")
        #expect(reading.myJob.people[0].identities == ["M. Keller", "maria@example.org"])
        #expect(reading.myJob.people[1].role == .decider)
        #expect(reading.myJob.people[1].identities == ["tom@example.org"])
        #expect(reading.myJob.people[2].identities == ["ivo@example.org"])
        #expect(reading.myJob.people[3].label == "nobody@")
        #expect(reading.remarks == ["“nobody@” is not an address, so it was saved as part of a name."])
    }

    @Test("Nobody decides any more, and the ally stays")
    func noDecider() throws {
        #expect(try read(answers(.deciders, "")).myJob.people.map(\.key) == ["tom"])
    }

    @Test(
        "Hours are read as people write them",
        arguments: [
            ("Mon-Fri 9:00-17:00", "Mon-Fri 9:00-17:00"), ("monday to thursday 9 to 5pm", "Mon-Thu 9:00-17:00"),
            ("Tue, Thu: 7:30–9:00", "Tue, Thu 7:30-9:00"), ("Mo–Do 8.15 bis 16.45 Uhr", "Mon-Thu 8:15-16:45"),
            ("Di und Do 7:30-9:00", "Tue, Thu 7:30-9:00"),
            ("Montag bis Freitag 9\u{A0}–\u{A0}17 Uhr", "Mon-Fri 9:00-17:00"),
            ("weekdays 9-12, 13-17", "Mon-Fri 9:00-12:00, 13:00-17:00"),
            ("Fri - Mon 8 - 9", "Mon, Fri-Sun 8:00-9:00"), ("daily 6am-7am", "Mon-Sun 6:00-7:00"),
            ("Sundays 22:00-6:00", "Sun 22:00-6:00"), ("mon 9-12 tue 13-15", "Mon 9:00-12:00|Tue 13:00-15:00"),
        ])
    func hours(typed: String, written: String) throws {
        let days = try #require(HoursLine.read(typed))
        #expect(HoursLine.write(days).joined(separator: "|") == written)
        #expect(HoursLine.write(days).compactMap(HoursLine.read).flatMap(\.self).count == days.count)
    }

    @Test(
        "What is no time is refused whole, and says which line",
        arguments: ["whenever", "Mon", "9-17", "Mon 25-26", "Mon-Fri 9:00-17:00 mostly", "Mon-Foo 9-17", "Mon 9:61-10"])
    func badHours(typed: String) {
        #expect(HoursLine.read(typed) == nil)
        #expect(throws: LedgerError.self) { try read(answers(.working, typed)) }
    }

    @Test(
        "Hours over a night are taken as such and told",
        arguments: [("Mon-Thu 22:00-6:00", 1320, 360), ("Fri 10pm-6am", 1320, 360), ("Sat 19:00 to 7:00", 1140, 420)])
    func nights(typed: String, start: Int, end: Int) throws {
        for box in [JobBox.working, .possible] {
            let reading = try read(answers(box, typed, MyJob()), MyJob())
            let days =
                box == .working ? reading.myJob.settings.workingHours[0].days : reading.myJob.settings.possibleHours
            #expect(days[0].spans == [ClockRange(start: start, end: end)])
            #expect(reading.remarks == ["“\(typed)” passes midnight: it ends on the morning after the day it names."])
            // Said once: what stands is not told again.
            let text = JobText.write(reading.myJob, on: day)
            #expect(try read(text, reading.myJob).remarks.isEmpty)
        }
        #expect(try read(answers(.working, "Mon-Fri 9 to 5", MyJob()), MyJob()).remarks.isEmpty)
    }

    @Test(
        "A night of more than half a day is asked about", arguments: ["Mon-Fri 17:00-9:00", "Mon 9am-5am", "Tue 12-8"])
    func turnedRound(typed: String) throws {
        for box in [JobBox.working, .possible] {
            let error = #expect(throws: LedgerError.self) { try read(answers(box, typed)) }
            #expect(error?.code == .badTime)
            #expect(error?.message.contains("“\(typed)” goes from ") == true)
        }
        #expect(try read(answers(.working, "Mon 17:00-24:00, Tue 0:00-9:00")).remarks.isEmpty)
    }

    @Test("Hours that pass midnight are cut there, on Sunday too")
    func cut() {
        let hours = [
            DayHours(weekday: 7, spans: [ClockRange(start: 1320, end: 360), ClockRange(start: 540, end: 600)]),
            DayHours(weekday: 1, spans: [ClockRange(start: 1200, end: 0)]),
        ]
        #expect(
            hours.cutAtMidnight == [
                DayHours(weekday: 7, spans: [ClockRange(start: 1320, end: 1440), ClockRange(start: 540, end: 600)]),
                DayHours(weekday: 1, spans: [ClockRange(start: 0, end: 360)]),
                DayHours(weekday: 1, spans: [ClockRange(start: 1200, end: 1440)]),
            ])
    }

    @Test("Other working hours hold from today, and empty means what is assumed")
    func workingHours() throws {
        let changed = try read(answers(.working, "Mon-Fri 8-16")).myJob.settings.workingHours
        #expect(changed.map(\.from.iso) == ["2025-01-01", "2026-03-17"])
        #expect(changed[1].days.count == 5)
        let emptied = try read(answers(.working, "")).myJob.settings.workingHours
        #expect(emptied.last?.days == WorkingWeek.assumed.days)
        #expect(try read(answers(.working, "", MyJob()), MyJob()).myJob.settings.workingHours.isEmpty)
    }

    @Test("The usual hours, when somebody says them, are their word and no longer assumed")
    func usualHours() throws {
        let said = try read(answers(.working, "Mon-Fri 9-17", MyJob()), MyJob()).myJob
        #expect(said.settings.workingHours.map(\.days) == [WorkingWeek.assumed.days])
        // Said again, they are the same.
        #expect(try read(answers(.working, "Mon-Fri 9-17", said), said).myJob == said)
    }

    @Test("Beyond its bounds a box is refused whole")
    func bounds() throws {
        let many = (1...3000).map { "Thing number \($0)" }.joined(separator: "\n")
        let error = #expect(throws: LedgerError.self) { try read(answers(.measured, many)) }
        #expect(error?.code == .tooLarge)
        #expect(error?.message == "“What I am judged on” has 3000 lines; the most is 200")
        #expect(throws: LedgerError.self) { try read(answers(.next, String(repeating: "x", count: 4_001))) }
        #expect(throws: LedgerError.self) { try read(answers(.next, String(repeating: "x\n", count: 40_000))) }
        let most = (1...200).map { "Thing \($0)" }.joined(separator: "\r\n")
        #expect(try read(answers(.measured, most, MyJob()), MyJob()).myJob.responsibilities.count == 200)
    }

    @Test("Two hundred lines reworded at once are read in a moment")
    func many() throws {
        let long = String(repeating: "abcdefghi ", count: 9)
        var myJob = MyJob()
        myJob.areas = (0..<200).map { LearningArea(key: "k\($0)", label: "\(long)\(letters($0))") }
        let text = (0..<200).map { "\(long)\(letters($0))x" }.joined(separator: "\n")
        let began = ContinuousClock.now
        #expect(try read(answers(.next, text, myJob), myJob).myJob.areas.count == 200)
        #expect(ContinuousClock.now - began < .seconds(20))
    }

    private func letters(_ number: Int) -> String {
        String(UnicodeScalar(UInt8(97 + number % 26))) + String(UnicodeScalar(UInt8(97 + number / 26)))
    }

    @Test("Said twice is kept once, and two of one name with different measures are two")
    func twice() throws {
        let reading = try read(answers(.next, "Statistics\nstatistics\nStatistics", MyJob()), MyJob())
        #expect(reading.myJob.areas.map(\.key) == ["statistics"])
        #expect(reading.remarks.count == 2)
        #expect(reading.remarks.last == "“Statistics” is there twice and was saved once.")
        let two = try read(answers(.measured, "Drill: minutes\nDrill: errors", MyJob()), MyJob())
        #expect(two.myJob.responsibilities.map(\.key) == ["drill", "drill-2"])
    }

    @Test("Nothing from outside breaks out of its line")
    func control() throws {
        let reading = try read(answers(.next, "a\u{1B}[31m b\tc", MyJob()), MyJob())
        #expect(reading.myJob.areas.map(\.label) == ["a [31m b c"])
    }
}
