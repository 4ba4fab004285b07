package import LedgerModel
import Questions

/// The sources that were found below folders, as questions: whether to read each, and what it is for. `discover` makes
/// the plan, a surface shows it, and `perform` carries out the answers. Nothing is read until then.
package struct ImportPlan: Sendable {
    package internal(set) var found: [Importing.Found] = []
    /// Whether the search reached one of its limits.
    package internal(set) var isCut = false
    /// Asks which commits are the person’s, without which none can count; `nil` if that is known or there is no
    /// repository.
    package internal(set) var whose: WhoseCommits?
    /// The repositories in which git hung, by path.
    package internal(set) var failures: [(locator: String, error: LedgerError)] = []
    /// The arenas that a source can have in this ledger. They may change while a page shows the plan.
    package var arenas: [Arena]

    /// Whether to read the source at this index of `found`, and what it is for.
    package struct Question: Sendable, Hashable {
        package let place: Int
        package let source: Importing.Found

        /// The default answer.
        package func usual(for arena: Arena? = nil) -> Answer { source.isLikely ? .read(arena) : .leaveOut }
    }

    package enum Answer: Sendable, Hashable {
        case leaveOut
        /// Read it. The arena is what its evidence is for; `nil` if unknown.
        case read(Arena?)
    }

    /// An answer that can be chosen.
    package struct Choice: Sendable, Hashable {
        package let word: String
        package let answer: Answer
    }

    package static let title = "What is each for?"

    /// All answers in the order in which they are offered. No two begin with the same letter.
    package var choices: [Choice] {
        arenas.map { Choice(word: $0.rawValue, answer: .read($0)) }
            + [Choice(word: "unknown", answer: .read(nil)), Choice(word: "no", answer: .leaveOut)]
    }

    /// The answer for a word or its beginning; `nil` if there is none, so that nothing is read by a misunderstanding.
    package func answer(_ text: String) -> Answer? {
        let word = text.trimmed.lowercased()
        return word.isEmpty ? nil : choices.first { $0.word.hasPrefix(word) }?.answer
    }

    /// The sources that are read unless the person says no.
    package var likely: [Question] { questions.filter(\.source.isLikely) }
    /// The sources that are read only if the person says so.
    package var rest: [Question] { questions.filter { !$0.source.isLikely } }
    /// The number of sources that were read before.
    package var known: Int { found.count(where: \.isKnown) }

    private var questions: [Question] {
        found.enumerated().filter { !$1.isKnown }.map { Question(place: $0, source: $1) }
    }

    /// The title of the rest, with the first names: `Without a commit of yours in the last year: app, infra and 3
    /// more`.
    package var restTitle: String {
        let names = rest.prefix(6).map(\.source.name).joined(separator: ", ")
        let more = rest.count > 6 ? " and \(rest.count - 6) more" : ""
        return "Without a commit of yours in the last year: \(names)\(more)"
    }

    /// Remarks on what is not listed, one sentence each.
    ///
    /// - Parameter most: How many of the likely ones and of the rest are listed.
    package func remarks(listing most: Int = .max) -> [String] {
        var remarks: [String] = []
        if known > 0 {
            let more = likely.isEmpty && rest.isEmpty ? "" : " more"
            remarks.append("\(Words.count(known).sentence)\(more) \(known == 1 ? "was" : "were") read before.")
        }
        if isCut || likely.count > most || rest.count > most {
            remarks.append("There is more than is listed; name a folder deeper down.")
        }
        return remarks
    }

    /// The sources to read by these answers, which are given by index. A source without an answer is left out.
    package func chosen(_ answers: [Int: Answer]) -> Importing.Chosen {
        questions.compactMap { question in
            guard case .read(let arena) = answers[question.place] else { return nil }
            return (question.source, arena)
        }
    }

    /// Asks which of these authors are the person.
    package struct WhoseCommits: Sendable, Hashable {
        /// The authors with the most commits in what was found, in descending order.
        package let authors: [Importing.FoundAuthor]

        package static let title = "Which commits are yours?"
        package static let reason =
            "Git has no address configured here, and this ledger knows none of yours. Until you give one, no commit counts as yours."

        /// The identities that an answer names by numbers in the list from 1, addresses or names, separated by commas;
        /// `nil` if any part is none of these.
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
    /// The sources to read, and what each is for.
    package typealias Chosen = [(found: Found, arena: Arena?)]

    /// Reads the chosen sources of a plan, each for its arena.
    package func perform(_ chosen: Chosen, progress: @escaping ImportProgress) async throws(LedgerError) -> ImportReport
    {
        var report = ImportReport()
        for (item, arena) in chosen {
            let one = try await importAll(
                item.kind, [item.path], arena: arena, others: item.othersBetween, progress: progress)
            report.outcomes += one.outcomes
            report.failures += one.failures
            if !one.alsoMine.isEmpty { report.alsoMine = one.alsoMine }
        }
        return report
    }
}
