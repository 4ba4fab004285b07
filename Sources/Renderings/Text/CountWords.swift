/// Counts as a sentence says them: words up to ten, then digits.
enum CountWords {
    static func of(_ count: Int) -> String {
        let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
        return words.indices.contains(count) ? words[count] : "\(count)"
    }

    /// At the start of a sentence.
    static func capitalised(_ count: Int) -> String {
        let word = of(count)
        return word.prefix(1).uppercased() + word.dropFirst()
    }
}
