/// Words by which a text says what somebody wants next, in English and German.
package enum WishWords {
    private static let headings: Set<String> = [
        "goal", "goals", "wish", "wishes", "wants", "aspirations", "ziel", "ziele", "wunsch", "wunsche", "vorhaben",
    ]
    /// What follows them is the past: *Goals met*.
    private static let past: Set<String> = [
        "met", "achieved", "reached", "done", "completed", "accomplished", "erreicht", "erreichte",
    ]
    private static let nexts: Set<String> = ["next", "nachste", "nachstes", "nachster"]
    /// Words that may stand before *next* in a heading.
    private static let before: Set<String> = ["what", "whats", "i", "want", "do", "my", "was", "als"]

    /// Whether what stands under a heading is wanted: *Goals for 2026*, *What I want next*, *Ziele*.
    package static func isHeading(_ text: String) -> Bool {
        let words = text.folded.replacing("’", with: "").replacing("'", with: "")
            .split { !$0.isLetter }.map(String.init)
        guard words.count <= 6, past.isDisjoint(with: words) else { return false }
        if !headings.isDisjoint(with: words) { return true }
        return words.drop(while: before.contains).first.map(nexts.contains) == true
    }

    /// Words before a colon, with which the sentence is a wish.
    private static let labels: Set<String> = [
        "goal", "goals", "wish", "next", "next week", "next month", "next quarter", "next year", "want", "wants",
        "to learn", "learn", "ziel", "ziele", "wunsch", "nachste woche", "nachsten monat", "nachstes quartal",
        "nachstes jahr",
    ]
    private static let beginnings = [
        "i want to ", "i would like to ", "i’d like to ", "i'd like to ", "i hope to ", "i wish to ", "i plan to ",
        "i aim to ", "want to ", "would like to ", "i want ", "i would like ", "my goal is to ", "the goal is to ",
        "ich will ", "ich möchte ", "ich würde gern ", "ich würde gerne ", "mein ziel ist es, ", "mein ziel ist ",
    ]

    /// What a sentence wants: `I want to learn statistics` gives `Learn statistics`; `nil` if it says no wish.
    package static func wish(in sentence: String) -> String? {
        if let colon = sentence.prefix(24).firstIndex(of: ":"), labels.contains(sentence[..<colon].trimmed.folded) {
            let rest = sentence[sentence.index(after: colon)...].trimmed
            return wish(in: rest) ?? rest
        }
        let lowered = sentence.lowercased()
        for beginning in beginnings where lowered.hasPrefix(beginning) {
            let rest = sentence.dropFirst(beginning.count).trimmed
            return rest.prefix(1).uppercased() + rest.dropFirst()
        }
        return nil
    }
}
