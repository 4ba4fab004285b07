package import LedgerModel

extension JobText {
    /// What a line of results counts for.
    package enum Aim: Sendable, Hashable {
        case objective(String)
        /// What one is judged on, by key; it counts for the objective that it serves, where it serves one.
        case responsibility(String, serves: String?)
        /// An objective that is put into the frame.
        case new(String)

        /// As a claim keeps it.
        package var key: String {
            switch self {
            case .objective(let key), .new(let key): key
            case .responsibility(let key, let objective): objective ?? key
            }
        }
    }

    /// The objective that a text names by key, label or one of its key results, or what one is judged on, by key,
    /// label or measure; else a new objective, which is put into the frame.
    package static func aim(_ text: String, in frame: inout Frame, on day: CivilDay) -> Aim {
        let wanted = JobMerge.folded(text)
        func isNamed(_ objective: Objective) -> Bool {
            objective.key.lowercased() == wanted || JobMerge.folded(objective.label) == wanted
                || objective.keyResults.contains { JobMerge.folded($0.label) == wanted }
        }
        func isNamed(_ item: Responsibility) -> Bool {
            [item.key, item.label, MeasuredLine.write(item)].contains { JobMerge.folded($0) == wanted }
        }
        if let known = current(frame.objectives, on: day).first(where: isNamed) { return .objective(known.key) }
        if let known = current(frame.responsibilities, on: day).first(where: isNamed) {
            return .responsibility(known.key, serves: known.objective)
        }
        if let place = frame.objectives.firstIndex(where: isNamed) {
            frame.objectives[place].until = nil
            return .objective(frame.objectives[place].key)
        }
        // Not the key of a responsibility, for which claims may count.
        var used = Set(frame.objectives.map(\.key)).union(frame.responsibilities.map(\.key))
        let key = JobMerge.key(of: text, .objective, &used)
        frame.objectives.append(Objective(key: key, label: JobMerge.squeezed(text)))
        return .new(key)
    }
}
