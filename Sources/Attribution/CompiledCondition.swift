package import LedgerModel

/// A condition that is compiled once and tested against many pieces.
package struct CompiledCondition: Sendable {
    private let condition: Condition
    private let title: Pattern?
    private let body: Pattern?
    private let paths: [Glob]
    private let projects: [Glob]
    private let sources: [Glob]
    /// Case-folded.
    private let calendars, tags, people: Set<String>
    private let zones: ZoneHistory

    /// Throws `.jobInvalid` if an expression cannot be used. The error names the rule or block by its key `name`.
    package init(
        _ condition: Condition, name: String, kind: String = "rule", zones: ZoneHistory
    ) throws(LedgerError) {
        self.condition = condition
        title = try condition.title.map { text throws(LedgerError) in
            try Pattern(text, of: "\(kind) “\(name)”: title~")
        }
        body = try condition.body.map { text throws(LedgerError) in
            try Pattern(text, of: "\(kind) “\(name)”: body~")
        }
        paths = condition.path.map { Glob($0) }
        projects = condition.project.map { Glob($0) }
        sources = condition.source.map { Glob($0) }
        calendars = Set(condition.calendar.map(\.caseFolded))
        tags = Set(condition.tag.map(\.caseFolded))
        people = Set(condition.person.map(\.caseFolded))
        self.zones = zones
    }

    package func matches(_ facts: EvidenceFacts) -> Bool {
        let when = condition
        if !when.kind.isEmpty, !when.kind.contains(facts.kind.rawValue) { return false }
        if !projects.isEmpty, !projects.contains(where: { $0.matches(facts.project) }) { return false }
        if !calendars.isEmpty, !meet(calendars, facts.calendars) { return false }
        if !tags.isEmpty, !meet(tags, facts.tags) { return false }
        if !people.isEmpty, !meet(people, facts.people) { return false }
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

    private func meet(_ wanted: Set<String>, _ present: [String]) -> Bool {
        present.contains { wanted.contains($0.caseFolded) }
    }
}
