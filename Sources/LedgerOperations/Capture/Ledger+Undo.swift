package import LedgerModel
import LedgerStore
import Questions

extension Ledger {
    /// Takes back the last action by hand that stands, and names it. Throws `.nothingToUndo`.
    package func undo() throws(LedgerError) -> Undone {
        let before = try store.frame()
        let rules = before.rules
        var undone = try store.undo(action: ulid(), try context())
        try follow(from: before.settings.leavesOut, to: store.frame().settings.leavesOut, isErased: false)
        _ = try derivation(store.frame(), waiting: true)
        undone.title = undone.verb == Self.sortVerb ? try answered(rules) : try title(undone.subject)
        return undone
    }

    /// What the rule spoke of that an answer wrote and that is gone now.
    private func answered(_ before: [Rule]) throws(LedgerError) -> String? {
        let kept = Set(try store.frame().rules.map(\.key))
        return before.last { !kept.contains($0.key) }.flatMap(\.sortedTitle).map(Self.short)
    }

    private static func short(_ text: String) -> String { text.count > 60 ? text.prefix(59) + "…" : text }

    /// Empty for a piece that is gone.
    private func shownTitle(_ id: PublicID) throws(LedgerError) -> String {
        do { return try store.show(id).draft.title } catch {
            guard error.code == .notFound else { throw error }
            return ""
        }
    }

    /// The text of a note or a result, short enough for one line.
    private func title(_ subject: String) throws(LedgerError) -> String? {
        guard let id = PublicID(subject) else { return nil }
        let text =
            if id.kind == .claim { try store.claims().first { $0.id == id }?.text ?? "" } else {
                try shownTitle(id)
            }
        guard !text.isEmpty else { return nil }
        return Self.short(text)
    }
}
