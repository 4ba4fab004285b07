package import LedgerModel
import LedgerStore

/// What is left out of a ledger is not read into it.
extension Importing {
    /// What a source can be for in this ledger. Throws `.leftOut` for what is kept out of it.
    func admit(_ arena: Arena?) throws(LedgerError) {
        guard let arena, !(try myJob().settings.arenas.contains(arena)) else { return }
        throw LedgerError(
            .leftOut, "side projects and personal sources are left out of this ledger",
            hint: "Read it into a ledger of its own with --ledger, or change it with \(offer: .setUp).")
    }

    /// Sources that were read before they were left out, and are not read again, each with the way to take it out.
    package func leftOutSources() throws(LedgerError) -> [Source] {
        let arenas = try myJob().settings.arenas
        return try store.read { try $0.sources() }.filter { $0.arena.map { !arenas.contains($0) } ?? false }
    }
}
