package import LedgerModel
import TraceSources

extension Importing {
    /// The address of a calendar as somebody pasted it, made whole; nothing is asked of it yet.
    ///
    /// Throws `.fetchFailed` for what is none: a path, an address of another kind, one without a host.
    package static func address(_ text: String) throws(LedgerError) -> String {
        var address = text.trimmed
        if !address.contains("://"), !address.hasPrefix("/"), address.contains("."), address.contains("/") {
            address = "https://" + address
        }
        guard HTTPFetcher.canFetch(address) else {
            throw LedgerError(
                .fetchFailed, "this is not the address of a calendar",
                hint:
                    "It begins with https:// or webcal://, and has no spaces. A file on this machine is dropped instead."
            )
        }
        return address
    }

    /// A document from the web, or nil when it is as it was; `state` is then what to send the next time.
    func fetch(_ address: String, state: inout CalendarState) async throws(LedgerError) -> [UInt8]? {
        let known = HTTPFetcher.Version(
            etag: state.etag.isEmpty ? nil : state.etag,
            lastModified: state.lastModified.isEmpty ? nil : state.lastModified)
        switch try await HTTPFetcher(seconds: world.fetchTimeout).fetch(address, known: known) {
        case .unchanged:
            guard known != HTTPFetcher.Version() else {
                throw LedgerError(
                    .fetchFailed, "the server says that nothing changed, though nothing was read yet",
                    location: Source.shown(address), hint: "Check the address, and try again later.")
            }
            return nil
        case .fetched(let bytes, let version):
            state.etag = version.etag ?? ""
            state.lastModified = version.lastModified ?? ""
            return bytes
        }
    }
}
