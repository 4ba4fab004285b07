import LedgerModel

extension Ledger {
    func fetch(_ address: String, since state: String) async throws(LedgerError) -> (body: [UInt8]?, state: String) {
        throw LedgerError(.fetchFailed, "addresses cannot be read yet")
    }
}
