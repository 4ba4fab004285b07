package import LedgerModel
import LedgerStore

extension Reviewing {
    /// The first of the person's own mail addresses that can stand in a mail.
    package func ownAddress() throws(LedgerError) -> String? {
        try store.read { try $0.me() }.first { $0.contains("@") }
    }
}
