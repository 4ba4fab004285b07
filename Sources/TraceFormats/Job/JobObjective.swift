package import LedgerModel

extension JobText {
    /// The key of the objective that a text names by key, label or one of its key results; else of a new one that is
    /// put into the frame.
    package static func objective(
        _ text: String, in frame: inout Frame, on day: CivilDay
    ) -> (key: String, isNew: Bool) {
        let wanted = JobMerge.folded(text)
        func isNamed(_ objective: Objective) -> Bool {
            objective.key.lowercased() == wanted || JobMerge.folded(objective.label) == wanted
                || objective.keyResults.contains { JobMerge.folded($0.label) == wanted }
        }
        let holding = current(frame.objectives, on: day)
        if let known = holding.first(where: isNamed) { return (known.key, false) }
        if let place = frame.objectives.firstIndex(where: isNamed) {
            frame.objectives[place].until = nil
            return (frame.objectives[place].key, false)
        }
        var used = Set(frame.objectives.map(\.key))
        let key = JobMerge.key(of: text, .objective, &used)
        frame.objectives.append(Objective(key: key, label: JobMerge.squeezed(text)))
        return (key, true)
    }
}
