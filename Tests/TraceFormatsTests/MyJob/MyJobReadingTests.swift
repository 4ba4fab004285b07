import LedgerModel
import Testing
import TraceFormats

@Suite struct MyJobReadingTests {
    @Test func everyKeyOfTheFormatIsRead() throws {
        let myJob = try MyJobYAML.read(myJobSample, fileName: "my-job.yaml").myJob
        #expect(myJob.name == "Dana Ortiz")
        #expect(myJob.objectives.map(\.key) == ["recovery"])
        #expect(myJob.objectives[0].until == CivilDay(year: 2026, month: 6, day: 30))
        let result = myJob.objectives[0].keyResults[0]
        #expect(result.key == "time-of-a-restore-drill")
        #expect(result.target == 60)
        #expect(result.readings.map(\.value) == [480, 50])
        #expect(result.readings.map(\.source) == ["drill log", nil])
        let restores = myJob.responsibilities[0]
        #expect(restores.share == 0.4)
        #expect(restores.objective == "recovery")
        #expect(restores.isAgreed && restores.agreedOn == CivilDay(year: 2025, month: 10, day: 6))
        #expect(myJob.responsibilities[1].key == "desk-helpers")
        #expect(myJob.responsibilities[1].share == 0.25)
        #expect(myJob.notMine.map(\.key) == ["printer-fleet", "door-badges"])
        #expect(myJob.people[0].role == .decider)
        #expect(myJob.skills.map(\.key) == ["swift", "lead"])
        #expect(myJob.areas.map(\.outsideRole) == [false, true])
        #expect(myJob.areas.map(\.field) == [.leadership, .technical])
        #expect(myJob.blocks[0].area == "tides")
        #expect(myJob.blocks[0].when.title == "^learn")
    }

    @Test func rulesAreRead() throws {
        let rules = try MyJobYAML.read(myJobSample, fileName: "my-job.yaml").myJob.rules
        #expect(rules.map(\.key) == ["pager", "printers"])
        #expect(rules[0].when.calendar == ["On-call", "Work"])
        #expect(rules[0].when.weekday == [1, 2])
        #expect(rules[0].when.hours == ClockRange(start: 1020, end: 540))
        #expect(rules[0].when.kind == ["event"])
        #expect(rules[0].set.worth == .baseline && rules[0].set.arena == .job)
        #expect(rules[0].set.skills == ["swift", "lead"])
        #expect(rules[0].from == CivilDay(year: 2025, month: 8, day: 1))
        #expect(rules[1].when.path == ["**/printers/*"])
        #expect(rules[1].set.responsibility == "not mine:printer-fleet")
    }

    @Test func hoursAndSettingsAreReadAsTextAndNotAsNumbers() throws {
        let settings = try MyJobYAML.read(myJobSample, fileName: "my-job.yaml").myJob.settings
        #expect(settings.zones == [.init(from: CivilDay(year: 2025, month: 1, day: 1)!, zone: "Europe/Berlin")])
        #expect(settings.workingHours[0].days.map(\.weekday) == [1, 2, 5])
        #expect(settings.workingHours[0].days[1].spans == [.init(start: 540, end: 720), .init(start: 780, end: 1020)])
        #expect(
            settings.possibleHours.map(\.spans) == [[.init(start: 450, end: 540)], [], [.init(start: 480, end: 540)]])
        #expect(settings.sessionGap == 5400 && settings.leadIn == 1200 && settings.point == 90)
        #expect(settings.longestEvent == 36_000 && settings.unansweredPeople == 6)
        #expect(settings.layers == [.met, .stated, .observed, .tentative, .inferred, .point])
        #expect(settings.holidayCalendars == ["Holidays"] && settings.leave == "^(vacation|leave)")
    }

    @Test func aLabelThatLooksLikeATruthValueOrANumberStaysText() throws {
        let myJob = try MyJobYAML.read("name: no\nskills: [yes, 9:00, 1e3, 0x1F, 2026-03-17]", fileName: "f").myJob
        #expect(myJob.name == "no")
        #expect(myJob.skills.map(\.label) == ["yes", "9:00", "1e3", "0x1F", "2026-03-17"])
    }

    @Test func derivedKeysAreUniqueAndGiveWayToWrittenOnes() throws {
        let text = "skills: [Swift, Swift!, {key: swift, label: Other}, …]"
        let myJob = try MyJobYAML.read(text, fileName: "f").myJob
        #expect(myJob.skills.map(\.key) == ["swift-2", "swift-3", "swift", "skill"])
    }

    @Test func whatIsMissingHasItsDefault() throws {
        let myJob = try MyJobYAML.read("name:", fileName: "f").myJob
        #expect(myJob == MyJob())
    }

    @Test func linesAreRememberedForLaterMessages() throws {
        let result = try MyJobYAML.read(myJobSample, fileName: "my-job.yaml")
        #expect(result.location(.responsibility, "restores") == "my-job.yaml:20")
        #expect(result.location(.responsibility, "restores", field: "share") == "my-job.yaml:26")
        #expect(result.location(.rule, "pager", field: "when.title~") == "my-job.yaml:44")
        #expect(result.location(.rule, "pager", field: "until") == "my-job.yaml:43")
        #expect(result.location(.rule, "gone") == "my-job.yaml")
        #expect(result.location(ofSetting: "leave") == "my-job.yaml:6")
        #expect(result.location(ofSetting: "settings.lead_in") == "my-job.yaml:7")
    }
}
