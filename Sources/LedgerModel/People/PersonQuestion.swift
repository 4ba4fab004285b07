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
        for answer in said { answers[answer.keys] = answer.answer }
        let people = everybody.filter { !$0.isMe && !$0.isForgotten }
        var found: [(question: PersonQuestion, weight: Int)] = []
        var later = 0
        func take(_ question: PersonQuestion, _ answer: SaidOfPeople.Answer?, weight: Int) {
            if answer == .later { later += 1 }
            if answer == nil || isAgain && answer == .later { found.append((question, weight)) }
        }
        for person in people where person.names.contains(where: ProgramName.looksLikeOne) {
            let answer = person.identities.compactMap { answers[KeyPair("", PersonKey.of($0))] }.first
            take(.program(person), answer, weight: person.evidence)
        }
        let candidates = people.map { LikelySame.Candidate(names: $0.names, addresses: $0.identities) }
        for pair in LikelySame(candidates).pairs() {
            let (one, other) = (people[pair.one], people[pair.other])
            // Whoever is in no piece is in no list of what was done together.
            guard one.evidence + other.evidence > 0 else { continue }
            let said = one.identities.lazy.flatMap { mine in
                other.identities.lazy.compactMap { answers[KeyPair(PersonKey.of(mine), PersonKey.of($0))] }
            }
            let first = (one.evidence, other.id) > (other.evidence, one.id) ? (one, other) : (other, one)
            take(
                .same(first.0, first.1, because: pair.reason), said.first { $0 == .two } ?? said.first,
                weight: one.evidence + other.evidence)
        }
        asked = found.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
            .map(\.element.question)
        self.later = later
    }
}
