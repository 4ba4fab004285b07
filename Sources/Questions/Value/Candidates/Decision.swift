import LedgerModel

/// What says that something was decided, by a tag or by English words.
enum Decision {
    /// - Parameters:
    ///   - isSeries: Whether it is one of a series: a meeting that decides every week decides nothing in particular.
    ///   - words: those of its title, in order.
    static func isOne(_ kind: EvidenceKind, isSeries: Bool = false, tags: [String], words: [String]) -> Bool {
        if tags.contains(where: { ["decision", "decided"].contains($0.caseFolded) }) { return true }
        if kind == .event, isSeries { return false }
        let decisive = kind == .commit ? recorded : decisions
        guard let place = words.firstIndex(where: decisive.contains) else { return false }
        return place == 0 || !["no", "not", "yet", "never", "nothing"].contains(words[place - 1])
    }

    private static let decisions: Set<String> = ["decided", "decision", "decisions", "agreed", "approved", "adopted"]
    private static let recorded: Set<String> = ["decision", "adr"]
}
