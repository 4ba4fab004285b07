/// Finds known names in a sentence.
struct NamesInText {
    private let words: [String]

    init(_ text: String) {
        words = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
    }

    /// Whether the text has the whole name in any case, or its first word in the same case if only one person has that
    /// first word.
    func hold(_ name: String, firstIsUnique: Bool) -> Bool {
        let parts = Self.parts(name)
        guard let first = parts.first else { return false }
        let wanted = parts.map { $0.lowercased() }
        let said = words.map { $0.lowercased() }
        if said.count >= wanted.count {
            for start in 0...(said.count - wanted.count)
            where Array(said[start..<start + wanted.count]) == wanted && (wanted.count > 1 || words[start] == first) {
                return true
            }
        }
        return firstIsUnique && first.count > 2 && first.first?.isUppercase == true && words.contains(first)
    }

    static func parts(_ name: String) -> [String] {
        name.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
    }
}
