/// The kinds of source an import knows.
package enum SourceKind: String, Sendable, CaseIterable, Codable {
    case git, calendar, inbox, hand
}

/// A place that evidence comes from.
package struct Source: Hashable, Sendable {
    package var rowID: Int64
    package var id: PublicID
    package var kind: SourceKind
    /// An absolute path or an address.
    package var locator: String
    package var name: String
    /// What its evidence is for, until a hand or a rule says otherwise.
    package var arena: Arena?
    /// Keeps times only.
    package var isPrivate: Bool
    /// Its events without other people are work, not plans.
    package var plansCount: Bool
    /// Where the last import stopped, in the reader's own words.
    package var state: String
    package var lastImport: Instant?

    package init(
        rowID: Int64, id: PublicID, kind: SourceKind, locator: String, name: String, arena: Arena?,
        isPrivate: Bool, plansCount: Bool, state: String, lastImport: Instant?
    ) {
        self.rowID = rowID
        self.id = id
        self.kind = kind
        self.locator = locator
        self.name = name
        self.arena = arena
        self.isPrivate = isPrivate
        self.plansCount = plansCount
        self.state = state
        self.lastImport = lastImport
    }

    package static func id(kind: SourceKind, locator: String) -> PublicID {
        PublicID(.source, kind.rawValue + "\u{0}" + locator)
    }
}
