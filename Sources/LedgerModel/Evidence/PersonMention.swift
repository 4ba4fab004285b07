/// What a person had to do with a piece of evidence.
package enum PersonRole: String, Sendable, CaseIterable, Codable {
    case organizer, attendee, author
    case coAuthor = "co-author"
    case reviewer, acker, tester, helper, mentor, suggester, reporter
    case mentioned
    /// It holds what they said of themself.
    case saidBy = "said-by"
}

/// A person as a source names them.
package struct PersonMention: Hashable, Sendable, Codable {
    /// A mail address in lower case, or a name if there is no address.
    package var identity: String
    package var name: String
    package var role: PersonRole
    /// Their answer to an invitation: PARTSTAT in lower case, or empty.
    package var participation: String

    package init(identity: String, name: String, role: PersonRole, participation: String = "") {
        self.identity = identity
        self.name = name
        self.role = role
        self.participation = participation
    }

    /// Whether they were forgotten, so that no list may tell them apart from others.
    package var isForgotten: Bool { Self.isStandIn(identity) }

    /// What lists call them: their name, or else their address. Someone who was forgotten has neither.
    package var shown: String {
        if Self.isStandIn(identity) { return Self.someone }
        return name.isEmpty ? identity : name
    }

    /// Names and addresses as a list may show them: forgotten people appear once, and their placeholders not at all.
    package static func shown(_ names: [String]) -> [String] {
        names.filter { !isStandIn($0) }.map { $0 == forgottenName ? someone : $0 }
    }

    /// The name of everyone who was forgotten; counts stay under it.
    package static let forgottenName = "forgotten"

    /// Whether an identity stands for somebody who was forgotten.
    package static func isForgotten(_ identity: String) -> Bool { isStandIn(identity) }

    private static let someone = "someone forgotten"

    private static func isStandIn(_ identity: String) -> Bool {
        identity.hasPrefix(forgottenName + "-") && !identity.contains("@")
    }
}
