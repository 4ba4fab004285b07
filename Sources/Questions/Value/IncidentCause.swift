package import LedgerModel

/// Which incidents a result is about: those whose titles have a word of it, or else those of the systems that its
/// evidence belongs to.
package enum IncidentCause: Sendable, Hashable {
    case word(String)
    case systems([String])

    /// `incidents whose titles say “certificate”`
    package var text: String {
        switch self {
        case .word(let word): "incidents whose titles say “\(word)”"
        case .systems(let names): "incidents of \(Words.list(names))"
        }
    }
}

/// Everything that says something of incidents, over all the time that is looked at.
package struct IncidentHistory: Sendable {
    package var pieces: [SignedPiece]
    /// For the row of each source, until when it tells; 0 for what the person writes.
    package var tellsUntil: [Int64: Instant]
    /// The systems of cited pieces.
    package var systems: [PublicID: WorkSystem]
    /// For a system the first piece that made it better on the day of its last incident, or in the two weeks after.
    package var improvements: [Improvement] = []

    package struct Improvement: Sendable, Hashable {
        package var system: WorkSystem
        package var id: PublicID
        package var at: Instant
        package var title: String

        package init(system: WorkSystem, id: PublicID, at: Instant, title: String) {
            (self.system, self.id, self.at, self.title) = (system, id, at, title)
        }
    }

    /// How long after the last incident an improvement may come, in days.
    package static let afterLast: Int64 = 14

    package static let none = IncidentHistory(pieces: [], tellsUntil: [:], systems: [:])

    /// What is looked at for a period: a year before it and a year after it, up to today.
    package static func span(around period: Period, today: CivilDay) -> Period {
        let until = min(period.until + 366, today + 1)
        return Period(since: min(period.since - 366, until), until: until)
    }

    package init(pieces: [SignedPiece], tellsUntil: [Int64: Instant], systems: [PublicID: WorkSystem]) {
        // What is someone else’s is none of this.
        self.pieces = pieces.filter { WorkSystem($0.meaning, project: $0.project) != nil }
        (self.tellsUntil, self.systems) = (tellsUntil, systems)
    }

    private var incidents: [SignedPiece] { pieces.filter { $0.sign == .incident } }

    /// The last incident of each system.
    package var last: [WorkSystem: Instant] {
        incidents.reduce(into: [:]) { last, piece in
            guard let system = WorkSystem(piece.meaning, project: piece.project) else { return }
            last[system] = max(last[system] ?? piece.at, piece.at)
        }
    }

    /// What became of the incidents of the system that a piece made better.
    func change(around piece: Improvement, today: CivilDay, _ zones: ZoneHistory) -> BeforeAfter? {
        BeforeAfter(record(of: [piece.system], zones), around: zones.day(of: piece.at), today: today)
    }

    func record(of systems: Set<WorkSystem>, _ zones: ZoneHistory) -> IncidentRecord {
        IncidentRecord(
            incidents.filter { WorkSystem($0.meaning, project: $0.project).map(systems.contains) == true },
            tellsUntil: tellsUntil, zones)
    }

    /// What became of the incidents that a result is about; `nil` where no source would show them on both sides.
    package func change(
        around claim: Claim, today: CivilDay, _ zones: ZoneHistory, _ labels: MyJobLabels
    ) -> (cause: IncidentCause, change: BeforeAfter)? {
        let day = zones.day(of: claim.at)
        if let word = Self.word(of: claim.text, in: incidents.filter { $0.at < claim.at }) {
            let meant = incidents.filter { Self.words($0.title).contains(word) }
            guard let change = BeforeAfter(telling(of: meant, zones), around: day, today: today) else {
                return nil
            }
            return (.word(word), change)
        }
        let systems = Set(claim.evidence.compactMap { self.systems[$0] }).filter(\.isPlaced)
        guard !systems.isEmpty,
            let change = BeforeAfter(record(of: systems, zones), around: day, today: today)
        else { return nil }
        return (.systems(systems.map { $0.name(labels) }.sorted()), change)
    }

    /// A source that shows incidents at all would show these too.
    private func telling(of meant: [SignedPiece], _ zones: ZoneHistory) -> IncidentRecord {
        let sources = Set(meant.map(\.source))
        return IncidentRecord(
            meant, among: incidents.filter { sources.contains($0.source) }, tellsUntil: tellsUntil, zones)
    }

    /// The word of a sentence that most titles of earlier incidents have, at least three.
    private static func word(of text: String, in earlier: [SignedPiece]) -> String? {
        var counts: [String: Int] = [:]
        for piece in earlier { for word in words(piece.title) { counts[word, default: 0] += 1 } }
        return words(text).compactMap { word in counts[word].map { (word, $0) } }
            .filter { $0.1 >= fewest }.max { ($0.1, $1.0) < ($1.1, $0.0) }?.0
    }

    private static let fewest = 3

    /// Words of five letters or more, folded, without the `s` of a plural, and without those that every incident has.
    package static func words(_ text: String) -> Set<String> {
        let all = text.folded.split { !$0.isLetter }.map { word in
            String(word.count > 4 && word.hasSuffix("s") && !word.hasSuffix("ss") ? word.dropLast() : word)
        }
        return Set(all.filter { $0.count > 4 }).subtracting(common)
    }

    private static let common: Set<String> = [
        "after", "again", "before", "first", "fixed", "incident", "hotfix", "minute", "outage", "problem", "server",
        "service", "since", "still", "system", "their", "there", "those", "until", "which", "while", "without",
    ]
}
