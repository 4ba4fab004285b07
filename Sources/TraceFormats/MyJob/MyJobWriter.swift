import LedgerModel

/// Writes My job as YAML that is easy to edit: one field per line, short maps and lists on one line.
struct MyJobWriter {
    private(set) var text = ""

    mutating func write(_ myJob: MyJob) {
        line("# My job, as Limelight has it. Comments are not saved; what you delete ends today.")
        line("name: " + YAMLText.scalar(myJob.name))
        write(myJob.settings)
        section("objectives", myJob.objectives) { $0.item($1) }
        section("responsibilities", myJob.responsibilities) { $0.item($1) }
        section("not_mine", myJob.notMine) { $0.item($1, [("owner", YAMLText.scalar($1.owner))]) }
        section("people", myJob.people) { $0.item($1) }
        section("skills", myJob.skills) { $0.item($1, []) }
        section("areas", myJob.areas) { writer, area in
            writer.item(
                area, [("field", area.field.rawValue), ("outside_role", area.outsideRole ? "true" : "false")])
        }
        section("blocks", myJob.blocks) { writer, block in
            writer.item(block, [("when", Self.condition(block.when)), ("area", YAMLText.scalar(block.area))])
        }
        section("rules", myJob.rules) { $0.item($1) }
    }

    mutating func line(_ words: String) { text += words + "\n" }

    private mutating func section<Item>(_ name: String, _ items: [Item], _ write: (inout Self, Item) -> Void) {
        guard !items.isEmpty else { return }
        line("\n\(name):")
        for item in items { write(&self, item) }
    }

    /// The fields that have a value, after a dash.
    mutating func fields(_ fields: [(key: String, value: String?)], indent: String = "  ") {
        var start = indent + "- "
        for (key, value) in fields {
            guard let value else { continue }
            line("\(start)\(key): \(value)")
            start = indent + "  "
        }
    }

    private mutating func item<Item: MyJobItem>(
        _ item: Item, _ own: [(key: String, value: String?)], labelField: String = "label"
    ) {
        fields(
            [("key", YAMLText.scalar(item.key)), (labelField, YAMLText.scalar(item.label))] + own
                + Self.days(item))
    }

    private static func days(_ item: some MyJobItem) -> [(key: String, value: String?)] {
        [("from", item.from?.iso), ("until", item.until?.iso)]
    }

    private mutating func item(_ objective: Objective) {
        item(objective, [("owner", YAMLText.scalar(objective.owner))])
        guard !objective.keyResults.isEmpty else { return }
        line("    key_results:")
        for result in objective.keyResults {
            fields(
                [
                    ("key", YAMLText.scalar(result.key)), ("label", YAMLText.scalar(result.label)),
                    ("unit", YAMLText.scalar(result.unit)), ("target", result.target.map(MyJobText.text(number:))),
                ], indent: "      ")
            guard !result.readings.isEmpty else { continue }
            line("        readings:")
            for reading in result.readings {
                let map = YAMLText.map([
                    ("on", reading.on.iso), ("value", MyJobText.text(number: reading.value)),
                    ("source", YAMLText.scalar(reading.source)),
                ])
                line("          - " + map)
            }
        }
    }

    private mutating func item(_ responsibility: Responsibility) {
        let agreed =
            responsibility.agreedWith == nil && responsibility.agreedOn == nil
            ? nil
            : YAMLText.map([
                ("with", YAMLText.scalar(responsibility.agreedWith)), ("on", responsibility.agreedOn?.iso),
            ])
        item(
            responsibility,
            [
                ("measure", YAMLText.scalar(responsibility.measure)),
                ("target", YAMLText.scalar(responsibility.target)),
                ("unit", YAMLText.scalar(responsibility.unit)),
                ("source", YAMLText.scalar(responsibility.source)),
                ("share", responsibility.share.map(MyJobText.text(share:))),
                ("objective", YAMLText.scalar(responsibility.objective)),
                ("agreed", agreed),
            ])
    }

