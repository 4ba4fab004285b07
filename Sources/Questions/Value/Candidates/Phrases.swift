import LedgerModel

/// Words and phrases to look for in titles.
struct Phrases: Sendable {
    private var rest: [String: [[String]]] = [:]

    /// - Parameter text: Phrases in lower case, separated by commas.
    init(_ text: String) { self.init(text.split(separator: ",").map(String.init)) }

    init(_ phrases: [String]) {
        for phrase in phrases {
            let words = Self.words(of: phrase)
            guard let first = words.first else { continue }
            rest[first, default: []].append(Array(words.dropFirst()))
        }
    }

    /// Whether one of them is among the words.
    func isIn(_ words: [String]) -> Bool { words.indices.contains { isAt($0, words) } }

    /// Whether the words begin with one of them.
    func begins(_ words: [String]) -> Bool { !words.isEmpty && isAt(0, words) }

    private func isAt(_ place: Int, _ words: [String]) -> Bool {
        rest[words[place]]?.contains { words[(place + 1)...].starts(with: $0) } ?? false
    }

    /// The words of a text in lower case: letters, digits and underscores, with letters of any script.
    static func words(of text: some StringProtocol) -> [String] {
        text.caseFolded.utf8.split { byte in
            switch byte {
            case 0x30...0x39, 0x61...0x7A, 0x5F, 0x80...: false
            default: true
            }
        }.compactMap { String($0) }
    }

    /// Words that say nothing about what a piece is about.
    static let empty: Set<String> = Set(
        words(
            of: """
                a an and are as at be been by can could did do does for from had has have how i in into is it its just me
                more my no not of off on one or our out over should so some than that the their them then there these
                they this to too two three under until up us was we were what when where which while who why will with would
                you your now only again also via per all any each if but after before about because
                add added adding adds allow bug change changed changes chore close closed closes code docs doc documentation
                feat feature fix fixed fixes fixing get handle implement improve improved issue make makes made new option
                ref refactor refs remove removed set small support supports test tests update updated updates use used
                using
                """))

    /// The words that say what it is about.
    static func telling(_ words: [String]) -> Set<String> {
        Set(words.filter { $0.utf8.count > 2 && !empty.contains($0) && !$0.utf8.allSatisfy { $0 < 0x3A } })
    }
}
