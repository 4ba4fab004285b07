import LedgerModel

/// `Klein, Uwe`, as directories of large companies write it, in the order in which people say it.
enum OrdinaryName {
    /// `text` where it is not plainly a family name, a comma and given names.
    static func of(_ text: String) -> String {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmed }
        guard parts.count == 2, parts.allSatisfy(isName), !titles.contains(parts[1].lowercased()) else { return text }
        return parts[1] + " " + parts[0]
    }

    /// One to three words of letters, each beginning with a capital one, but for particles.
    private static func isName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return (1...3).contains(words.count)
            && words.allSatisfy { word in
                word.allSatisfy { $0.isLetter || "-'’.".contains($0) }
                    && (word.first?.isUppercase == true || particles.contains(word.lowercased()))
            }
    }

    private static let particles: Set = ["von", "van", "de", "der", "den", "da", "di", "la", "le", "zu", "al", "el"]
    /// What follows a comma and is no given name.
    private static let titles: Set = [
        "jr", "jr.", "sr", "sr.", "phd", "ph.d.", "md", "m.d.", "inc", "inc.", "ltd", "llc", "gmbh", "ag",
    ]
}
