import LedgerModel
import LedgerStore
import Questions

/// What is left out of a ledger is gone from it: also what was read before.
extension JobEditing {
    private var importing: Importing { Importing(self) }

    /// What leaving people out takes from what was read before, a sentence each; empty where nothing is held.
    func takenBy(leavingOutMore begins: Set<LeftOut>) throws(LedgerError) -> [String] {
        guard begins.contains(.people) else { return [] }
        var sentences: [String] = []
        let held = try store.read { try $0.peopleRead() }
        let parts = [
            held.pieces > 0 ? Words.digits(held.pieces, "piece") : nil,
            held.commits > 0 ? Words.digits(held.commits, "commit of theirs", "commits of theirs") : nil,
        ].compactMap { $0 }
        if !parts.isEmpty {
            sentences.append(
                "This takes other people out of what was read before, for good: out of \(Words.list(parts)).")
        }
        let dropped = try store.read { try $0.sources() }.filter { !importing.keptFiles(of: $0).isEmpty }
        if !dropped.isEmpty {
            sentences.append(
                "What was dropped for \(Words.list(dropped.map(\.name))) names them, and is deleted; what was read from it stays."
            )
        }
        guard !sentences.isEmpty else { return [] }
        sentences.append("The setting can be taken back; who was taken out comes back only by reading again.")
        let backups = store.backups()
        if !backups.isEmpty {
            sentences.append("Backups beside the ledger still name them: \(backups.joined(separator: ", "))")
        }
        return sentences
    }

    /// After a change of what is left out, however it came about.
    func follow(from before: Set<LeftOut>, to now: Set<LeftOut>, isErased: Bool) throws(LedgerError) {
        guard before.contains(.people) != now.contains(.people) else { return }
        if now.contains(.people) {
            if !isErased { try write { try $0.erasePeopleRead() } }
            importing.deleteKeptFiles(of: try store.read { try $0.sources() })
        }
        try importing.readAllAgain()
    }
}
