package import LedgerModel

extension JobText {
    /// What a line of results counts for.
    package enum Aim: Sendable, Hashable {
        case objective(String)
        /// What one is judged on, by key; it counts for the objective that it serves, where it serves one.
        case responsibility(String, serves: String?)
        /// An objective that is put into My job.
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
    /// label or measure; else a new objective, which is put into My job.
    package static func aim(_ text: String, in myJob: inout MyJob, on day: CivilDay) -> Aim {
        let wanted = JobMerge.folded(text)
        func isNamed(_ objective: Objective) -> Bool {
            objective.key.lowercased() == wanted || JobMerge.folded(objective.label) == wanted
                || objective.keyResults.contains { JobMerge.folded($0.label) == wanted }
        }
        func isNamed(_ item: Responsibility) -> Bool {
            [item.key, item.label, MeasuredLine.write(item)].contains { JobMerge.folded($0) == wanted }
        }
        if let known = current(myJob.objectives, on: day).first(where: isNamed) { return .objective(known.key) }
        if let known = current(myJob.responsibilities, on: day).first(where: isNamed) {
            return .responsibility(known.key, serves: known.objective)
        }
        if let place = myJob.objectives.firstIndex(where: isNamed) {
            myJob.objectives[place].until = nil
            return .objective(myJob.objectives[place].key)
        }
        // Not the key of a responsibility, for which claims may count.
        var used = Set(myJob.objectives.map(\.key)).union(myJob.responsibilities.map(\.key))
        let key = JobMerge.key(of: text, .objective, &used)
        myJob.objectives.append(Objective(key: key, label: JobMerge.squeezed(text)))
        return .new(key)
    }
}
