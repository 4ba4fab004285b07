/// The words of a name or a text in lower case and without diacritics, so that neither the case nor the Unicode form
/// matters. A word is a run of letters and digits: `Annual` is one word, and does not contain `Ann`.
struct NameWords {
    let words: [String]

    init(_ text: String) {
        words = text.split { !$0.isLetter && !$0.isNumber }.map(\.folded).filter { !$0.isEmpty }
    }
}

/// The words of the names of people, each with the places of those who have it.
struct NameIndex: Sendable, Hashable {
    private(set) var words: [String: [Int]] = [:]
    /// Whole names that are no person's by their look.
    private(set) var phrases: [[String]: [Int]] = [:]
    /// Names in scripts that put no space between words.
    private(set) var runs: [String: [Int]] = [:]

    init(_ people: [KnownPerson]) {
        for (index, person) in people.enumerated() {
            let names = Set(person.names + [person.name] + person.identities)
            let proper = names.filter { !$0.contains("@") }
            for name in proper { add(name, index) }
            guard proper.isEmpty else { continue }
            // Of somebody without a name, the address has it.
            for address in names {
                add(NameWords(String(address.prefix { $0 != "@" })).words.filter { $0.count > 2 }, index)
            }
        }
    }

    private mutating func add(_ name: String, _ index: Int) {
        if name.unicodeScalars.contains(where: Self.isUnspaced), case let run = name.trimmed.folded, run.count > 1 {
            runs[run, default: []].append(index)
        }
        add(NameWords(name).words, index)
    }

    private mutating func add(_ parts: [String], _ index: Int) {
        // A room or a mailing list has common words in its name, which name nobody by themselves.
        guard !parts.contains(where: Self.groups.contains) else {
            phrases[parts, default: []].append(index)
            return
        }
        for part in parts
        where part.count > 1 && !Self.particles.contains(part) && part.contains(where: \.isLetter) {
            words[part, default: []].append(index)
        }
    }

    private static let particles: Set<String> = [
        "von", "van", "der", "den", "de", "del", "di", "da", "du", "la", "le", "el", "al", "bin", "ben", "zu", "und",
        "and", "dr", "prof", "mr", "mrs", "ms",
    ]
    private static let groups: Set<String> = [
        "team", "room", "raum", "group", "gruppe", "list", "support", "office", "info", "all", "noreply",
    ]

    /// Ideographs, kana and Thai.
    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        (0x2E80...0x9FFF).contains(scalar.value) || (0x0E00...0x0E7F).contains(scalar.value)
    }
}

/// Finds whom a text names, apart from those whom it may name: the person, and the one it is for.
///
/// The problem: it decides what is read aloud to somebody, so a name that it misses does harm, and a text that it holds
/// back without need does none. So it takes a single word of a name for the name (`Ann`, `Lee`), in any case, also with
/// the `s` of a genitive, and an address or an `@handle` that is not theirs. A word that is also in the name of somebody
/// else is undecidable, and counts as the somebody else; only the whole name of who may be named is sure.
package struct Naming: Sendable {
    private let names: NameIndex
    /// The place of the one who may be named; `nil` if it is nobody of the list.
    private let place: Int?
    private var allowedPhrases: [[String]] = []
    private var allowedWords: Set<String> = []
    private var allowedAddresses: Set<String> = []

    package init(among people: KnownPeople, allowing person: KnownPerson?) {
        names = people.names
        place = person.flatMap(people.others.firstIndex)
        for person in people.me + (person.map { [$0] } ?? []) {
            allowedAddresses.formUnion(person.identities.map(\.folded))
            for name in Set(person.names + [person.name]) where !name.contains("@") {
                let parts = NameWords(name).words
                allowedWords.formUnion(parts)
                if parts.count > 1 { allowedPhrases.append(parts) }
            }
        }
    }

    /// Whether the text names somebody whom it may not name.
    ///
    /// - Parameter isBetweenUs: Whether it is of a meeting with nobody else, so that a word which is also in the name of
    ///   somebody else means the one whom it may name.
    package func namesSomebody(_ text: String, isBetweenUs: Bool = false) -> Bool {
        if !names.runs.isEmpty, case let folded = text.folded,
            names.runs.contains(where: { isSomebody($0.value) && folded.contains($0.key) })
        {
            return true
        }
        if text.contains("@"), Self.tokens(text).contains(where: isForeignAddress) { return true }
        var rest = NameWords(text).words
        for phrase in allowedPhrases { rest = Self.removing(phrase, from: rest) }
        if isBetweenUs { rest.removeAll(where: allowedWords.contains) }
        return rest.contains(where: isWordOfName)
            || names.phrases.contains { isSomebody($0.value) && Self.removing($0.key, from: rest).count < rest.count }
    }

    private func isSomebody(_ places: [Int]?) -> Bool { places?.contains { $0 != place } ?? false }

    private func isWordOfName(_ word: String) -> Bool {
        isSomebody(names.words[word])
            || word.count > 3 && word.hasSuffix("s") && isSomebody(names.words[String(word.dropLast())])
    }

    private static func tokens(_ text: String) -> [Substring] {
        text.split { $0.isWhitespace || "<>(),;:\"“”".contains($0) }
    }

    private func isForeignAddress(_ token: Substring) -> Bool {
        guard let at = token.firstIndex(of: "@") else { return false }
        let after = token[token.index(after: at)...]
        guard after.first.map({ $0.isLetter || $0.isNumber }) == true else { return false }
        guard at == token.startIndex else {
            return !allowedAddresses.contains(String(token).folded.trimmedOfPunctuation)
        }
        return !NameWords(String(after)).words.allSatisfy(allowedWords.contains)
    }

    private static func removing(_ phrase: [String], from words: [String]) -> [String] {
        guard let first = phrase.first, words.contains(first) else { return words }
        var rest: [String] = []
        var index = 0
        while index < words.count {
            if words[index...].starts(with: phrase) {
                index += phrase.count
            } else {
                rest.append(words[index])
                index += 1
            }
        }
        return rest
    }
}

extension String {
    fileprivate var trimmedOfPunctuation: String {
        var text = self[...]
        while let last = text.last, !last.isLetter, !last.isNumber { text.removeLast() }
        return String(text)
    }
}
