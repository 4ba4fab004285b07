package import LedgerModel

extension Ledger {
    /// The first of the person's own mail addresses that can stand in a mail.
    package func ownAddress() throws(LedgerError) -> String? {
        try me().first { $0.contains("@") }
    }
}
