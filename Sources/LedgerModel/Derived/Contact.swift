/// One direct contact: a meeting with at most four others that took place, a note with people, a trailer.
package struct Contact: Sendable, Hashable {
    package var at: Instant
    package var evidence: PublicID
    /// The other people.
    package var headCount: Int
    package var startedByMe: Bool

    package init(at: Instant, evidence: PublicID, headCount: Int, startedByMe: Bool) {
        self.at = at
        self.evidence = evidence
        self.headCount = headCount
        self.startedByMe = startedByMe
    }
}

/// Somebody with their direct contacts.
package struct Acquaintance: Sendable, Hashable {
    package var person: PublicID
    package var name: String
    package var contacts: [Contact]

    package init(person: PublicID, name: String, contacts: [Contact] = []) {
        self.person = person
        self.name = name
        self.contacts = contacts
    }
}
