/// Every name with which an address came, in the one column that holds the name of an identity: the first is the one
/// that is shown, the others are kept so that forgetting takes them too.
enum CalledNames {
    private static let separator: Character = "\u{1F}"
    /// Of one address, the one that is shown among them.
    private static let most = 12
    /// In characters; what is longer is a sentence.
    private static let longest = 100

    /// The one that is shown; empty where the address came without one first.
    static func shown(_ column: String) -> String { String(column.prefix { $0 != separator }) }

    static func all(_ column: String) -> [String] {
        column.split(separator: separator).map(String.init)
    }

    /// The column with one more; nil where nothing changes.
    static func adding(_ name: String, to column: String) -> String? {
        guard !name.isEmpty, name.count <= longest, !name.contains(separator), !name.contains("@"),
            case let known = all(column), known.count < most,
            !known.contains(where: { $0.lowercased() == name.lowercased() })
        else { return nil }
        return column + String(separator) + name
    }
}