    private mutating func item(_ person: MyJobPerson) {
        item(
            person,
            [
                ("role", person.role?.rawValue),
                ("identities", person.identities.isEmpty ? nil : YAMLText.list(person.identities)),
            ], labelField: "name")
    }

    private mutating func item(_ rule: Rule) {
        fields(
            [
                ("name", YAMLText.scalar(rule.key)), ("when", Self.condition(rule.when)),
                ("set", rule.set == Rule.Outcome() ? nil : Self.outcome(rule.set)),
                ("private", rule.isPrivate == true ? "true" : nil),
            ] + Self.days(rule))
    }
}

extension MyJobWriter {
    static func condition(_ when: Condition) -> String {
        let weekdays = when.weekday.compactMap { Weekday(rawValue: $0)?.name.lowercased() }
        return YAMLText.map([
            ("calendar", some(when.calendar)),
            ("title~", YAMLText.scalar(when.title)),
            ("body~", YAMLText.scalar(when.body)),
            ("source", some(when.source)),
            ("project", some(when.project)),
            ("path", some(when.path)),
            ("folder", some(when.folder)),
            ("file", some(when.file)),
            ("person", some(when.person)),
            ("tag", some(when.tag)),
            ("kind", some(when.kind)),
            ("weekday", some(weekdays)),
            ("hours", when.hours?.text),
        ])
    }

    static func outcome(_ set: Rule.Outcome) -> String {
        YAMLText.map([
            ("responsibility", YAMLText.scalar(set.responsibility)),
            ("objective", YAMLText.scalar(set.objective)),
            ("worth", set.worth?.rawValue),
            ("arena", set.arena?.rawValue),
            ("skills", some(set.skills)),
            ("drop", set.drop == true ? "true" : nil),
        ])
    }

    /// A list of one is written as its only value.
    private static func some(_ values: [String]) -> String? {
        switch values.count {
        case 0: nil
        case 1: YAMLText.scalar(values[0])
        default: YAMLText.list(values)
        }
    }
}

extension MyJobWriter {
    /// Writes all settings, even unchanged ones, since they decide numbers.
    mutating func write(_ settings: MyJobSettings) {
        if !settings.zones.isEmpty {
            line("zones:")
            for entry in settings.zones {
                line("  - " + YAMLText.map([("from", entry.from.iso), ("zone", YAMLText.scalar(entry.zone))]))
            }
        }
        if !settings.workingHours.isEmpty {
            line("working_hours:")
            for week in settings.workingHours {
                fields([("from", week.from.iso)] + week.days.map(Self.hours), indent: "  ")
            }
        }
        if !settings.possibleHours.isEmpty {
            line("possible_hours:")
            for (key, value) in settings.possibleHours.map(Self.hours) { line("  \(key): \(value ?? "[]")") }
        }
        if !settings.holidayCalendars.isEmpty {
            line("holiday_calendars: " + YAMLText.list(settings.holidayCalendars))
        }
        line("leave: " + YAMLText.scalar(settings.leave))
        if !settings.machines.isEmpty { line("machines: " + YAMLText.list(settings.machines)) }
        if !settings.leavesOut.isEmpty {
            line("leaves_out: " + YAMLText.list(LeftOut.allCases.filter(settings.leavesOut.contains).map(\.rawValue)))
        }
        line("settings:")
        line("  session_gap: " + MyJobText.text(duration: settings.sessionGap))
        line("  lead_in: " + MyJobText.text(duration: settings.leadIn))
        line("  point: " + MyJobText.text(duration: settings.point))
        line("  longest_event: " + MyJobText.text(duration: settings.longestEvent))
        line("  unanswered_people: \(settings.unansweredPeople)")
        line("  layers: " + YAMLText.list(settings.layers.map(\.name)))
    }

    private static func hours(_ day: DayHours) -> (key: String, value: String?) {
        let name = Weekday(rawValue: day.weekday)?.name.lowercased() ?? ""
        let spans = day.spans.map(\.text)
        return (name, spans.count == 1 ? spans[0] : "[\(spans.joined(separator: ", "))]")
    }
}
