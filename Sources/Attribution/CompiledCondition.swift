package import LedgerModel

/// A condition made ready to be asked many times.
package struct CompiledCondition: Sendable {
    private let condition: Condition
    private let title: Pattern?
    private let body: Pattern?
    private let paths: [Glob]
    private let projects: [Glob]
    private let sources: [Glob]
    private let zones: ZoneHistory

    /// Throws `.frameInvalid` when an expression cannot be read; `name` is the rule's.
    package init(_ condition: Condition, name: String, zones: ZoneHistory) throws(LedgerError) {
        self.condition = condition
        title = try Self.pattern(condition.title, key: "title~", name: name)
        body = try Self.pattern(condition.body, key: "body~", name: name)
        paths = condition.path.map { Glob($0) }
        projects = condition.project.map { Glob($0) }
        sources = condition.source.map { Glob($0) }
        self.zones = zones
    }

    private static func pattern(_ text: String?, key: String, name: String) throws(LedgerError) -> Pattern? {
        guard let text else { return nil }
        guard let pattern = Pattern(text) else {
            throw LedgerError(
                .frameInvalid, "rule “\(name)”: \(key) is not a regular expression: “\(text)”",
                hint: "Use a POSIX extended expression, as in ^PagerDuty or (restore|backup).")
        }
        return pattern
    }

    package func matches(_ facts: EvidenceFacts) -> Bool {
        let when = condition
        if !when.kind.isEmpty, !when.kind.contains(facts.kind.rawValue) { return false }
        if !projects.isEmpty, !projects.contains(where: { $0.matches(facts.project) }) { return false }
        if !when.calendar.isEmpty, !meet(when.calendar, facts.calendars) { return false }
        if !when.tag.isEmpty, !meet(when.tag, facts.tags) { return false }
        if !when.person.isEmpty, !meet(when.person, facts.people) { return false }
        if !sources.isEmpty, !facts.sources.contains(where: { name in sources.contains { $0.matches(name) } }) {
            return false
        }
        if !paths.isEmpty, !facts.paths.contains(where: { path in paths.contains { $0.matches(path) } }) {
            return false
        }
        if !when.weekday.isEmpty || when.hours != nil {
            let civil = zones.civil(facts.at)
            if !when.weekday.isEmpty, !when.weekday.contains(civil.day.weekday.rawValue) { return false }
            if let hours = when.hours, !hours.contains(minute: civil.secondOfDay / 60) { return false }
        }
        if let title, !title.matches(facts.title) { return false }
        if let body, !body.matches(facts.body) { return false }
        return true
    }

    private func meet(_ wanted: [String], _ present: [String]) -> Bool {
        present.contains { value in wanted.contains { $0.lowercased() == value.lowercased() } }
    }
}
