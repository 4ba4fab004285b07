package import LedgerModel
import LedgerStore
import Questions

/// What is to leave no trace: what would go, what would stay, and the act.
package struct Forgetting: LedgerArea {
    let store: LedgerStore
    let world: World

    /// What `forget` would take: a piece of evidence, or a person.
    package enum Forgettable: Sendable, Hashable {
        case piece(PublicID, title: String)
        /// `pieces` name them; `commits` are rows of their own commits.
        case person(PublicID, name: String, pieces: Int, commits: Int)

        /// There is nothing left to forget.
        package var isForgotten: Bool {
            if case .person(_, PersonSummary.forgottenName, _, _) = self { true } else { false }
        }

        /// What forgetting a person leaves and what it cannot reach, a sentence each; empty for a piece.
        package var stays: [String] {
            guard case .person(_, let name, let pieces, let commits) = self else { return [] }
            var stays: [String] = []
            if pieces > 0 {
                stays.append("The pieces themselves stay, with their times and what you did, without the name.")
            }
            if commits > 0 { stays.append("Their commits stay counted per file and quarter, under nobody’s name.") }
            stays.append(
                "The sources stay as they are, with the name; reading them again does not bring \(name) back.")
            stays.append("Files that were written elsewhere before still hold the name: reports, exports.")
            return stays
        }

        /// What will happen, before it does.
        package var notice: String {
            switch self {
            case .piece(_, let title):
                return "This erases “\(title)” in every version. It cannot be taken back."
            case .person(_, let name, let pieces, let commits):
                var counts = [Words.count(pieces, "piece")]
                if commits > 0 { counts.append(Words.count(commits, "commit of theirs", "commits of theirs")) }
                return
                    "This takes \(name) out of \(Words.list(counts)), and the name out of every text, as whole words. It cannot be taken back."
            }
        }
    }

    /// The piece or the one person that `text` names: an id, a whole name or an address.
    ///
    /// Throws `.ambiguousID` for a name that several people bear, `.usage` for the person's own, `.notFound`.
    package func forgettable(_ text: String) throws(LedgerError) -> Forgettable {
        try forgettable(text, isPerson: false)
    }

    /// The one person that `text` names, and never a piece. Throws as `forgettable(_:)`.
    package func forgettable(person text: String) throws(LedgerError) -> Forgettable {
        let found = try forgettable(text, isPerson: true)
        if case .piece(let id, _) = found {
            throw LedgerError(
                .notFound, "“\(text)” is a piece of evidence, not a person",
                hint: "Erase it with \(offer: .forget(id)).")
        }
        return found
    }

    private func forgettable(_ text: String, isPerson: Bool) throws(LedgerError) -> Forgettable {
        let wanted = text.trimmed.lowercased()
        let everybody = try store.read { try $0.people() }
        let exact = everybody.filter { person in
            person.name.lowercased() == wanted || person.id.description == wanted
                || person.identities.contains { $0.lowercased() == wanted }
        }
        if exact.count > 1 { throw Self.severalPeople(text, exact) }
        if let person = exact.first { return try Self.forgettable(person) }
        do {
            let id = try store.read { try $0.resolve(text) }
            if let person = everybody.first(where: { $0.id == id }) { return try Self.forgettable(person) }
            return .piece(id, title: try store.read { try $0.show(id) }.draft.title)
        } catch {
            guard error.code == .notFound else { throw error }
            let near = everybody.filter { !$0.isMe && $0.name.lowercased().contains(wanted) }
            guard !wanted.isEmpty, !near.isEmpty else { throw isPerson ? Inquiry.nobody(called: text) : error }
            throw LedgerError(
                .notFound, "nobody is called just “\(text)”",
                hint: "Give the whole name, an address or an id: \(Words.list(near.prefix(5).map(Self.named))).")
        }
    }

    private static func forgettable(_ person: PersonSummary) throws(LedgerError) -> Forgettable {
        if person.isMe { throw .thatIsYou }
        return .person(person.id, name: person.name, pieces: person.evidence, commits: person.others)
    }

    private static func severalPeople(_ text: String, _ people: [PersonSummary]) -> LedgerError {
        LedgerError(
            .ambiguousID, "“\(text)” is \(people.count) people: \(Words.list(people.map(named)))",
            hint: "Say whom with the id; each is forgotten on their own.")
    }

    private static func named(_ person: PersonSummary) -> String {
        let addresses = person.identities.filter { $0.contains("@") }
        return "\(person.id) (\(addresses.isEmpty ? "\(person.name), no address" : addresses.joined(separator: ", ")))"
    }

    /// Scrubs for good. `undo` does not bring it back, and neither does the next import. Returns what it
    /// cannot reach, in sentences.
    @discardableResult
    package func forget(_ what: Forgettable) throws(LedgerError) -> [Advice] {
        var remarks: [Advice] = []
        switch what {
        case .piece(let id, _): try write { try $0.forget(id) }
        case .person(let id, _, _, _):
            remarks = try write { try $0.forget(person: id) }.stays
        }
        try settleTimeline()
        return remarks
    }
}
