package import LedgerModel
import LedgerStore

extension Ledger {
    /// Takes back the last action by hand that stands, and names it. Throws `.nothingToUndo`.
    package func undo() throws(LedgerError) -> Undone {
        var undone = try store.undo(action: ulid(), try context())
        undone.title = try title(undone.subject)
        return undone
    }

    /// The text of a note or a result, short enough for one line.
    private func title(_ subject: String) throws(LedgerError) -> String? {
        guard let id = PublicID(subject) else { return nil }
        let text =
            if id.kind == .claim { try store.claims().first { $0.id == id }?.text ?? "" } else {
                (try? store.show(id))?.draft.title ?? ""
            }
        guard !text.isEmpty else { return nil }
        return text.count > 60 ? text.prefix(59) + "…" : text
    }
}
