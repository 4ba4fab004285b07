package import LedgerModel

/// A condition that is compiled once and tested against many pieces.
package struct CompiledCondition: Sendable {
    private let condition: Condition
    private let title: Pattern?
    private let body: Pattern?
    private let paths: [Glob]
    /// Case-folded, as main folders are written; those without what is below them apart.
    private let folders: (above: [String], alone: [String])
    private let files: Set<String>
    /// Each with the number of parts of a path that it spells.
    private let projects: [(glob: Glob, parts: Int)]
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
        let wanted = condition.folder.map(\.caseFolded)
        files = Set(condition.file.map(\.caseFolded))
        folders = (wanted.filter { !$0.hasSuffix("/") }.map { $0 + "/" }, wanted.filter { $0.hasSuffix("/") })
        projects = condition.project.map { (Glob($0), $0.split(separator: "/").count) }
        sources = condition.source.map { Glob($0) }
        calendars = Set(condition.calendar.map(\.caseFolded))
        tags = Set(condition.tag.map(\.caseFolded))
        people = Set(condition.person.map(\.caseFolded))
        self.zones = zones
    }

    package func matches(_ facts: EvidenceFacts) -> Bool {
        let when = condition
        if !when.kind.isEmpty, !when.kind.contains(facts.kind.rawValue) { return false }
        if !projects.isEmpty {
            guard projects.contains(where: { matches(facts, $0.glob, $0.parts) }) else { return false }
        }
        if !calendars.isEmpty, !meet(calendars, facts.calendars) { return false }
        if !tags.isEmpty, !meet(tags, facts.tags) { return false }
        if !people.isEmpty, !meet(people, facts.people) { return false }
        if !sources.isEmpty, !facts.sources.contains(where: { name in sources.contains { $0.matches(name) } }) {
            return false
        }
        if !paths.isEmpty, !facts.paths.contains(where: { path in paths.contains { $0.matches(path) } }) {
            return false
        }
        if !when.folder.isEmpty {
            let folder = facts.mainFolder
            guard
                folders.alone.contains(folder.path)
                    || folders.above.contains(where: { folder.path.utf8.starts(with: $0.utf8) })
            else { return false }
        }
        if !files.isEmpty, !files.contains(facts.mainFolder.file) { return false }
        if !when.weekday.isEmpty || when.hours != nil {
            let civil = zones.civil(facts.at)
            if !when.weekday.isEmpty, !when.weekday.contains(civil.day.weekday.rawValue) { return false }
            if let hours = when.hours, !hours.contains(minute: civil.secondOfDay / 60) { return false }
        }
        if let title, !title.matches(facts.title) { return false }
        if let body, !body.matches(facts.body) { return false }
        return true
    }

    /// Whether a project is called so. How much of its path is shown depends on which others there are, so the end of
    /// its path is enough: `api` is every repository of that name, `w1/api` also one that is shown as `api`.
    private func matches(_ facts: EvidenceFacts, _ glob: Glob, _ parts: Int) -> Bool {
        glob.matches(facts.project)
            || facts.folders.contains { glob.matches(FolderNames.end(of: $0, parts: parts)) }
    }

    private func meet(_ wanted: Set<String>, _ present: [String]) -> Bool {
        present.contains { wanted.contains($0.caseFolded) }
    }
}
