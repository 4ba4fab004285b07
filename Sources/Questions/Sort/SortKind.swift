package import LedgerModel

/// A kind of work and its key, which can be said of the last answer. Capitals, so that the small letters answer the next
/// question.
package struct SortKind: Sendable, Hashable {
    package let key: String
    package let worth: Worth

    package static let all = [
        SortKind(key: "K", worth: .baseline), SortKind(key: "B", worth: .improvement),
        SortKind(key: "N", worth: .contribution), SortKind(key: "I", worth: .idea),
        SortKind(key: "M", worth: .interaction),
    ]

    /// The kind that `text` means: a key, `baseline`, or `keeps it running`.
    package static func named(_ text: String) -> SortKind? {
        all.first { $0.key == text }
            ?? all.first {
                [$0.worth.rawValue, $0.worth.label].contains(text.trimmed.lowercased())
            }
    }
}
