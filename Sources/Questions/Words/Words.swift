/// Counts and lists in words, for sentences.
package enum Words {
    /// `no`, `one` … `twelve`, then digits.
    package static func count(_ number: Int) -> String {
        let words = [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        ]
        return words.indices.contains(number) ? words[number] : String(number)
    }

    /// `one result`, `five results`.
    package static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
        "\(count(number)) \(number == 1 ? noun : plural ?? noun + "s")"
    }

    /// `3 commits`.
    package static func digits(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
        "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
    }

    /// The full stop, unless `text` already ends a sentence.
    package static func stop(_ text: String) -> String { text.last.map { ".!?…".contains($0) } == true ? "" : "." }

    /// `a, b and c`.
    package static func list(_ items: [String]) -> String {
        guard let last = items.last else { return "" }
        return items.count == 1 ? last : items.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension String {
    /// With a capital first letter.
    package var sentence: String { prefix(1).uppercased() + dropFirst() }
}
