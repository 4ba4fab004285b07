package import LedgerModel
import LedgerStore
import LocalFiles
import Questions
import TraceSources

/// Erases pieces and people for good, and says beforehand what is removed and what stays.
package struct Forgetting: LedgerArea {
    let store: LedgerStore
    let world: World

    /// Something that can be forgotten: a piece of evidence, its series, or a person. Pieces can lose their words alone.
    package enum Forgettable: Sendable, Hashable {
        case pieces(Pieces)
        /// `pieces` is the number of pieces that name them, `commits` that of their own commits.
        case person(PublicID, name: String, pieces: Int, commits: Int)

        /// Whether they are already forgotten.
        package var isForgotten: Bool {
            if case .person(_, PersonSummary.forgottenName, _, _) = self { true } else { false }
        }

        /// What it leaves and what it cannot reach, one sentence each.
        package var stays: [String] {
            guard case .person(_, let name, let pieces, let commits) = self else {
                return ["The source stays as it is; reading it again does not bring the words back."]
            }
            var stays: [String] = []
            if pieces > 0 {
                stays.append("The pieces themselves stay, with their times and what you did, without the name.")
            }
            if commits > 0 { stays.append("Their commits stay counted by file and quarter, without a name.") }
            stays.append(
                "The sources stay as they are, with the name; reading them again does not bring \(name) back.")
            stays.append("Files written elsewhere still contain the name, such as reports and exports.")
            return stays
        }

        /// What will happen, as a warning beforehand.
        package var notice: String {
            switch self {
            case .pieces(let pieces): return pieces.notice
            case .person(_, let name, let pieces, let commits):
                var counts = [Words.count(pieces, "piece")]
                if commits > 0 { counts.append(Words.count(commits, "commit of theirs", "commits of theirs")) }
                return
                    "This removes \(name) from \(Words.list(counts)), and the name from every text, as whole words. It cannot be undone."
            }
        }
    }

    /// The piece or person that `text` names by an id, a whole name or an address.
    ///
    /// Throws `.ambiguousID` if several people have the name, `.usage` if it is the person's own, or if the series of
    /// something that is in none is asked for, `.notFound`.
    ///
    /// - Parameter wholeSeries: All pieces of the series, those of later imports too.
    package func forgettable(_ text: String, wholeSeries: Bool = false) throws(LedgerError) -> Forgettable {
        let found = try forgettable(text, isPerson: false)
        guard wholeSeries else { return found }
        guard case .pieces(let pieces) = found else {
            throw LedgerError(.usage, "a person is in no series", hint: "Leave out --series.")
        }
        return .pieces(try series(of: pieces))
    }

    private func series(of pieces: Pieces) throws(LedgerError) -> Pieces {
        guard let count = try store.read({ try $0.seriesCount(of: pieces.id) }) else {
            throw LedgerError(.usage, "this piece is in no series", hint: "Leave out --series.")
        }
        var pieces = pieces
        pieces.seriesCount = count
        return pieces
    }

    /// The piece that `text` names by an id, to keep only its time.
    ///
    /// Throws `.usage` for what the person wrote, what keeps only its time already, and the series of something that is
    /// in none; `.notFound`, `.ambiguousID`.
    package func privatable(_ text: String, wholeSeries: Bool) throws(LedgerError) -> Forgettable {
        let id = try store.read { try $0.resolve(text) }
        guard id.kind != .person, id.kind != .claim else {
            throw LedgerError(
                .usage, "only a piece of evidence can keep its time alone",
                hint: "Find its id with \(offer: .search("word")).")
        }
        let shown = try store.read { try $0.show(id) }
        guard !shown.draft.kind.isByHand || !shown.sources.isEmpty else { throw .writtenByHand }
        var pieces = Pieces(id: id, title: shown.draft.title, keepsTimes: true)
        if wholeSeries { pieces = try series(of: pieces) }
        guard wholeSeries || !shown.draft.flags.contains(.isPrivate) else {
            throw LedgerError(.usage, "this piece keeps only its time already")
        }
        return .pieces(pieces)
    }

    /// The person that `text` names, never a piece. Throws the same errors as `forgettable(_:)`.
    package func forgettable(person text: String) throws(LedgerError) -> Forgettable {
        let found = try forgettable(text, isPerson: true)
        if case .pieces(let pieces) = found {
            throw LedgerError(
                .notFound, "“\(text)” is a piece of evidence, not a person",
                hint: "Erase it with \(offer: .forget(pieces.id)).")
        }
        return found
    }

    private func forgettable(_ text: String, isPerson: Bool) throws(LedgerError) -> Forgettable {
        let (wanted, key) = (text.trimmed.lowercased(), PersonKey.of(text))
        let everybody = try store.read { try $0.people() }
        let exact = everybody.filter { person in
            person.id.description == wanted || PersonKey.of(person.name) == key
                || person.identities.contains { PersonKey.of($0) == key }
        }
        if exact.count > 1 { throw Self.severalPeople(text, exact) }
        if let person = exact.first { return try Self.forgettable(person) }
        do {
            let id = try store.read { try $0.resolve(text) }
            if let person = everybody.first(where: { $0.id == id }) { return try Self.forgettable(person) }
            return .pieces(Pieces(id: id, title: try store.read { try $0.show(id) }.draft.title))
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

    /// Erases for good. Neither `undo` nor the next import brings it back. Returns what it cannot reach, in sentences.
    @discardableResult
    package func forget(_ what: Forgettable) throws(LedgerError) -> [Advice] {
        var remarks: [Advice] = []
        switch what {
        case .pieces(let pieces):
            try write { transaction in
                if pieces.keepsTimes {
                    try transaction.makePrivate(pieces.id, wholeSeries: pieces.isSeries)
                } else if pieces.isSeries {
                    try transaction.forget(seriesOf: pieces.id)
                } else {
                    try transaction.forget(pieces.id)
                }
                try transaction.note(pieces.keepsTimes ? .madePrivate : .forgotPieces, action: ulid())
            }
        case .person(let id, _, _, _):
            remarks = try write { transaction in
                let reach = try transaction.forget(person: id)
                try transaction.note(.forgotPerson, action: ulid())
                return reach
            }.stays
        }
        try settleTimeline()
        return remarks
    }
}

/// Dropped calendars are saved beside the ledger and still contain what it forgets.
extension Forgetting {
    var importing: Importing { Importing(self) }

    /// The dropped sources whose files contain a piece, or a name or address of a person. Must be called before
    /// forgetting.
    package func keptFiles(holding what: Forgettable) throws(LedgerError) -> [Source] {
        let dropped = try store.read { try $0.sources() }.filter { !importing.keptFiles(of: $0).isEmpty }
        guard !dropped.isEmpty else { return [] }
        switch what {
        case .pieces(let pieces):
            let seenBy = try store.read { try $0.show(pieces.id) }.sources.map(\.id)
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

    /// Whether a file contains one of the words. Joins folded lines first. True if the file cannot be read, since it
    /// may contain anything.
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
    /// Everything that forgetting a person would touch. Throws `.usage` if it is the person themself.
    package func heldTexts(about id: PublicID) throws(LedgerError) -> HeldTexts {
        try store.read { snapshot in
            var held = try snapshot.heldTexts(about: id)
            let reach = try snapshot.preview(forgetting: id)
            held.words = reach.words
            return held
        }
    }

    /// What is removed besides the name and what `forget` cannot reach, with figures, to show beforehand. Empty for a
    /// piece.
    package func preview(of what: Forgettable) throws(LedgerError) -> ForgettingPreview {
        guard case .person(let id, _, _, _) = what else { return ForgettingPreview() }
        return try store.read { try $0.preview(forgetting: id) }
    }
}

extension ForgettingPreview {
    /// What is removed besides the name and the addresses, one sentence each.
    package var goes: [String] {
        var sentences: [String] = []
        if !names.isEmpty {
            sentences.append("\(Self.quoted(names)) is removed too, because it came with an address of theirs.")
        }
        if alonePieces > 0 {
            sentences.append(
                "Where nobody else was there, \(Self.quoted(alone)) is removed from \(Words.count(alonePieces, "title")) too."
            )
        }
        return sentences
    }

    /// What it cannot reach, one sentence each.
    package var stays: [Advice] { words.map(\.sentence) + places }

    /// What it cannot reach besides single words.
    package var places: [Advice] {
        var sentences: [Advice] = []
        if !locators.isEmpty {
            sentences.append(
                "The path of a source contains the name and stays, so that it can be read again: \(locators.joined(separator: ", "))"
            )
        }
        if !keys.isEmpty {
            sentences.append(
                "A key of My job contains the name and stays, since other items refer to it; change it with \(offer: .editJob): \(keys.joined(separator: ", "))"
            )
        }
        if externalIDs > 0 {
            sentences.append(
                "The id that \(Words.count(externalIDs, "piece")) got from the source contains the name and stays, so that no import duplicates it."
            )
        }
        return sentences
    }

    private static func quoted(_ names: [String]) -> String {
        names.map { "“\($0)”" }.joined(separator: " or ")
    }
}

extension StayingWord {
    /// `The word “Emre” stays in 7 other titles; see them with: ` and the search.
    package var sentence: Advice { canBeSearched ? "\(fact); see them with: \(offer: .search(word))" : "\(fact)." }

    /// `The word “Emre” stays in 7 other titles`
    package var fact: String {
        "The word “\(word)” stays in \(places)"
    }
}
