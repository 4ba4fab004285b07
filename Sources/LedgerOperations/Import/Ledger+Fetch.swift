import LedgerModel
import TraceSources

extension Ledger {
    /// A document from the web, or nil when it is as it was; the state is what to send the next time.
    func fetch(_ address: String, since state: String) async throws(LedgerError) -> (body: [UInt8]?, state: String) {
        let parts = state.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let known = HTTPFetcher.Version(
            etag: parts.first.flatMap { $0.isEmpty ? nil : $0 },
            lastModified: parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil)
        switch try await HTTPFetcher().fetch(address, known: known) {
        case .unchanged: return (nil, state)
        case .fetched(let bytes, let version):
            return (bytes, "\(version.etag ?? "")\n\(version.lastModified ?? "")")
        }
    }
}
