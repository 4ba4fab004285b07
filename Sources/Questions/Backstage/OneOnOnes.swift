package import LedgerModel

/// Recurring meetings of two, and what to bring to the next of each.
package struct OneOnOnes: PeriodAnswer {
    /// The next one first; then those without a next, the latest held first.
    package var meetings: [Meeting]
    /// Whether anybody is known as the person; without that no meeting is known to be one of two.
    package var knowsMe = true

    package struct Meeting: Sendable {
        package var pair: BackstageAnswer.Pair
        package var decides: Bool
        /// Results they have not heard of; only of those who decide.
        package var untold: [Claim]
        /// Measures that were never agreed with anybody; for those who decide.
        package var unagreed: [Responsibility]
        /// What lands on the person and is theirs.
        package var theirs: [NotMine]

        package var title: String { pair.name + (decides ? ", who decides" : "") }

        /// How many things there are to bring.
        package var count: Int { untold.count + unagreed.count + theirs.count }
    }

    package init(_ backstage: BackstageAnswer, _ value: ValueAnswer, _ scope: ScopeAnswer, _ input: AnswerBase) {
        let today = input.zones.day(of: input.now)
        let deciders = Set(value.audience.map { $0.name.lowercased() })
        meetings = backstage.pairs.map { pair in
            let name = pair.name.lowercased()
            let decides = deciders.contains(name)
            return Meeting(
                pair: pair, decides: decides,
                untold: value.notTold.filter { $0.person.lowercased() == name }.map(\.claim),
                unagreed: decides ? scope.unagreed : [],
                theirs: input.myJob.notMine.filter { $0.holds(on: today) && $0.owner?.lowercased() == name })
        }.sorted { a, b in
            // Nothing comes after everything that has a next time.
            let (x, y) = (a.pair.next?.seconds ?? .max, b.pair.next?.seconds ?? .max)
            guard x == y else { return x < y }
            let (p, q) = (a.pair.last?.seconds ?? .min, b.pair.last?.seconds ?? .min)
            return p != q ? p > q : a.pair.person < b.pair.person
        }
    }
}
