/// What a rule can look at in one piece of evidence.
package struct EvidenceFacts: Sendable, Hashable {
    package var kind: EvidenceKind
    package var at: Instant
    package var title: String
    package var body: String
    package var project: String
    /// Names and addresses of the people on it.
    package var people: [String]
    package var tags: [String]
    package var paths: [String]
    /// The sources that saw it: name, id and locator of each.
    package var sources: [String]
    /// Names of the calendars among them.
    package var calendars: [String]
    /// The default of its source, when the person gave one.
    package var arena: Arena?

    package init(
        kind: EvidenceKind, at: Instant, title: String, body: String = "", project: String = "", people: [String] = [],
        tags: [String] = [], paths: [String] = [], sources: [String] = [], calendars: [String] = [],
        arena: Arena? = nil
    ) {
        self.kind = kind
        self.at = at
        self.title = title
        self.body = body
        self.project = project
        self.people = people
        self.tags = tags
        self.paths = paths
        self.sources = sources
        self.calendars = calendars
        self.arena = arena
    }
}
