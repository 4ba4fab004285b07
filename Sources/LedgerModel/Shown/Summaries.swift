/// A source with the amount that it holds.
package struct SourceSummary: Sendable, Hashable {
    package var source: Source
    package var evidence: Int
    package var others: Int
    package var first: Instant?
    package var last: Instant?
    package var warnings: [Diagnostic]

    package init(source: Source, evidence: Int, others: Int, first: Instant?, last: Instant?, warnings: [Diagnostic]) {
        self.source = source
        self.evidence = evidence
        self.others = others
        self.first = first
        self.last = last
        self.warnings = warnings
    }
}

/// What removing a source removes and leaves.
package struct SourceRemoval: Sendable, Hashable {
    package var source: Source
    /// The number of pieces that only this source saw; they are removed.
    package var goes: Int
    /// The number of those that are cited or corrected; they stay readable, off the timeline.
    package var stays: Int
    /// The number of pieces that another source has too; they stay as they are.
    package var elsewhere: Int

    package init(source: Source, goes: Int, stays: Int, elsewhere: Int) {
        self.source = source
        self.goes = goes
        self.stays = stays
        self.elsewhere = elsewhere
    }
}

/// What the ledger holds about a person.
package struct PersonSummary: Sendable, Hashable {
    package var id: PublicID
    package var name: String
    /// What tells them from others of the same name; empty if nobody else has it.
    package var mark = ""
    /// All names under which sources know them, the one that is shown first.
    package var names: [String] = []
    package var isMe: Bool
    package var identities: [String]
    package var evidence: Int
    package var last: Instant?
    /// The number of their own commits, stored as packed rows. Quarters count as year × 4 + quarter − 1.
    package var others: Int
    package var firstQuarter: Int?
    package var lastQuarter: Int?

    package init(
        id: PublicID, name: String, isMe: Bool, identities: [String], evidence: Int, last: Instant?, others: Int,
        firstQuarter: Int?, lastQuarter: Int?
    ) {
        self.id = id
        self.name = name
        self.isMe = isMe
        self.identities = identities
        self.evidence = evidence
        self.last = last
        self.others = others
        self.firstQuarter = firstQuarter
        self.lastQuarter = lastQuarter
    }
}

extension PersonSummary {
    /// Whether only events name them that are somebody else's or do not name the person: nobody they work with, for all
    /// that is known.
    package var isNamedElsewhere: Bool { evidence > 0 && last == nil && others == 0 }

    /// Whether only commits of their own are known of them: whoever ever wrote to a repository is nobody to work with.
    package var isOnlyAuthor: Bool { evidence == 0 && others > 0 }

    /// What lists call them: `Alex Kim (example.org)` if somebody else has the name too.
    package var listed: String { mark.isEmpty ? name : "\(name) (\(mark))" }

    package static var forgottenName: String { PersonMention.forgottenName }

    /// Whether they were forgotten, so that nobody can tell any more who it was.
    package var isForgotten: Bool {
        name == Self.forgottenName && identities.allSatisfy { $0.hasPrefix(Self.forgottenName + "-") }
    }
}

/// The pieces that name a person: past ones newest first, future ones soonest first.
package struct NamingPieces: Sendable, Hashable {
    package var past: SearchResult
    package var ahead: SearchResult
    package var total: Int { past.total + ahead.total }

    package init(past: SearchResult, ahead: SearchResult) {
        self.past = past
        self.ahead = ahead
    }
}

/// The amount that the ledger holds, for a first look.
package struct Holdings: Sendable, Hashable {
    package var evidence: Int
    package var sources: Int
    package var claims: Int
    package var first: Instant?
    package var last: Instant?
    package var demoSeed: String?
    package var hasHandRows: Bool

    package init(
        evidence: Int, sources: Int, claims: Int, first: Instant?, last: Instant?, demoSeed: String?, hasHandRows: Bool
    ) {
        self.evidence = evidence
        self.sources = sources
        self.claims = claims
        self.first = first
        self.last = last
        self.demoSeed = demoSeed
        self.hasHandRows = hasHandRows
    }
}

/// One thing that was checked, and its state.
package struct Check: Sendable, Hashable {
    package enum Tier: String, Sendable { case required, optional }

    /// The name of the check that the file itself is intact.
    package static let database = "database"

    package var name: String
    package var tier: Tier
    package var ok: Bool
    package var message: Advice

    package init(_ name: String, _ tier: Tier, ok: Bool, _ message: Advice) {
        self.name = name
        self.tier = tier
        self.ok = ok
        self.message = message
    }
}

/// The effect of writing a list of records.
package struct WriteCount: Sendable, Hashable {
    package var added = 0
    package var unchanged = 0
    package var updated = 0
    package var withdrawn = 0
    /// Not written, because the person had them forgotten.
    package var forgotten = 0

    package init() {}

    package static func += (a: inout WriteCount, b: WriteCount) {
        a.added += b.added
        a.unchanged += b.unchanged
        a.updated += b.updated
        a.withdrawn += b.withdrawn
        a.forgotten += b.forgotten
    }
}
