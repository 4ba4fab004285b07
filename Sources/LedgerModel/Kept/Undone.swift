/// What `undo` took back.
package struct Undone: Sendable, Hashable {
    package let verb: String
    package let subject: String
    package let at: Instant

    package init(verb: String, subject: String, at: Instant) {
        self.verb = verb
        self.subject = subject
        self.at = at
    }
}

/// A timer that has begun and not yet ended.
package struct OpenTimer: Sendable, Hashable, Codable {
    package var at: Instant
    package var text: String
    package var people: [PersonMention]
    package var tags: [String]
    package var utcOffset: Int32
    package var zone: String

    package init(
        at: Instant, text: String, people: [PersonMention] = [], tags: [String] = [], utcOffset: Int32 = 0,
        zone: String = "UTC"
    ) {
        self.at = at
        self.text = text
        self.people = people
        self.tags = tags
        self.utcOffset = utcOffset
        self.zone = zone
    }
}
