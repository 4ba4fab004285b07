package import LedgerModel
import LedgerStore
package import Questions

/// Corrections of what a piece means.
extension Capture {
    package struct CorrectionRequest: Sendable {
        /// `unknown` removes the correction.
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
        let myJob = try myJob()
        let responsibility = try request.responsibility.map { (text: String) throws(LedgerError) in
            try self.responsibility(text, myJob)
        }
        let objective = try request.objective.map { (text: String) throws(LedgerError) in
            try namedKey(text, "objective", myJob.objectives.map { ($0.key, $0.label) })
        }
        let worth = try request.worth.map { (text: String) throws(LedgerError) in
            try namedKey(text, "kind of work", Worth.allCases.map { ($0.rawValue, $0.label) })
        }
        let arena = try request.arena.map { (text: String) throws(LedgerError) in
            try namedKey(text, "arena", Arena.allCases.map { ($0.rawValue, $0.label) })
        }
        var skills: [String] = []
        for skill in request.skills {
            skills.append(try namedKey(skill, "skill", myJob.skills.map { ($0.key, $0.label) }))
        }
        if let from = request.from, let until = request.until,
            until <= from || until - from > MyJobSettings.longestInterval
        {
            throw LedgerError(.badTime, "that span is empty or longer than two days")
        }
        return try write { transaction in
            let id = try transaction.snapshot.resolveStanding(text)
            try transaction.correct(id, action: ulid()) { correction in
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
    }

    /// Says what kind of work pieces were, which have one title. Returns the action, to take back exactly this.
    package func sayKind(_ worth: Worth, of ids: [PublicID]) throws(LedgerError) -> String {
        let action = ulid()
        try write { transaction in
            try transaction.act(action, Self.kindVerb, on: ids.first?.description ?? "") {
                for id in ids { try transaction.correct(id, action: action) { $0.worth = worth } }
            }
        }
        return action.text
    }

    static let kindVerb = "kind"
    static let learnVerb = "learn"

    /// Learns kinds of work from what the plan names. Throws `.usage` if that is too little, or was learned already.
    package func learn(_ plan: KindLearning) throws(LedgerError) {
        guard plan.canLearn else {
            throw LedgerError(.usage, "there is nothing to learn from that was not learned yet")
        }
        try write { transaction in
            try transaction.act(ulid(), Self.learnVerb, on: "\(plan.number)") { _ = try transaction.learn(plan.kinds) }
        }
    }

    private func responsibility(_ text: String, _ myJob: MyJob) throws(LedgerError) -> String {
        let desk = myJob.notMine.map { ("\(Meaning.notMine):\($0.key)", "someone else’s: \($0.label)") }
        return try namedKey(
            text, "responsibility",
            myJob.responsibilities.map { ($0.key, $0.label) } + [
                (Meaning.mine, "my other work"), (Meaning.notMine, "someone else’s"),
            ]
                + desk)
    }
}
