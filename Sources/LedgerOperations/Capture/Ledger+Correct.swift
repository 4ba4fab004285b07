package import LedgerModel
import LedgerStore
import Questions

/// What a piece means, by the person's own word.
extension Ledger {
    package struct CorrectionRequest: Sendable {
        /// `unknown` takes a word back.
        package var responsibility: String?
        package var objective: String?
        package var worth: String?
        package var arena: String?
        package var skills: [String] = []
        package var from: Instant?
        package var until: Instant?
        package var happened: Bool?
        package var drop: Bool = false

        package init() {}
    }

    package func correct(_ text: String, _ request: CorrectionRequest) throws(LedgerError) -> PublicID {
        let id = try store.resolve(text)
        let frame = try store.frame()
        let responsibility = try request.responsibility.map { (text: String) throws(LedgerError) in
            try Self.responsibility(text, frame)
        }
        let objective = try request.objective.map { (text: String) throws(LedgerError) in
            try Self.key(text, "objective", frame.objectives.map { ($0.key, $0.label) })
        }
        let worth = try request.worth.map { (text: String) throws(LedgerError) in
            try Self.key(text, "kind of work", Worth.allCases.map { ($0.rawValue, $0.rawValue) })
        }
        let arena = try request.arena.map { (text: String) throws(LedgerError) in
            try Self.key(text, "arena", Arena.allCases.map { ($0.rawValue, $0.label) })
        }
        var skills: [String] = []
        for skill in request.skills {
            skills.append(try Self.key(skill, "skill", frame.skills.map { ($0.key, $0.label) }))
        }
        if let from = request.from, let until = request.until,
            until <= from || until - from > FrameSettings.longestInterval
        {
            throw LedgerError(.badTime, "that span is empty or longer than two days")
        }
        try store.correct(id, action: ulid(), try context(frame)) { correction in
            if let responsibility { correction.responsibility = responsibility.isEmpty ? nil : responsibility }
            if let objective { correction.objective = objective.isEmpty ? nil : objective }
            if let worth { correction.worth = Worth(rawValue: worth) }
            if let arena { correction.arena = Arena(rawValue: arena) }
            if !skills.isEmpty { correction.skills = skills.filter { !$0.isEmpty } }
            if let from = request.from { correction.from = from }
            if let until = request.until { correction.until = until }
            if let happened = request.happened { correction.happened = happened }
            if request.drop { correction.dropped = true }
        }
        return id
    }

    private static func responsibility(_ text: String, _ frame: Frame) throws(LedgerError) -> String {
        let desk = frame.notMine.map { ("\(Meaning.notMine):\($0.key)", "not mine: \($0.label)") }
        return try key(
            text, "responsibility",
            frame.responsibilities.map { ($0.key, $0.label) } + [(Meaning.mine, "mine"), (Meaning.notMine, "not mine")]
                + desk)
    }

    /// The key that `text` names by key or label; empty for `unknown`.
    static func key(_ text: String, _ what: String, _ known: [(key: String, label: String)]) throws(LedgerError)
        -> String
    {
        let wanted = text.trimmed.lowercased()
        if wanted == "unknown" { return "" }
        if let match = known.first(where: { $0.key.lowercased() == wanted || $0.label.lowercased() == wanted }) {
            return match.key
        }
        let suggestion = nearest(to: wanted, among: known.map(\.key))
        let list =
            known.isEmpty ? "none yet; add them with `limelight frame edit`" : known.map(\.key).joined(separator: ", ")
        throw LedgerError(
            .notFound, "there is no \(what) “\(text)”\(suggestion.map { "; did you mean “\($0)”?" } ?? "")",
            hint: "Known: \(list).")
    }
}
