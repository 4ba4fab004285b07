package import LedgerModel
import LedgerStore
import TraceSources

/// The person’s own addresses.
extension Importing {
    /// Adds an address or a name of the person. The next sync reads everything again.
    @discardableResult
    package func addMe(_ identity: String, name: String = "", byHand: Bool = true) throws(LedgerError) -> Bool {
        let value = identity.contains("@") ? identity.trimmed.lowercased() : identity.trimmed
        guard !value.isEmpty else { throw LedgerError(.usage, "name an address") }
        let added = try write { try $0.addMe(value, name: name, action: byHand ? ulid() : nil) }
        if added {
            try readAllAgain()
            try settleEvents()
        }
        return added
    }

    /// Removes an address or a name of the person, and remembers that it is not theirs. Throws `.notFound` for a name
    /// that was not theirs.
    package func removeMe(_ identity: String) throws(LedgerError) {
        let value = identity.contains("@") ? identity.trimmed.lowercased() : identity.trimmed
        guard try write({ try $0.removeMe(value, action: ulid()) }) else {
            throw LedgerError(
                .notFound, "“\(identity)” is not known as yours", hint: "List them with \(offer: .addresses).")
        }
        try readAllAgain()
        try settleEvents()
    }

    func readAllAgain() throws(LedgerError) {
        try write { transaction in
            for source in SourceDescriptor.all where source.dependsOnOwner {
                try transaction.resetState(kind: source.kind)
            }
        }
    }

    /// What the person said is not theirs.
    package func notMine() throws(LedgerError) -> [String] { try store.read { try $0.notMe() }.sorted() }

    package func me() throws(LedgerError) -> [String] { try store.read { try $0.me() } }
}
