import LedgerModel
import Renderings

extension CorrectionForm {
    /// The choices that My job gives; selected is only what a hand has said before.
    init(_ shown: ShownEvidence, _ myJob: MyJob, csrf: String, here: String, isOpen: Bool = false) {
        let said = shown.correction
        var desk = myJob.responsibilities.map { (key: $0.key, label: $0.label) }
        desk += [(Meaning.mine, "mine, in none of them"), (Meaning.notMine, "not mine")]
        desk += myJob.notMine.map { ("\(Meaning.notMine):\($0.key)", "not mine: \($0.label)") }
        self.init(
            csrf: csrf, here: here, responsibilities: Self.choices(desk, said?.responsibility),
            objectives: Self.choices(myJob.objectives.map { ($0.key, $0.label) }, said?.objective),
            worths: Self.choices(Worth.allCases.map { ($0.rawValue, $0.rawValue) }, said?.worth?.rawValue),
            arenas: Self.choices(Arena.allCases.map { ($0.rawValue, $0.label) }, said?.arena?.rawValue),
            asksHappened: shown.draft.kind == .event, isOpen: isOpen)
        stamp = Self.stamp(said)
    }

    static func stamp(_ said: Correction?) -> String { String(contentHash("\(said ?? Correction())").prefix(16)) }

    private static func choices(_ known: [(key: String, label: String)], _ said: String?) -> [Choice] {
        var choices = known.map { Choice($0.key, $0.label, isSelected: $0.key == said) }
        // A word of one's own can be taken back.
        if said != nil { choices.append(Choice("unknown", "take my word back")) }
        return choices
    }
}
