import LedgerModel

/// What is never a result: incidents, hotfixes, on call and rescues, by title, label, hand or rule. What the baseline
/// counts as an incident is one here too.
///
/// A `fix:` prefix, a learned reading or the hour alone says none of this.
enum Heroics {
    static func isOne(_ piece: CandidatePiece, _ words: [String], _ subject: CommitSubject) -> Bool {
        if piece.isIncident || (piece.tags + piece.labels).contains(where: IncidentWords.speaks) { return true }
        // A feature that is about incidents is none.
        if piece.kind == .commit, subject.isFeature { return false }
        let words = words.map { IncidentWords.singular($0) }
        if titles.isIn(words) || saysOnCall(piece.title) { return true }
        return piece.kind != .commit && spoken.isIn(words)
    }

    /// Whether a word of a title begins what is said of incidents, and so names no cause of them.
    static func begins(_ word: String) -> Bool { titles.begins([IncidentWords.singular(word)]) }

    /// Work alone outside working hours, for the job, that hand or rule calls what is expected.
    static func isLateBaseline(_ piece: CandidatePiece) -> Bool {
        piece.isOutsideHours && piece.people.isEmpty && piece.arena == .job && piece.worth == .baseline
            && piece.worthIsSaid
    }

    private static func saysOnCall(_ text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: "-"))
            && text.caseFolded.split { !$0.isLetter && $0 != "-" }.contains("on-call")
    }

    private static let titles = Phrases(IncidentWords.anywhere + IncidentWords.lookingBack)
    private static let spoken = Phrases(IncidentWords.spoken)
}
