package import LedgerModel

/// The pieces of which nobody has said what kind of work they were, most hours first.
package struct KindSheet: Sendable {
    package var base: AnswerBase
    /// Sure and likely seconds, as in every figure.
    package var traced: Int64
    /// The part of them whose kind of work is unknown, and its pieces.
    package var open: Int64
    package var openPieces: Int
    /// The largest of them.
    package var pieces: [OpenKind]

    package init(base: AnswerBase, traced: Int64, open: Int64, openPieces: Int, pieces: [OpenKind]) {
        self.base = base
        self.traced = traced
        self.open = open
        self.openPieces = openPieces
        self.pieces = pieces
    }

    /// `3.5 h of “cache the list”. What kind of work was it?`
    package func question(_ piece: OpenKind) -> [Document.Span] {
        let query = SearchQuery(filters: [.init(.id, piece.id.description)]).text
        let ref = EvidenceRef(count: 1, ids: [piece.id], query: query)
        return [.figure(Hours.text(piece.seconds), ref), .text(" of “\(piece.title)”. What kind of work was it?")]
    }
}

/// A piece of which nobody has said what kind of work it was.
package struct OpenKind: Sendable, Hashable {
    package var id: PublicID
    package var title: String
    package var at: Instant
    package var kind: EvidenceKind
    /// Empty if it belongs to none.
    package var project: String
    package var seconds: Int64
    /// What it probably was; it counts in no figure.
    package var learned: LearnedKind?

    package init(
        id: PublicID, title: String, at: Instant, kind: EvidenceKind, project: String, seconds: Int64,
        learned: LearnedKind?
    ) {
        self.id = id
        self.title = title
        self.at = at
        self.kind = kind
        self.project = project
        self.seconds = seconds
        self.learned = learned
    }
}
