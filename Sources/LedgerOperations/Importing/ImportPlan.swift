package import LedgerModel
import Questions

/// What was found below folders, as questions: each source is read or left out, and is for something. Made by
/// `discover`, shown by any surface, performed with the answers; nothing is read before.
package struct ImportPlan: Sendable {
    package internal(set) var found: [Importing.Found] = []
    /// The search met one of its bounds.
    package internal(set) var isCut = false
    /// Repositories are there, and no commit can count as the person’s before this is answered; nil where it is known.
    package internal(set) var whose: WhoseCommits?
    /// Repositories in which git hung, each with its path.
    package internal(set) var failures: [(locator: String, error: LedgerError)] = []
    /// What a source can be for in this ledger; that may change while a page shows the plan.
    package var arenas: [Arena]

    /// Whether to read what stands at this place of `found`, and for what.
    package struct Question: Sendable, Hashable {
        package let place: Int
        package let source: Importing.Found

        /// The answer of somebody who says nothing.
        package func usual(for arena: Arena? = nil) -> Answer { source.isLikely ? .read(arena) : .leaveOut }
    }

    package enum Answer: Sendable, Hashable {
        case leaveOut
        /// Read; what its evidence is for, nil for unknown.
        case read(Arena?)
    }

    /// One answer that can be given.
    package struct Choice: Sendable, Hashable {
        package let word: String
        package let answer: Answer
    }

    package static let title = "What is each for?"

    /// Every answer, in the order in which they are offered; no two begin with the same letter.
    package var choices: [Choice] {
        arenas.map { Choice(word: $0.rawValue, answer: .read($0)) }
            + [Choice(word: "unknown", answer: .read(nil)), Choice(word: "no", answer: .leaveOut)]
    }

    /// The answer that a word or its beginning gives; nil where it is none: nothing is read by a misunderstanding.
    package func answer(_ text: String) -> Answer? {
        let word = text.trimmed.lowercased()
        return word.isEmpty ? nil : choices.first { $0.word.hasPrefix(word) }?.answer
    }

    /// What is read unless the person says no.
    package var likely: [Question] { questions.filter(\.source.isLikely) }
    /// What is read only if the person says so.
    package var rest: [Question] { questions.filter { !$0.source.isLikely } }
    /// What is read already.
    package var known: Int { found.count(where: \.isKnown) }

    private var questions: [Question] {
        found.enumerated().filter { !$1.isKnown }.map { Question(place: $0, source: $1) }
    }

    /// What the rest are, with the first names: `Without a commit of yours in the last year: app, infra and 3 more`.
    package var restTitle: String {
        let names = rest.prefix(6).map(\.source.name).joined(separator: ", ")
        let more = rest.count > 6 ? " and \(rest.count - 6) more" : ""
        return "Without a commit of yours in the last year: \(names)\(more)"
    }

    /// What else there is, a sentence each.
    ///
    /// - Parameter most: how many of the likely ones and of the rest are listed.
    package func remarks(listing most: Int = .max) -> [String] {
        var remarks: [String] = []
        if known > 0 {
            let more = likely.isEmpty && rest.isEmpty ? "" : " more"
            remarks.append("\(Words.count(known).sentence)\(more) \(known == 1 ? "is" : "are") read already.")
        }
        if isCut || likely.count > most || rest.count > most {
            remarks.append("There is more than is listed; name a folder further down.")
        }
        return remarks
    }

    /// What is to be read by these answers, each to the question of its place; without one a source is left out.
    package func chosen(_ answers: [Int: Answer]) -> Importing.Chosen {
        questions.compactMap { question in
            guard case .read(let arena) = answers[question.place] else { return nil }
            return (question.source, arena)
        }
    }

    /// The commits of which of these authors are the person’s.
    package struct WhoseCommits: Sendable, Hashable {
        /// Those who write most in what was found, most commits first.
        package let authors: [Importing.FoundAuthor]

        package static let title = "Which commits are yours?"
        package static let reason =
            "Git has no address configured here, and this ledger knows none of yours. Until you say it, no commit counts as yours."

        /// Who an answer names: places in the list from 1, addresses or names, apart by commas. Nil where a part of it
        /// is none of them.
        package func identities(_ answer: String) -> [String]? {
            let parts = answer.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
            let identities = parts.compactMap(identity)
            return identities.isEmpty || identities.count < parts.count ? nil : identities
        }

        private func identity(_ text: String) -> String? {
            guard let place = Int(text) else { return text.count <= 320 ? text : nil }
            return authors.indices.contains(place - 1) ? authors[place - 1].identity : nil
        }
    }
}

extension Importing {
    /// Sources to be read, and what each is for.
    package typealias Chosen = [(found: Found, arena: Arena?)]

    /// Reads what was chosen in a plan, each source for what it was said to be for.
    package func perform(_ chosen: Chosen, progress: @escaping ImportProgress) async throws(LedgerError) -> ImportReport
    {
        var report = ImportReport()
        for (item, arena) in chosen {
            let one = try await importAll(
                item.kind, [item.path], arena: arena, others: item.othersBetween, progress: progress)
            report.outcomes += one.outcomes
            report.failures += one.failures
        }
        return report
    }
}
