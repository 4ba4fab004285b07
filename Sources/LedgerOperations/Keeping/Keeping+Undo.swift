package import LedgerModel
import LedgerStore
import Questions

/// What was done by hand, taken back.
extension Keeping {
    /// Takes back the last action by hand that stands, and names it. Throws `.nothingToUndo`.
    package func undo() throws(LedgerError) -> Undone {
        let before = try myJob()
        let rules = before.rules
        var undone = try write { try $0.undo(action: ulid()) }
        try JobEditing(self).follow(
            from: before.settings.leavesOut, to: myJob().settings.leavesOut, isErased: false)
        try settleDays()
        undone.title = undone.verb == JobEditing.sortVerb ? try answered(rules) : try title(undone.subject)
        return undone
    }

    /// Takes back an answer, when nothing else was done by hand since. Throws `.nothingToUndo`.
    ///
    /// - Parameter action: the answer to take back; the last one when nil.
    package func undoSort(_ action: String? = nil) throws(LedgerError) -> Undone {
        guard let last = try store.read({ try $0.lastAction() }), last.verb == JobEditing.sortVerb,
            action.map({ $0 == last.id }) ?? true
        else {
            throw LedgerError(
                .nothingToUndo, "the last thing done by hand was no answer given here",
                hint: "Take it back with \(offer: .undo).")
        }
        return try undo()
    }

    /// The last thing done by hand was an answer.
    package func canUndoSort() throws(LedgerError) -> Bool {
        try store.read { try $0.lastAction() }?.verb == JobEditing.sortVerb
    }

    /// What the rule spoke of that an answer wrote and that is gone now.
    private func answered(_ before: [Rule]) throws(LedgerError) -> String? {
        let kept = Set(try myJob().rules.map(\.key))
        return before.last { !kept.contains($0.key) }.flatMap(\.sortedTitle).map(Self.short)
    }

    private static func short(_ text: String) -> String { text.count > 60 ? text.prefix(59) + "…" : text }

    /// Empty for a piece that is gone.
    private func shownTitle(_ id: PublicID) throws(LedgerError) -> String {
        do { return try store.read { try $0.show(id) }.draft.title } catch {
            guard error.code == .notFound else { throw error }
            return ""
        }
    }

    /// The text of a note or a result, short enough for one line.
    private func title(_ subject: String) throws(LedgerError) -> String? {
        guard let id = PublicID(subject) else { return nil }
        let text =
            if id.kind == .claim { try store.read({ try $0.claims() }).first { $0.id == id }?.text ?? "" } else {
                try shownTitle(id)
            }
        guard !text.isEmpty else { return nil }
        return Self.short(text)
    }
}
