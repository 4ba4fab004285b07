/// What the person is judged by and aims at; pages call it *My job*.
///
/// Every item has a stable key, a label, and the first and last day on which it holds. An item that ends stays, so that
/// earlier readings keep their meaning.
package struct MyJob: Sendable, Hashable, Codable {
    package var name: String = ""
    package var objectives: [Objective] = []
    package var responsibilities: [Responsibility] = []
    package var notMine: [NotMine] = []
    package var people: [MyJobPerson] = []
    package var skills: [Skill] = []
    package var areas: [LearningArea] = []
    package var blocks: [BlockPattern] = []
    package var rules: [Rule] = []
    package var settings = MyJobSettings()

    package init() {}

    /// The people who decide about the person on a day, in the order of My job. Sentences name the first.
    package func deciders(on day: CivilDay) -> [MyJobPerson] {
        people.filter { $0.role == .decider && $0.holds(on: day) }
    }
}

package enum MyJobKind: String, Sendable, CaseIterable {
    case objective, responsibility
    case notMine = "not_mine"
    case person, skill, area, block, rule
}

/// Keys of My job made from words.
package enum MyJobKeys {
    /// `Restore drills` becomes `restore-drills`. At most 48 bytes; empty if there is no letter or digit.
    package static func word(_ label: String) -> String {
        var word = ""
        for scalar in label.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
                guard word.utf8.count + 4 <= 48 else { break }
                word.unicodeScalars.append(scalar)
            } else if !word.isEmpty, !word.hasSuffix("-") {
                word.append("-")
            }
        }
        while word.hasSuffix("-") { word.removeLast() }
        return word
    }
}
