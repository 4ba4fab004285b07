import LedgerModel

/// All names that came with an address, joined in one column. The first is shown; the others are stored so that
/// forgetting removes them too.
enum StoredNames {
    private static let separator: Character = "\u{1F}"
    /// The largest number of names of an address, including the one that is shown.
    private static let most = 12
    /// The longest name in characters; anything longer must be a sentence.
    private static let longest = 100

    /// The name that is shown; empty if the address first came without a name.
    static func shown(_ column: String) -> String { String(column.prefix { $0 != separator }) }

    static func all(_ column: String) -> [String] {
        column.split(separator: separator).map(String.init)
    }

    /// The column with one more name; `nil` if nothing changes.
    static func adding(_ name: String, to column: String) -> String? {
        guard !name.isEmpty, name.count <= longest, !name.contains(separator), !name.contains("@"),
            case let known = all(column), known.count < most,
            !known.contains(where: { $0.lowercased() == name.lowercased() })
        else { return nil }
        return column + String(separator) + name
    }
}

/// People who were forgotten: counts stay under a stand-in without a name, which no list of people shows.
enum StandIn {
    /// SQL: the identity `i` replaces somebody who was forgotten.
    static let isOne = "(i.value GLOB '\(PersonMention.forgottenName)-*' AND instr(i.value, '@') = 0)"
}
