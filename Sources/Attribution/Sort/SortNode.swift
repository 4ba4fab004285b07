package import LedgerModel

/// The pieces that some conditions match, before they become a group.
struct SortNode {
    var kind: SortGroup.Kind
    var name: String
    var within: String
    /// At least one.
    var conditions: [Condition]
    /// Indices into the list of pieces; not empty.
    var members: [Int]
    var seconds: Int64
    var isMeeting = false
    /// Whether it cuts across other parts beside it, which then hold the same pieces.
    var isAcross = false

    init(
        _ kind: SortGroup.Kind, _ name: String, within: String = "", _ conditions: [Condition], _ members: [Int],
        seconds: Int64, isMeeting: Bool = false, isAcross: Bool = false
    ) {
        self.kind = kind
        self.name = name
        self.within = within
        self.conditions = conditions
        self.members = members
        self.seconds = seconds
        self.isMeeting = isMeeting
        self.isAcross = isAcross
    }

    var id: String { SortGroup.id(of: conditions) }

    /// The only condition, from which those of parts are made.
    var condition: Condition { conditions.first ?? Condition() }

    /// Where its parts are.
    var place: String { within.isEmpty ? name : within }
}

extension Condition {
    func with(_ change: (inout Condition) -> Void) -> Condition {
        var copy = self
        change(&copy)
        return copy
    }
}

/// A piece of evidence whose time nobody has explained yet.
package struct SortPiece: Sendable, Hashable {
    /// Its row in the store.
    package var row: Int64
    package var id: PublicID
    package var facts: EvidenceFacts
    /// The sure and likely seconds that it won on the timeline.
    package var seconds: Int64
    /// The number of other people on it.
    package var headCount: Int
    /// Whether its title is private.
    package var isPrivate: Bool

    package init(
        row: Int64, id: PublicID, facts: EvidenceFacts, seconds: Int64, headCount: Int = 0, isPrivate: Bool = false
    ) {
        self.row = row
        self.id = id
        self.facts = facts
        self.seconds = seconds
        self.headCount = headCount
        self.isPrivate = isPrivate
    }
}

extension Rule {
    /// Makes the rules of an answer, with keys that no rule of `others` has, such as `sort-stand-up`.
    package static func all(_ group: SortGroup, _ answer: SortAnswer, besides others: [Rule]) -> [Rule] {
        var taken = Set(others.map(\.key))
        return group.conditions.map { condition in
            let name = group.conditions.count > 1 ? condition.title.map(TitlePattern.plain) ?? group.name : group.name
            let base = "sort-" + (MyJobKeys.word(name).isEmpty ? "time" : MyJobKeys.word(name))
            var key = base
            var number = 1
            while !taken.insert(key).inserted {
                number += 1
                key = "\(base)-\(number)"
            }
            return Rule(key: key, when: condition, set: answer.outcome)
        }
    }
}

extension MyJob {
    /// The position at which a rule of this outcome takes effect. This is the end, so that every earlier rule holds. But a rule for
    /// something other than the job goes before the first rule that says these pieces are for the job.
    ///
    /// - Parameter matching: The rules that match each undecided piece of the group.
    package func place(for outcome: Rule.Outcome, matching: [[Rule]]) -> Int {
        guard let arena = outcome.arena, arena != .job else { return rules.count }
        let shadows = Set(matching.flatMap { $0.filter { $0.set.arena != nil }.map(\.key) })
        return rules.firstIndex { shadows.contains($0.key) } ?? rules.count
    }
}
