package import LedgerModel
import LedgerStore
import LocalFiles
import Questions
import TraceSources

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

/// Dropped calendars are kept beside the ledger, and hold what it forgets.
extension Forgetting {
    private var importing: Importing { Importing(self) }

    /// Dropped sources whose files hold a piece, or a name or an address of a person. To be asked before forgetting.
    package func keptFiles(holding what: Forgettable) throws(LedgerError) -> [Source] {
        let dropped = try store.read { try $0.sources() }.filter { !importing.keptFiles(of: $0).isEmpty }
        guard !dropped.isEmpty else { return [] }
        switch what {
        case .piece(let id, _):
            let seenBy = try store.read { try $0.show(id) }.sources.map(\.id)
            return dropped.filter { seenBy.contains($0.id) }
        case .person(let id, let name, _, _):
            let words = ([name] + (try store.read { try $0.names(of: id) })).map { $0.lowercased() }.filter {
                $0.count >= 2
            }
            return dropped.filter { source in
                importing.keptFiles(of: source).contains { Self.file($0, holdsOneOf: words) }
            }
        }
    }

    /// Lines are joined again where the calendar folds them. What cannot be read may hold anything.
    private static func file(_ path: String, holdsOneOf words: [String]) -> Bool {
        guard let bytes = try? LedgerFiles.read(path, limit: Importing.largestCalendar) else { return true }
        var joined: [UInt8] = []
        joined.reserveCapacity(bytes.count)
        for byte in bytes where byte != 13 {
            if byte == 32 || byte == 9, joined.last == 10 { joined.removeLast() } else { joined.append(byte) }
        }
        let text = Array(String(decoding: joined, as: UTF8.self).lowercased().utf8)
        return words.contains { text.position(of: Array($0.utf8)) != nil }
    }
}

extension Forgetting {
    /// What goes besides the name, and what `forget` cannot reach, with figures; to be said before. Of a piece nothing.
    package func preview(of what: Forgettable) throws(LedgerError) -> ForgettingPreview {
        guard case .person(let id, _, _, _) = what else { return ForgettingPreview() }
        return try store.read { try $0.preview(forgetting: id) }
    }
}

extension ForgettingPreview {
    /// What goes besides the name and the addresses, a sentence each.
    package var goes: [String] {
        var sentences: [String] = []
        if !names.isEmpty {
            sentences.append("\(Self.quoted(names)) goes too: an address of theirs carries that name.")
        }
        if alonePieces > 0 {
            sentences.append(
                "Where nobody else was there, \(Self.quoted(alone)) goes from \(Words.count(alonePieces, "title")) too."
            )
        }
        return sentences
    }

    /// What it cannot reach, a sentence each.
    package var stays: [Advice] { words.map(\.sentence) + places }

    /// What it cannot reach besides single words.
    package var places: [Advice] {
        var sentences: [Advice] = []
        if !locators.isEmpty {
            sentences.append(
                "The place of a source holds the name and stays, so that it can be read again: \(locators.joined(separator: ", "))"
            )
        }
        if !keys.isEmpty {
            sentences.append(
                "A key of My job holds the name and stays, since other things refer to it; change it with \(offer: .editJob): \(keys.joined(separator: ", "))"
            )
        }
        if externalIDs > 0 {
            sentences.append(
                "The id that \(Words.count(externalIDs, "piece")) got from the source holds the name and stays, so that no import doubles it."
            )
        }
        return sentences
    }

    private static func quoted(_ names: [String]) -> String {
        names.map { "“\($0)”" }.joined(separator: " or ")
    }
}

extension StayingWord {
    /// `In 7 other titles the word “Emre” stays; see them with: ` and the search.
    package var sentence: Advice { canBeSearched ? "\(fact); see them with: \(offer: .search(word))" : "\(fact)." }

    /// A search lists where it stays.
    package var canBeSearched: Bool { titles + texts > 0 }

    /// `In 7 other titles the word “Emre” stays`
    package var fact: String {
        var places: [String] = []
        if titles > 0 { places.append(Words.digits(titles, "other title")) }
        if texts > 0 { places.append(Words.digits(texts, "other text")) }
        if claims > 0 { places.append(Words.digits(claims, "result")) }
        if items > 0 { places.append("My job") }
        return "In \(Words.list(places)) the word “\(word)” stays"
    }
}
