import LedgerModel

/// What is never a result: incidents, hotfixes, on call and rescues, by title, label, hand or rule.
///
/// A `fix:` prefix, a learned reading or the hour alone says none of this.
enum Heroics {
    static func isOne(_ piece: CandidatePiece, _ words: [String], _ subject: CommitSubject) -> Bool {
        if (piece.tags + piece.labels).contains(where: { labels.isIn(Phrases.words(of: $0)) || saysOnCall($0) }) {
            return true
        }
        // A feature that is about incidents is none.
        if piece.kind == .commit, subject.isFeature { return false }
        if titles.isIn(words) || saysOnCall(piece.title) { return true }
        if piece.kind != .commit, spoken.isIn(words) { return true }
        return isLateBaseline(piece)
    }

    /// Work alone outside working hours, for the job, that hand or rule calls what is expected.
    private static func isLateBaseline(_ piece: CandidatePiece) -> Bool {
        piece.isOutsideHours && piece.people.isEmpty && piece.arena == .job && piece.worth == .baseline
            && piece.worthIsSaid
    }

    private static func saysOnCall(_ text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: "-"))
            && text.caseFolded.split { !$0.isLetter && $0 != "-" }.contains("on-call")
    }

    static let titles = Phrases(
        "hotfix, hot fix, incident, incidents, outage, outages, oncall, postmortem, post mortem, pagerduty, "
            + "firefighting, emergency fix, sev1, sev2")
    private static let labels = Phrases(
        "hotfix, hot fix, hotfixes, incident, incidents, outage, outages, oncall, on call, postmortem, post mortem, pager, "
            + "pagerduty, firefighting, emergency, emergencies, rescue, rescues, sev1, sev2")
    /// Words that mean it in a note or a meeting, and something else in the subject of a commit.
    private static let spoken = Phrases("on call, rescue, rescued, emergency, standby duty")
}
