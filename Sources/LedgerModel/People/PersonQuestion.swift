/// Something about people that only the person knows.
package enum PersonQuestion: Sendable, Hashable {
    /// Whether two are one person.
    case same(PersonSummary, PersonSummary, because: LikelySame.Reason)
    /// Whether somebody is a program.
    case program(PersonSummary)
}

/// The questions about people, those that are about most pieces first.
package struct PersonQuestions: Sendable, Hashable {
    package var asked: [PersonQuestion]
    /// How many were put off.
    package var later: Int

    /// - Parameter isAgain: Whether to ask those again that were put off.
    package init(_ everybody: [PersonSummary], said: [SaidOfPeople], isAgain: Bool = false) {
        var answers: [KeyPair: SaidOfPeople.Answer] = [:]
        for answer in said where answer.answer != .rest { answers[answer.keys] = answer.answer }
        let people = everybody.filter { !$0.isMe && !$0.isForgotten }
        var found: [(question: PersonQuestion, weight: Weight)] = []
        var later = 0
        func take(_ question: PersonQuestion, _ answer: SaidOfPeople.Answer?, weight: Weight) {
            if answer == .later { later += 1 }
            if answer == nil || isAgain && answer == .later { found.append((question, weight)) }
        }
        for person in people where person.matters && person.names.contains(where: ProgramName.looksLikeOne) {
            let answer = person.identities.compactMap { answers[KeyPair("", PersonKey.of($0))] }.first
            take(.program(person), answer, weight: Weight(person.evidence, person.others))
        }
        let candidates = people.map { LikelySame.Candidate(names: $0.names, addresses: $0.identities) }
        for pair in LikelySame(candidates).pairs() {
            let (one, other) = (people[pair.one], people[pair.other])
            guard one.matters || other.matters else { continue }
            let said = one.identities.lazy.flatMap { mine in
                other.identities.lazy.compactMap { answers[KeyPair(PersonKey.of(mine), PersonKey.of($0))] }
            }
            let first = (one.evidence, other.id) > (other.evidence, one.id) ? (one, other) : (other, one)
            take(
                .same(first.0, first.1, because: pair.reason), said.first { $0 == .two } ?? said.first,
                weight: Weight(one.evidence + other.evidence, one.others + other.others))
        }
        asked = found.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
            .map(\.element.question)
        self.later = later
    }
}

/// How much depends on an answer: pieces first, then commits of theirs.
private struct Weight: Comparable {
    let pieces, commits: Int
    init(_ pieces: Int, _ commits: Int) { (self.pieces, self.commits) = (pieces, commits) }

    static func < (a: Weight, b: Weight) -> Bool { (a.pieces, a.commits) < (b.pieces, b.commits) }
}

extension PersonSummary {
    /// Whether it matters who they are: a piece names them, or they wrote more than a few commits of a repository. Of
    /// everybody else who ever wrote to a public one nobody wants to be asked.
    fileprivate var matters: Bool { evidence > 0 || others >= 10 }
}
