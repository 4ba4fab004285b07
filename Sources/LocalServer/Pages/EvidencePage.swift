import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// One piece of evidence: what its source said, what it was read as and why, and a form to correct it.
enum EvidencePage {
    static func show(_ visit: Visit) throws -> String {
        let piece = try visit.ledger.asking.show(visit.id)
        let myJob = try visit.ledger.myJob.current()
        let times = TimeLabels(zones: try visit.ledger.asking.zones())
        let draft = piece.shown.draft
        let isPrivate = draft.flags.contains(.isPrivate)
        let item = EvidenceItem(
            id: piece.shown.id, time: times.text(draft.at, until: draft.until, flags: draft.flags),
            source: piece.shown.sources.isEmpty
                ? (draft.kind.isByHand ? "by hand" : "") : Words.list(piece.shown.sources.map(\.name)),
            kind: draft.kind.rawValue, title: isPrivate ? "" : draft.title)
        let view = EvidenceView(
            item: item, marks: marks(piece.shown), fields: fields(piece.shown, times),
            body: isPrivate ? "" : draft.body,
            people: draft.people.map { ($0.shown, role($0)) },
            readings: EvidenceReadings.all(piece, myJob), citedBy: try citations(piece.shown, visit.ledger),
            correction: CorrectionForm(
                piece.shown, myJob, csrf: visit.csrf, here: visit.path, isOpen: visit.query["correct"] != nil))
        let became = try visit.ledger.asking.became(piece: piece.shown.id).map {
            BecameView(id: piece.shown.id, section: $0.section, csrf: visit.csrf, here: visit.path)
        }
        let layout = visit.layout(item.title.isEmpty ? "Evidence" : item.title, .ledger)
        return HTMLPage.render(
            became.map { view.fragment + $0.fragment(in: layout) } ?? view.fragment, in: layout)
    }

    private static func marks(_ shown: ShownEvidence) -> [String] {
        let flags = shown.draft.flags
        var marks: [String] = []
        if flags.contains(.withdrawn) { marks.append("withdrawn") }
        if flags.contains(.sourceRemoved) { marks.append("source removed") }
        if flags.contains(.isPrivate) { marks.append("private") }
        if flags.contains(.oddDate) { marks.append("odd date") }
        if flags.contains(.recurring) { marks.append("recurring") }
        if shown.correction?.dropped == true { marks.append("off the timeline") }
        return marks
    }

    private static func fields(_ shown: ShownEvidence, _ times: TimeLabels) -> [(label: String, value: String)] {
        let draft = shown.draft
        let paths = draft.paths.prefix(12).joined(separator: ", ")
        let more = draft.paths.count > 12 ? " and \(draft.paths.count - 12) more" : ""
        return [
            ("Length", draft.until.map { SpokenDuration.text($0 - draft.at) } ?? ""),
            ("On the timeline", shown.onTimeline),
            ("Project", draft.project ?? ""),
            ("Standing", draft.kind == .event && draft.standing != .none ? "\(draft.standing)" : ""),
            ("Tags", draft.tags.joined(separator: ", ")),
            (
                "Counted",
                draft.measures.map { "\($0.name.replacing("_", with: " ")) \($0.value)" }.joined(separator: ", ")
            ),
            ("Paths", paths + more),
            (
                "Written down",
                "\(times.date(shown.recordedAt))\(shown.version > 1 ? ", version \(shown.version)" : "")"
            ),
        ]
    }

    private static func role(_ person: PersonMention) -> String {
        person.participation.isEmpty ? person.role.rawValue : "\(person.role.rawValue), \(person.participation)"
    }

    private static func citations(_ shown: ShownEvidence, _ ledger: Ledger) throws(LedgerError) -> [PageLink] {
        guard !shown.citedBy.isEmpty else { return [] }
        return try ledger.asking.claims().filter { shown.citedBy.contains($0.id) }.map { claim in
            let query = SearchQuery(filters: [.init(.claim, claim.id.description)])
            return PageLink(claim.text, PagePath.evidence(query.text))
        }
    }
}

