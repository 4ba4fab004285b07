import LedgerModel

// Hours, zones, and the settings that change numbers.
extension MyJobReader {
    mutating func settings(_ root: MyJobFields) -> MyJobSettings {
        var settings = MyJobSettings()
        settings.zones = zones(root)
        settings.workingHours = workingHours(root)
        if let tree = root["possible_hours"],
            let hours = fields(tree, allowed: Self.weekdayNames, what: "possible_hours")
        {
            settings.possibleHours = dayHours(hours, in: tree)
        }
        settings.holidayCalendars = texts(root, "holiday_calendars")
        if let leave = text(root, "leave") { settings.leave = leave }
        settings.leavesOut = leavesOut(root)
        settings.machines = texts(root, "machines").map { $0.trimmed.lowercased() }
        guard let tree = root["settings"] else { return settings }
        numbers(tree, &settings)
        return settings
    }

    private mutating func numbers(_ tree: YAMLTree, _ settings: inout MyJobSettings) {
        let allowed = ["session_gap", "lead_in", "point", "longest_event", "unanswered_people", "layers"]
        guard let fields = fields(tree, allowed: allowed, what: "settings") else { return }
        remember(fields, nil, "", prefix: "settings.")
        settings.sessionGap = duration(fields, "session_gap") ?? settings.sessionGap
        settings.leadIn = duration(fields, "lead_in") ?? settings.leadIn
        settings.point = duration(fields, "point") ?? settings.point
        settings.longestEvent = duration(fields, "longest_event") ?? settings.longestEvent
        settings.unansweredPeople =
            value(fields, "unanswered_people", takes: "a whole number from 0 to 10000") { text in
                Int(text).flatMap { (0...10_000).contains($0) ? $0 : nil }
            } ?? settings.unansweredPeople
        settings.layers = layers(fields)
    }

    private mutating func leavesOut(_ root: MyJobFields) -> Set<LeftOut> {
        var result: Set<LeftOut> = []
        for item in list(root, "leaves_out") where !item.isNothing {
            guard let text = text(item, "leaves_out"),
                let what = choice(text, "leaves_out", at: item.line, of: LeftOut.self)
            else { continue }
            result.insert(what)
        }
        return result
    }

    private mutating func duration(_ fields: MyJobFields, _ key: String) -> Int64? {
        value(fields, key, takes: "a duration up to 48h, written 2h, 30m or 90s", MyJobText.duration)
    }

    /// Layers that are not listed follow in their usual order.
    private mutating func layers(_ fields: MyJobFields) -> [Layer] {
        var result: [Layer] = []
        for item in list(fields, "layers") where !item.isNothing {
            guard let text = text(item, "layers") else { continue }
            guard let layer = Layer.allCases.first(where: { $0.name == MyJobText.strip(text).lowercased() }) else {
                problems.unknown("layer", text, choices: Layer.allCases.map(\.name), at: item.line)
                continue
            }
            if result.contains(layer) {
                problems.add(item.line, "the layer \(excerpt(text)) is listed twice")
            } else {
                result.append(layer)
            }
        }
        return result + Layer.allCases.filter { !result.contains($0) }
    }

    private mutating func zones(_ root: MyJobFields) -> [MyJobSettings.ZoneEntry] {
        var result: [MyJobSettings.ZoneEntry] = []
        for tree in list(root, "zones") {
            guard let fields = fields(tree, allowed: ["from", "zone"], what: "each of zones") else { continue }
            guard let from = day(fields, "from"), let zone = text(fields, "zone"), !zone.isEmpty else {
                problems.add(
                    fields.line, "each of zones needs a day and a zone",
                    hint: "Write it as {from: 2025-01-01, zone: Europe/Berlin}.")
                continue
            }
            result.append(MyJobSettings.ZoneEntry(from: from, zone: zone))
        }
        return result
    }

    private mutating func workingHours(_ root: MyJobFields) -> [WorkingWeek] {
        var result: [WorkingWeek] = []
        var days: Set<CivilDay> = []
        for tree in list(root, "working_hours") {
            let allowed = ["from"] + Self.weekdayNames
            guard let fields = fields(tree, allowed: allowed, what: "each of working_hours") else { continue }
            guard let from = day(fields, "from") else {
                if fields["from"] == nil {
                    problems.add(
                        fields.line, "each of working_hours needs a day from which it holds",
                        hint: "Write it as `from: 2025-01-01`.")
                }
                continue
            }
            if !days.insert(from).inserted {
                problems.add(fields.line(of: "from"), "two of working_hours begin on \(from.iso)")
            }
            result.append(WorkingWeek(from: from, days: dayHours(fields, in: tree)))
        }
        return result
    }

    static let weekdayNames = Weekday.allCases.map { $0.name.lowercased() }

    /// The days in the order of the file.
    private mutating func dayHours(_ fields: MyJobFields, in tree: YAMLTree) -> [DayHours] {
        guard case .map(let entries) = tree.content else { return [] }
        var result: [DayHours] = []
        for entry in entries {
            guard fields.entries[entry.key]?.line == entry.line, Self.weekdayNames.contains(entry.key),
                let weekday = Weekday(entry.key)
            else { continue }
            result.append(DayHours(weekday: weekday.rawValue, spans: spans(fields, entry.key)))
        }
        return result
    }

    private mutating func spans(_ fields: MyJobFields, _ key: String) -> [ClockRange] {
        var result: [ClockRange] = []
        for item in list(fields, key) where !item.isNothing {
            guard let text = text(item, key) else { continue }
            let span = value(text, key, at: item.line, takes: "a span of the day such as 9:00-17:00", MyJobText.span)
            if let span { result.append(span) }
        }
        return result
    }
}
