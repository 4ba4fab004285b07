import LedgerModel
import LocalFiles

/// `limelight serve` holds the file `ledger.sqlite.serve` beside its ledger.
enum ServedLedger {
    /// Keeps servers away from a ledger for as long as what it returns lives. Throws `.ledgerInUse` when one runs.
    static func keepOut(_ ledger: String) throws(LedgerError) -> HeldFile? {
        guard let path = canonicalPath(ledger) else { return nil }
        do throws(HeldFile.Refusal) {
            return try HeldFile.keepFree(path + ".serve")
        } catch {
            let process = if case .held(let content) = error { process(content) } else { "" }
            throw LedgerError(
                .ledgerInUse, "the ledger has to be brought to this version, and it is being served",
                location: ledger,
                hint: "End it with Ctrl-C where it runs\(process), then do this again. Nothing was changed.")
        }
    }

    /// Its second line is the server's process.
    private static func process(_ content: [UInt8]) -> String {
        let lines = String(decoding: content, as: UTF8.self).split(separator: "\n")
        return lines.count > 1 && Int32(lines[1]) != nil ? " (process \(lines[1]))" : ""
    }
}
