import LedgerModel

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
