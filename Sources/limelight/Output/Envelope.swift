import LedgerModel
import LedgerOperations
import Renderings

extension Ledger {
    /// What every machine-readable answer starts with that is about no period.
    func envelope(_ schema: String) throws(LedgerError) -> JSON {
        AnswerJSON.envelope(schema, now: now, zones: try zones(frame()), revision: try revision())
    }
}
