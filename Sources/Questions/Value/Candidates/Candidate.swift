package import LedgerModel

/// Something that may be a result, with the evidence for it. The person keeps or strikes it.
package struct Candidate: Sendable, Hashable {
    /// A first wording, in the words of one of its pieces.
    package var wording: String
    /// Why it is a candidate, in one line.
    package var because: String
    /// The folders with most of its files, and the projects of what has none.
    package var touched: [String]
    /// What is counted: commits, meetings, notes.
    package var figures: [Figure]
    package var people: [String]
    package var first: CivilDay
    package var last: CivilDay
    /// The day on which it was decided, else the last.
    package var reached: CivilDay
    /// The piece by which it is called when an answer about it is taken back.
    package var named: PublicID?
    package var release: Release?
    /// `released in 2.1 on 4 March 2026`
    package var released: String?
    /// In order of time, at most `mostPieces`.
    package var pieces: [PublicID]

    /// A count of its pieces, with a query that finds exactly these.
    package struct Figure: Sendable, Hashable {
        /// `commits`, `meetings` or `notes`.
        package var name: String
        package var ref: EvidenceRef

        /// `7 commits`.
        package var text: String { Words.digits(ref.count, String(name.dropLast())) }
    }

    /// Its name in a form. Another one as soon as another piece is in it.
    package var key: String {
        String(contentHash(pieces.map(\.description).joined(separator: " ")).prefix(12))
    }

    package var ref: EvidenceRef { EvidenceRef(pieces: pieces) }

    /// As many as a query can name.
    package static let mostPieces = 200
}

extension Candidate {
    /// - Parameter lead: The beginning of the line that says why, if it is not the cluster's own.
    init(_ cluster: CandidateCluster, _ members: [PieceTraits], wording: String? = nil, lead: String? = nil) {
        let pieces = members.map(\.piece)
        let speaker = Self.speaker(members)
        self.wording = wording ?? speaker.map { Self.spoken($0.piece) } ?? ""
        named = speaker?.piece.id
        figures = Self.figures(pieces)
        touched = Self.touched(members)
        people = pieces.flatMap(\.people).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        (first, last) = (cluster.first, cluster.last)
        reached = members.last(where: \.isDecision)?.piece.day ?? cluster.last
        release = pieces.compactMap(\.release).max { ($0.day, $0.name) < ($1.day, $1.name) }
        self.pieces = pieces.map(\.id)
        let releases = Set(members.compactMap(\.piece.release)).count
        released = release.map {
            "released \(releases == 1 ? "in" : "up to") \($0.name) on \(Period.date($0.day))"
        }
        because = ""
        because = Self.because(self, cluster, members, lead)
    }

    private static func figures(_ pieces: [CandidatePiece]) -> [Figure] {
        func figure(_ name: String, _ isOne: (EvidenceKind) -> Bool) -> Figure? {
            let ids = pieces.filter { isOne($0.kind) }.map(\.id)
            return ids.isEmpty ? nil : Figure(name: name, ref: EvidenceRef(pieces: ids))
        }
        return [
            figure("commits") { $0 == .commit }, figure("meetings") { $0 == .event }, figure("notes", \.isByHand),
        ].compactMap { $0 }
    }

    /// The three folders that most commits have as their main one, and the projects of commits without a folder.
    private static func touched(_ members: [PieceTraits]) -> [String] {
        var counts: [String: Int] = [:]
        for item in members where item.piece.kind == .commit {
            let place = [item.piece.project, item.files.folder].filter { !$0.isEmpty }.joined(separator: ": ")
            if !place.isEmpty { counts[place, default: 0] += 1 }
        }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map(\.key)
    }

    /// The words of the piece that says most plainly what changed.
    static func wording(_ members: [PieceTraits]) -> String { speaker(members).map { spoken($0.piece) } ?? "" }

    private static func speaker(_ members: [PieceTraits]) -> PieceTraits? {
        func weight(_ item: PieceTraits) -> Double {
            guard item.piece.kind == .commit else { return item.isDecision ? 3 : item.piece.kind.isByHand ? 0.5 : -2 }
            var sum = item.numbers.closed.isEmpty ? 0 : 1.5
            if item.subject.isFeature { sum += 1 }
            if item.files.code > 0 { sum += 1 }
            if item.files.hasTests { sum += 0.5 }
            if item.isInternal { sum -= 1 }
            if item.isChore { sum -= 2 }
            return sum
        }
        let best = members.enumerated().max { a, b in
            (weight(a.element), a.element.files.all, b.offset) < (weight(b.element), b.element.files.all, a.offset)
        }
        return best?.element
    }

    /// The first sentence of a note, or the subject of a commit without what only tools need.
    private static func spoken(_ piece: CandidatePiece) -> String {
        if piece.kind == .commit { return CommitSubject.wording(piece.title) }
        var text = piece.title.trimmed
        // “Decided: …” says how it is known, and not what changed.
        if let colon = text.firstIndex(of: ":"), labels.contains(text[..<colon].trimmed.caseFolded) {
            let rest = text[text.index(after: colon)...].trimmed
            if !rest.isEmpty { text = rest.sentence }
        }
        guard text.count > longest, let stop = text.prefix(longest).lastIndex(where: { ".!?;:".contains($0) }) else {
            return text.count > longest ? String(text.prefix(longest)).trimmed + "…" : text
        }
        return String(text[..<stop])
    }

    private static let labels: Set<String> = ["decided", "decision", "agreed", "approved", "result", "win", "done"]

    /// The longest wording that is made of a note, in characters.
    private static let longest = 120

    // MARK: why

    private static func because(
        _ candidate: Candidate, _ cluster: CandidateCluster, _ members: [PieceTraits], _ lead: String?
    ) -> String {
        let counts = Dictionary(uniqueKeysWithValues: candidate.figures.map { ($0.name, $0.ref.count) })
        let (commits, meetings, notes) = (counts["commits"] ?? 0, counts["meetings"] ?? 0, counts["notes"] ?? 0)
        var parts = [lead ?? ownLead(candidate, cluster, commits, notes, meetings)]
        if commits == 0, members.contains(where: \.hasFigure) { parts[0] += ", with a figure" }
        if commits > 0 {
            let talk = [
                meetings > 0 ? Words.digits(meetings, "meeting") : nil, notes > 0 ? Words.digits(notes, "note") : nil,
            ].compactMap { $0 }
            if !talk.isEmpty {
                parts[0] += ", \(Words.list(talk)) \(meetings + notes == 1 ? "speaks" : "speak") of it"
            }
        }
        if let decided = members.last(where: \.isDecision) {
            parts.append("decided on \(Period.date(decided.piece.day))")
        }
        if let released = candidate.released { parts.append(released) }
        return parts.joined(separator: "; ")
    }

    private static func ownLead(
        _ candidate: Candidate, _ cluster: CandidateCluster, _ commits: Int, _ notes: Int, _ meetings: Int
    ) -> String {
        let all = [
            commits > 0 ? Words.digits(commits, "commit") : nil,
            commits == 0 && meetings > 0 ? Words.digits(meetings, "meeting") : nil,
            commits == 0 && notes > 0 ? Words.digits(notes, "note") : nil,
        ].compactMap { $0 }
        if case .number(let number) = cluster.kind {
            return "\(Words.list(all)) \(commits == 1 ? "for" : "name") \(number)"
        }
        let days = cluster.last - cluster.first
        let span = days > 0 ? " within \(Words.count(Int(days) + 1, "day"))" : ""
        let place = candidate.touched.first.map { " in \($0)" } ?? ""
        return Words.list(all) + place + span
    }
}
