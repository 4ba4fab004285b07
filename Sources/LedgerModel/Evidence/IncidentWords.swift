/// The words for what breaks a plan: incidents, hotfixes, on call and rescues. The one list for the baseline, which counts
/// incidents, and for candidates, which leave them out.
///
/// A word that means it in the name of a tag can mean something else in a title: “rescue blocks keep their line” is no
/// rescue. So each list says where it holds.
package enum IncidentWords {
    /// Wherever they stand: in a name, a note, a meeting, or the subject of a commit. In the singular.
    package static let anywhere = [
        "hotfix", "hot fix", "incident", "outage", "oncall", "pagerduty", "firefighting", "emergency fix", "sev1",
        "sev2",
    ]
    /// Also in the title of a note or a meeting.
    package static let spoken = ["on call", "rescue", "rescued", "emergency", "standby duty"]
    /// Only in the name of a tag, a calendar or a rule.
    private static let named = ["pager", "opsgenie", "downtime"]
    /// What looks back at incidents: it is none, and no result either.
    package static let lookingBack = ["postmortem", "post mortem"]

    /// Whether a name of a tag, a calendar, a rule or a responsibility speaks of incidents or of looking back at them.
    package static func speaks(_ name: String) -> Bool {
        let words = words(of: name)
        return isIn(words, names) || isIn(words, back)
    }

    static let names = (anywhere + spoken + named).map(words)
    static let back = lookingBack.map(words)

    /// Words in the singular and without case and marks, split at all but letters and numbers.
    static func words(of text: String) -> [String] {
        text.folded.split { !$0.isLetter && !$0.isNumber }.map(singular)
    }

    static func isIn(_ words: [String], _ phrases: [[String]]) -> Bool {
        phrases.contains { phrase in words.indices.contains { words[$0...].starts(with: phrase) } }
    }

    /// Of a word without case: `outages`, `hotfixes` and `emergencies` are `outage`, `hotfix` and `emergency`.
    package static func singular(_ word: some StringProtocol) -> String {
        let word = String(word)
        guard word.utf8.count > 3, word.utf8.last == UInt8(ascii: "s"), !word.hasSuffix("ss") else { return word }
        if word.hasSuffix("xes") { return String(word.dropLast(2)) }
        if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
        return String(word.dropLast())
    }
}
