package import LedgerModel

/// The words of a task, by which work like it is found.
///
/// Two words in common are a likeness, and so is one that under two in a hundred titles hold. That alone is chance: a
/// piece is like the task only if a person or a repository is in both, or if a result of the person's own rests on it.
package struct TaskWords: Sendable {
    /// Those with more than three letters, in alphabetical order, at most twelve.
    package let sought: [String]
    /// As they are written, to find names among them.
    private let written: Set<String>
    private let lowered: Set<String>
    /// Of a task that is a piece of evidence.
    private let people: Set<String>
    private let project: String

    /// The most words that are looked for.
    private static let most = 12
    /// The share of titles below which one word is enough.
    private static let rare = 0.02

    /// - Parameters:
    ///   - piece: the piece that the task is; `nil` for words.
    ///   - people: names of people. Their words connect, and are not sought as well: *1:1 Jonas* is not like every task
    ///     with Jonas.
    package init(_ task: String, piece: EvidenceDraft? = nil, people: [String] = []) {
        written = Set(task.split { !$0.isLetter && !$0.isNumber }.map(String.init))
        lowered = Set(written.map { $0.lowercased() })
        let names = Set(people.flatMap { $0.split(separator: " ") }.map(String.init))
        let ofNames = Set(written.intersection(names).map { $0.lowercased() })
        sought = Array(lowered.subtracting(ofNames).filter { $0.count > 3 }.sorted().prefix(Self.most))
        self.people = Set((piece?.people ?? []).map(\.identity))
        project = piece?.project ?? ""
    }

    /// Whether a title is as like the task as words can tell.
    ///
    /// - Parameters:
    ///   - common: the words in common, each with the number of titles that hold it.
    ///   - titles: how many titles there are.
    package static func isLike(_ common: [Int], of titles: Int) -> Bool {
        common.count > 1 || common.contains { Double($0) < rare * Double(titles) }
    }

    /// Whether a person or a repository of a piece is in the task.
    package func isConnected(to piece: EvidenceDraft, me: Set<String>) -> Bool {
        if let theirs = piece.project, !theirs.isEmpty {
            let name = theirs.split(separator: "/").last.map(String.init) ?? theirs
            let parts = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
            if theirs == project || !parts.isEmpty && parts.allSatisfy(lowered.contains) { return true }
        }
        return piece.people.contains { person in
            guard !me.contains(person.identity), !person.isForgotten else { return false }
            return people.contains(person.identity)
                || person.name.split(separator: " ").contains { $0.count > 2 && written.contains(String($0)) }
        }
    }

    /// Whether all words of a label are in the task: `Networks` in *course on networks*.
    package func hold(_ label: String) -> Bool {
        let words = label.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let telling = words.filter { $0.count > 3 }
        let wanted = telling.isEmpty ? words : telling
        return !wanted.isEmpty && wanted.allSatisfy(lowered.contains)
    }

    /// Whether a title has the very same words.
    package func isSame(_ title: String, as task: String) -> Bool {
        title.trimmed.lowercased() == task.trimmed.lowercased()
    }
}