/// Corrects a piece of evidence.
enum CorrectForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> String {
        var request = Capture.CorrectionRequest()
        request.arena = fields["arena"]
        request.responsibility = fields["responsibility"]
        request.objective = fields["objective"]
        request.worth = fields["worth"]
        request.drop = fields["drop"] == "yes"
        switch fields["happened"] {
        case "yes": request.happened = true
        case "no": request.happened = false
        default: break
        }
        let names = ["arena", "responsibility", "objective", "worth", "happened", "drop"]
        guard names.contains(where: { fields[$0] != nil }) else { return "Nothing was chosen, so nothing was changed." }
        let said = try visit.ledger.asking.show(visit.id).correction
        guard fields["stamp"].map({ $0 == CorrectionForm.stamp(said) }) ?? true else {
            throw LedgerError(
                .changedMeanwhile, "you have corrected this piece elsewhere since this page was loaded",
                hint: "Nothing was changed. Load the page again, and repeat the correction if it still holds.")
        }
        _ = try visit.ledger.capture.correct(visit.id, request)
        return "Corrected."
    }
}

extension CorrectionForm {
    /// The choices that My job offers; only an earlier correction by hand is selected.
    init(_ shown: ShownEvidence, _ myJob: MyJob, csrf: String, here: String, isOpen: Bool = false) {
        let said = shown.correction
        var desk = myJob.responsibilities.map { (key: $0.key, label: $0.label) }
        desk += [(Meaning.mine, "my other work"), (Meaning.notMine, "someone else’s")]
        desk += myJob.notMine.map { ("\(Meaning.notMine):\($0.key)", "someone else’s: \($0.label)") }
        self.init(
            csrf: csrf, here: here, responsibilities: Self.choices(desk, said?.responsibility),
            objectives: Self.choices(myJob.objectives.map { ($0.key, $0.label) }, said?.objective),
            worths: Self.choices(Worth.allCases.map { ($0.rawValue, $0.label) }, said?.worth?.rawValue),
            arenas: Self.choices(Arena.allCases.map { ($0.rawValue, $0.label) }, said?.arena?.rawValue),
            asksHappened: shown.draft.kind == .event, isOpen: isOpen)
        stamp = Self.stamp(said)
    }

    static func stamp(_ said: Correction?) -> String { String(contentHash("\(said ?? Correction())").prefix(16)) }

    private static func choices(_ known: [(key: String, label: String)], _ said: String?) -> [Choice] {
        var choices = known.map { Choice($0.key, $0.label, isSelected: $0.key == said) }
        if said != nil { choices.append(Choice("unknown", "remove my correction")) }
        return choices
    }
}

/// What a piece was read as, in the words that pages use.
enum EvidenceReadings {
    static func all(_ piece: Inquiry.Piece, _ myJob: MyJob) -> [EvidenceView.Reading] {
        let labels = MyJobLabels(myJob)
        return piece.readingSummaries.map { line in
            if line.dimension == .worth, let learned = piece.learned {
                return .init(
                    dimension: line.dimension.heading, value: "unknown", decidedBy: learned.whole, because: "",
                    confirms: learned.worth, isOpenKind: true)
            }
            guard let value = line.value else {
                return .init(
                    dimension: line.dimension.heading, value: "unknown", decidedBy: "not decided", because: "",
                    isOpenKind: line.dimension == .worth)
            }
            return .init(
                dimension: line.dimension.heading, value: label(line.dimension, value, labels), decidedBy: who(line.by),
                because: line.because,
                from: line.dimension == .responsibility ? piece.inheritedFrom?.id : nil)
        }
    }

    /// What is known of it, and who decided, a line each: `job · Restores that work`, `by a rule: stand-up`.
    static func summary(_ reading: Inquiry.PieceReading, _ labels: MyJobLabels) -> (read: String, why: String) {
        let known = reading.lines.filter { $0.value != nil }
        var why: [String] = []
        // An objective that follows from its responsibility needs no reason of its own.
        for line in known where line.dimension != .objective || line.by == .hand {
            let text = line.because.isEmpty ? who(line.by) : "\(who(line.by)): \(line.because)"
            if !why.contains(text) { why.append(text) }
        }
        let values = known.map { label($0.dimension, $0.value ?? "", labels) }
        return (values.joined(separator: " · "), why.joined(separator: "; "))
    }

    private static func label(_ dimension: Dimension, _ value: String, _ labels: MyJobLabels) -> String {
        switch dimension {
        case .arena: Arena(rawValue: value)?.label ?? value
        case .responsibility: labels.responsibility(value)
        case .objective: labels.objective(value)
        case .worth: value
        case .skill: labels.skill(value)
        }
    }

    private static func who(_ by: DecidedBy) -> String {
        switch by {
        case .hand: "by hand"
        case .rule: "by a rule"
        case .inherited: "inherited"
        case .learned: "learned"
        case .structure: "by its structure"
        case .unknown: "not decided"
        }
    }
}
