import LedgerModel
import TestSupport

/// My job with every field in use or not, and texts that YAML would like to misunderstand.
struct MyJobMaker {
    var generator: SeededGenerator

    mutating func myJob() -> MyJob {
        var myJob = MyJob()
        myJob.name = text()
        myJob.settings = settings()
        myJob.objectives = keys().map { objective($0) }
        myJob.responsibilities = keys().map { responsibility($0, myJob) }
        myJob.notMine = keys().map {
            let (from, until) = days()
            var item = NotMine(key: $0, label: text(), owner: maybe { $0.text() })
            (item.from, item.until) = (from, until)
            return item
        }
        myJob.people = keys().map {
            var person = MyJobPerson(
                key: $0, label: text(), role: maybe { $0.pick(MyJobPerson.Role.allCases) }, identities: texts())
            (person.from, person.until) = days()
            return person
        }
        myJob.skills = keys().map {
            var skill = Skill(key: $0, label: text())
            (skill.from, skill.until) = days()
            return skill
        }
        myJob.areas = keys().map {
            var area = LearningArea(
                key: $0, label: text(), field: pick(LearningArea.Field.allCases), outsideRole: chance(2))
            (area.from, area.until) = days()
            return area
        }
        myJob.blocks = keys().map {
            var block = BlockPattern(key: $0, label: text(), when: condition(), area: reference(myJob.areas))
            (block.from, block.until) = days()
            return block
        }
        myJob.rules = keys().map {
            let (from, until) = days()
            return Rule(key: $0, when: condition(), set: outcome(myJob), from: from, until: until)
        }
        return myJob
    }

    private mutating func objective(_ key: String) -> Objective {
        let (from, until) = days()
        return Objective(
            key: key, label: text(), from: from, until: until, owner: maybe { $0.text() },
            keyResults: keys().map { key in
                KeyResult(
                    key: key, label: text(), unit: maybe { $0.text() }, target: maybe { $0.number() },
                    readings: (0..<below(3)).map { _ in
                        KeyReading(on: day(), value: number(), source: maybe { $0.text() })
                    })
            })
    }

    private mutating func responsibility(_ key: String, _ myJob: MyJob) -> Responsibility {
        var item = Responsibility(key: key, label: text())
        (item.from, item.until) = days()
        item.measure = maybe { $0.text() }
        item.target = maybe { $0.text() }
        item.unit = maybe { $0.text() }
        item.source = maybe { $0.text() }
        item.share = maybe { $0.share() }
        item.objective = reference(myJob.objectives)
        item.agreedWith = maybe { $0.text() }
        item.agreedOn = maybe { $0.day() }
        return item
    }

    private mutating func condition() -> Condition {
        var when = Condition()
        repeat {
            when.calendar = texts()
            when.title = maybe { $0.text() }
            when.body = maybe { $0.text() }
            when.source = texts()
            when.project = texts()
            when.path = texts()
            when.person = texts()
            when.tag = texts()
            when.kind = chance(2) ? [] : [pick(EvidenceKind.allCases).rawValue]
            when.weekday = (0..<below(3)).map { _ in 1 + below(7) }
            when.hours = maybe { $0.span() }
        } while when.isEmpty
        return when
    }

    private mutating func outcome(_ myJob: MyJob) -> Rule.Outcome {
        var set = Rule.Outcome()
        repeat {
            set.arena = maybe { $0.pick(Arena.allCases) }
            set.worth = maybe { $0.pick(Worth.allCases) }
            set.objective = reference(myJob.objectives)
            set.responsibility = maybe { maker in
                maker.reference(myJob.responsibilities)
                    ?? maker.reference(myJob.notMine).map { Meaning.notMine + ":" + $0 }
                    ?? maker.pick([Meaning.mine, Meaning.notMine])
            }
            set.drop = chance(5) ? true : nil
            set.skills = myJob.skills.map(\.key).filter { _ in chance(3) }
        } while set == Rule.Outcome()
        return set
    }

    private mutating func settings() -> MyJobSettings {
        var settings = MyJobSettings()
        settings.sessionGap = Int64(below(172_801))
        settings.leadIn = Int64(below(50)) * 60
        settings.point = Int64(below(1000))
        settings.longestEvent = Int64(below(49)) * 3600
        settings.unansweredPeople = below(10_001)
        settings.layers.shuffle(using: &generator)
        settings.zones = (0..<below(3)).map { _ in
            .init(from: day(), zone: pick(["Europe/Berlin", "UTC", text(), "x"]))
        }
        .filter { !$0.zone.isEmpty }
        settings.workingHours = (0..<below(3)).map {
            WorkingWeek(from: CivilDay(number: Int64($0) * 900), days: week())
        }
        settings.possibleHours = week()
        settings.leave = text()
        settings.holidayCalendars = texts()
        return settings
    }

    private mutating func week() -> [DayHours] {
        (1...7).shuffled(using: &generator).prefix(below(8)).map { weekday in
            DayHours(weekday: weekday, spans: (0..<below(4)).map { _ in span() })
        }
    }

    private mutating func span() -> ClockRange {
        let start = below(1440)
        let end = below(1441)
        return ClockRange(start: start, end: end == start ? start + 1 : end)
    }

    private mutating func share() -> Double {
        pick([0, 1, 0.4, 0.07, 0.29, 0.333, 1e-7, Double(below(10_000)) / 9_999])
    }

    private mutating func number() -> Double {
        pick([0, -0.0, 60, -3.5, 0.1, 1e21, Double.leastNonzeroMagnitude, 123_456_789.125, Double(below(100_000)) / 7])
    }

    private mutating func days() -> (CivilDay?, CivilDay?) {
        let from = day()
        return (maybe { _ in from }, maybe { $0.chance(2) ? from : from + Int64($0.below(400)) })
    }

    private mutating func day() -> CivilDay { CivilDay(number: 18_000 + Int64(below(4000))) }

    private mutating func keys() -> [String] {
        var keys: [String] = []
        for index in 0..<below(4) {
            keys.append(pick(["key-\(index)", "Ein Schlüssel \(index)", "no: \(index)", "\(index)", "* \(index) #"]))
        }
        return keys
    }

    private mutating func reference(_ items: [some MyJobItem]) -> String? {
        items.isEmpty || chance(3) ? nil : items[below(items.count)].key
    }

    private mutating func texts() -> [String] { chance(2) ? [] : (0..<below(3)).map { _ in text() } }

    private mutating func text() -> String {
        let pieces = [
            "Restore drill", "no", "yes", "~", "null", "9:00", "1e3", "0x1F", "2026-03-17", "", " ", "#", ": ", "- ",
            "'", "\"", "\\", "\n", "\t", "\r\n", "é", "日本", "🌊", "&a", "*b", "!c", "%", "@", "`", "[x]", "{y}", ",",
            "^(a|b)\\d+$", "\u{0}", "\u{7}", "\u{85}", "\u{2028}", "a\u{FEFF}", "\u{FFFE}", "e\u{301}", "a", "b c",
            "? ", "|", ">", "---", "...", "<<", "=", "true", "Off", "\u{E9}",
        ]
        return (0...below(3)).map { _ in pick(pieces) }.joined()
    }

    private mutating func maybe<Value>(_ make: (inout MyJobMaker) -> Value?) -> Value? { chance(2) ? make(&self) : nil }
    private mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
    private mutating func chance(_ n: Int) -> Bool { below(n) == 0 }
    private mutating func below(_ n: Int) -> Int { Int(generator.next() % UInt64(n)) }
}
