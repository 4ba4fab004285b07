import Attribution
package import LedgerModel
import Questions

extension JobEditing {
    /// Says what the planned events with a title are, as one action that can be undone. What is time for the person
    /// becomes a pattern under `blocks` and a rule for growth; work and neither become a rule.
    ///
    /// Returns the title. Throws `.notFound` if no such events are asked about.
    package func answer(plan title: String, _ answer: PlanAnswer) throws(LedgerError) -> String {
        let wanted = BlockCandidate.id(of: title)
        let (candidates, old) = try Asking(self).inquire { (try $0.blockCandidates(), $0.myJob) }
        guard let candidate = candidates.first(where: { $0.id == wanted }) else {
            throw LedgerError(
                .notFound, "no planned events with this title are asked about",
                hint:
                    "\(offer: .askOfBlocks(each: nil)) asks about those that are; they may have been answered already.")
        }
        var myJob = old
        var when = Condition()
        when.title = TitlePattern.exact(candidate.title)
        when.kind = [EvidenceKind.event.rawValue]
        if answer == .forMe {
            // Without words of the title, which may name somebody who is forgotten later.
            let key = Self.free("time-for-me") { key in myJob.blocks.contains { $0.key == key } }
            myJob.blocks.append(BlockPattern(key: key, label: candidate.title, when: when))
        }
        let word = MyJobKeys.word(candidate.title)
        let key = Self.free("sort-" + (word.isEmpty ? "time" : word)) { key in
            myJob.rules.contains { $0.key == key }
        }
        let rule = Rule(key: key, when: when, set: Rule.Outcome(arena: answer.arena))
        // First, so that a rule about the whole calendar does not speak for it.
        myJob.rules.insert(rule, at: 0)
        try keep(try change(of: old, to: myJob), verb: Self.blockVerb)
        return candidate.title
    }

    static let blockVerb = "block"

    /// The first of `word`, `word-2`, `word-3` … that is not taken.
    private static func free(_ word: String, isTaken: (String) -> Bool) -> String {
        var key = word
        var number = 1
        while isTaken(key) {
            number += 1
            key = "\(word)-\(number)"
        }
        return key
    }
}

extension PlanAnswer {
    fileprivate var arena: Arena {
        switch self {
        case .forMe: .growth
        case .work: .job
        case .neither: .personal
        }
    }
}
