import LedgerModel

extension MyJobWriter {
    /// All settings are written, also those that nobody changed: they decide numbers.
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
