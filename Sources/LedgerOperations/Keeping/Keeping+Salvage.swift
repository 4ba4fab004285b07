package import LedgerModel
import LedgerStore
import LocalFiles
import TraceSources

/// Saves what is left of a damaged ledger.
extension Keeping {
    /// What could be saved from the ledger at `path`, and the commands that save it.
    package static func saving(_ path: String) -> Check {
        var salvage: LedgerStore.Salvage?
        do { salvage = try LedgerStore.salvageable(path) } catch {
            // Other checks have already said what else is wrong with the ledger.
            guard [.ledgerDamaged, .notALedger, .storeFailed].contains(error.code) else {
                return Check("saving", .required, ok: false, "what is left cannot be searched: \(error.message)")
            }
        }
        guard let salvage, !salvage.isEmpty else {
            return Check(
                "saving", .required, ok: false,
                "nothing in it can be read; try: \(offer: .recover(path))")
        }
        return Check(
            "saving", .required, ok: false,
            "\(words(salvage)) Save it with: \(offer: .saveDamaged(path)); then: \(offer: .restoreSaved)")
    }

    /// Hands an export of what can be read to `sink`, line by line. Returns what it holds, in words.
    ///
    /// - Parameter file: A temporary copy is made beside this file.
    package static func save(
        _ path: String, beside file: String, _ sink: (String) throws -> Void
    ) throws(LedgerError) -> String {
        guard fileExists(path) else { throw LedgerError(.notFound, "there is no ledger here", location: path) }
        let scratch: ScratchFolder
        do { scratch = try ScratchFolder(beside: file) } catch { throw LedgerError(error) }
        // Keep the folder until the ledger in it is closed.
        defer { withExtendedLifetime(scratch) {} }
        let store = try LedgerStore(path: scratch.file("saved.sqlite"))
        let salvage = try store.write(at: .first) { try $0.fill(fromDamaged: path) }
        guard !salvage.isEmpty else {
            throw LedgerError(
                .ledgerDamaged, "nothing in it can be read", location: path,
                hint: "Try: \(offer: .recover(path))")
        }
        try store.read { try $0.export(sink) }
        return words(salvage)
    }

    private static func words(_ salvage: LedgerStore.Salvage) -> String {
        func count(_ table: String, _ one: String, _ many: String) -> String {
            let number = salvage.rows[table] ?? 0
            return "\(number) \(number == 1 ? one : many)"
        }
        let held =
            count("evidence", "piece", "pieces") + " of evidence (\(salvage.byHand) written by you), "
            + count("claim", "result", "results") + ", " + count("job_item", "item", "items") + " of My job and "
            + count("person", "person", "people") + " can be read"
        let torn = Set(salvage.torn.map(group)).sorted()
        let parts = torn.isEmpty ? "" : "; parts of \(torn.joined(separator: ", ")) cannot"
        let lost = salvage.lost == 0 ? "" : "; \(salvage.lost) rows refer to lost ones and are left out"
        return held + parts + lost + "."
    }

    private static func group(_ table: String) -> String {
        switch table {
        case "claim", "claim_evidence", "said_of_candidate", "telling": "results"
        case "job_item": "My job"
        case "person", "identity", "other_commit": "people"
        case "source", "series": "sources"
        case "meta", "hand_action", "forgotten", "open_timer", "learned": "the ledger itself"
        default: "evidence"
        }
    }
}
