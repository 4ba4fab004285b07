import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// One piece of evidence: what its source said, what it was read as and why, and a place to say otherwise.
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
        return visit.page(view.fragment, item.title.isEmpty ? "Evidence" : item.title, .ledger)
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
