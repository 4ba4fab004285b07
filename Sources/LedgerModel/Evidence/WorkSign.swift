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
            let words = IncidentWords.words(of: name)
            guard !IncidentWords.isIn(words, Self.reviews + IncidentWords.back) else {
                self = .review
                return
            }
            guard let sign = WorkSign.allCases.first(where: { IncidentWords.isIn(words, $0.phrases) }) else {
                return nil
            }
            self = .sign(sign)
        }

        private static let reviews = [["review"], ["retro"], ["retrospective"]]
    }

    /// In the singular, folded.
    private var phrases: [[String]] {
        switch self {
        case .incident: IncidentWords.names
        case .restoreTest: [["restore", "test"], ["restore", "drill"], ["tested", "restore"], ["drill"]]
        case .request: [["request"], ["question"], ["ticket"], ["helpdesk"], ["help", "desk"], ["service", "desk"]]
        }
    }

    /// How long an event can be and still be what its calendar is named for, in seconds: a shift on call is no incident.
    package static let longest: Int64 = 12 * 3600
}
