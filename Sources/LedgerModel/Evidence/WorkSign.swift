/// What a piece shows of a running system, because a tag, a calendar or a rule of the person says so by its name.
///
/// Titles alone say nothing: “a report of an outage elsewhere” is no outage. A rule that names titles does.
package enum WorkSign: Int, Sendable, CaseIterable, Hashable {
    case incident = 1, restoreTest, request

    /// The value of `is:` that finds such pieces.
    package var key: String {
        switch self {
        case .incident: "incident"
        case .restoreTest: "restore-test"
        case .request: "request"
        }
    }

    package init?(key: String) {
        guard let sign = Self.allCases.first(where: { $0.key == key }) else { return nil }
        self = sign
    }

    /// What a name speaks of: that of a tag, of a calendar or of a rule.
    package enum Name: Sendable, Hashable {
        case sign(WorkSign)
        /// A review of incidents: it looks back at them and is none.
        case review

        package init?(_ name: String) {
            let words = name.folded.split { !$0.isLetter && !$0.isNumber }.map(Self.singular)
            func speaks(of phrases: [[String]]) -> Bool {
                phrases.contains { phrase in
                    words.indices.contains { words[$0...].starts(with: phrase) }
                }
            }
            guard !speaks(of: Self.reviews) else {
                self = .review
                return
            }
            guard let sign = WorkSign.allCases.first(where: { speaks(of: $0.phrases) }) else { return nil }
            self = .sign(sign)
        }

        private static func singular(_ word: Substring) -> String {
            String(word.count > 3 && word.hasSuffix("s") ? word.dropLast() : word)
        }

        private static let reviews = [["review"], ["retro"], ["retrospective"], ["postmortem"], ["post", "mortem"]]
    }

    /// In the singular, folded.
    private var phrases: [[String]] {
        switch self {
        case .incident:
            [
                ["incident"], ["outage"], ["hotfix"], ["hotfixe"], ["downtime"], ["pager"], ["pagerduty"],
                ["opsgenie"], ["oncall"], ["on", "call"],
            ]
        case .restoreTest: [["restore", "test"], ["restore", "drill"], ["tested", "restore"], ["drill"]]
        case .request: [["request"], ["question"], ["ticket"], ["helpdesk"], ["help", "desk"], ["service", "desk"]]
        }
    }

    /// How long an event can be and still be what its calendar is named for, in seconds: a shift on call is no incident.
    package static let longest: Int64 = 12 * 3600
}
