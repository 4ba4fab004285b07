package import LedgerModel

/// The pieces of which nobody has said what kind of work they were, most hours first.
package struct KindSheet: Sendable {
    package var base: AnswerBase
    /// Sure and likely seconds, as in every figure.
    package var traced: Int64
    /// The part of them whose kind of work is unknown, and its pieces.
    package var open: Int64
    package var openPieces: Int
    /// How many titles they have: those of one title are asked about once.
    package var openTitles: Int
    /// The largest of them, one for each title.
    package var pieces: [OpenKind]

    package init(
        base: AnswerBase, traced: Int64, open: Int64, openPieces: Int, openTitles: Int, pieces: [OpenKind]
    ) {
        self.base = base
        self.traced = traced
        self.open = open
        self.openPieces = openPieces
        self.openTitles = openTitles
        self.pieces = pieces
    }

    /// `3.5 h of “cache the list”, 12 times. What kind of work was it?`
    package func question(_ piece: OpenKind) -> [Document.Span] {
        let hours = Hours.text(piece.seconds)
        let times = piece.others.isEmpty ? "" : ", \(Words.digits(piece.all.count, "time"))"
        // A query names no more pieces than this.
        let figure: Document.Span =
            piece.all.count > Candidate.mostPieces ? .text(hours) : .figure(hours, EvidenceRef(pieces: piece.all))
        return [figure, .text(" of “\(piece.title)”\(times). What kind of work was it?")]
    }

    /// `The largest is a commit in api, 3 March 2026`
    package func about(_ piece: OpenKind) -> String {
        let noun = piece.kind == .event ? "meeting" : piece.kind.rawValue
        let place = piece.project.isEmpty ? "" : " in \(piece.project)"
        let what = piece.others.isEmpty ? "A \(noun)" : "The largest is a \(noun)"
        return "\(what)\(place), \(Period.date(base.zones.day(of: piece.at)))"
    }
}

/// A piece of which nobody has said what kind of work it was, with those that have the same title.
package struct OpenKind: Sendable, Hashable {
    package var id: PublicID
    /// The smaller ones of the same title.
    package var others: [PublicID]
    package var title: String
    package var at: Instant
    package var kind: EvidenceKind
    /// Empty if it belongs to none.
    package var project: String
    /// Of all of them.
    package var seconds: Int64
    /// What it probably was; it counts in no figure.
    package var learned: LearnedKind?

    package init(
        id: PublicID, others: [PublicID] = [], title: String, at: Instant, kind: EvidenceKind, project: String,
        seconds: Int64,
        learned: LearnedKind?
    ) {
        self.id = id
        self.others = others
        self.title = title
        self.at = at
        self.kind = kind
        self.project = project
        self.seconds = seconds
        self.learned = learned
    }

    package var all: [PublicID] { [id] + others }

    /// `“cache the list”, all 12: keeps it running`
    package func said(_ worth: Worth) -> String {
        "“\(title)”\(others.isEmpty ? "" : ", all \(all.count)"): \(worth.label)"
    }
}

extension LearnedKind {
    /// `probably makes it better (learned: “cache”), not confirmed, as you said of “cache the names”`
    package var whole: String {
        like.isEmpty ? sentence : "\(sentence), as you said of \(Words.list(like.map { "“\($0.title)”" }))"
    }
}
