package import LedgerModel

extension Rule {
    /// A rule of an answer, with a key that none of `others` has: `sort-stand-up`.
    package init(_ group: SortGroup, _ answer: SortAnswer, besides others: [Rule]) {
        let base = "sort-" + (MyJobKeys.word(group.name).isEmpty ? "time" : MyJobKeys.word(group.name))
        var key = base
        var number = 1
        while others.contains(where: { $0.key == key }) {
            number += 1
            key = "\(base)-\(number)"
        }
        self.init(key: key, when: group.when, set: answer.outcome)
    }
}

extension MyJob {
    /// Where a rule has to stand to be heard: at the end, so that everything said before it holds; but a
    /// rule for something other than the job before the first that calls these pieces the job.
    ///
    /// - Parameter matching: the rules that match each undecided piece of the group.
    package func place(for rule: Rule, matching: [[Rule]]) -> Int {
        guard let arena = rule.set.arena, arena != .job else { return rules.count }
        let shadows = Set(matching.flatMap { $0.filter { $0.set.arena != nil }.map(\.key) })
        return rules.firstIndex { shadows.contains($0.key) } ?? rules.count
    }
}
