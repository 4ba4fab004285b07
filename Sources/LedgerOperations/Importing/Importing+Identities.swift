package import LedgerModel
import LedgerStore
import Questions
import TraceFormats
import TraceSources

/// Which addresses are the person’s, as far as repositories tell.
extension Importing {
    /// The addresses that may be the person’s too, since they wrote commits under their name, most commits first.
    package func alsoMine() throws(LedgerError) -> [AlsoMine] {
        let others = try somebodyElse(myJob())
        return try store.read { try $0.alsoMine() }.filter { !others.contains($0.identity) }
    }

    /// The addresses that are not the person’s whatever a `.mailmap` says: what they said, and whom My job lists.
    func notMine(_ myJob: MyJob) throws(LedgerError) -> Set<String> {
        try somebodyElse(myJob).union(try store.read { try $0.notMe() })
    }

    private func somebodyElse(_ myJob: MyJob) throws(LedgerError) -> Set<String> {
        let me = try store.read { try $0.me() }
        return Set(myJob.people.flatMap(\.identities).map { $0.lowercased() }.filter { $0.contains("@") })
            .subtracting(me)
    }

    /// Stores the names that the person writes under, and says what a `.mailmap` changes about the person.
    func heed(_ reading: GitReading) throws(LedgerError) -> [Advice] {
        if !reading.ownNames.isEmpty {
            let names = reading.ownNames.map { (address: $0.mail, name: $0.name) }.sorted { $0 < $1 }
            try write { try $0.callMe(names) }
        }
        // Said when it is read for the first time, or has changed.
        guard reading.isWhole else { return [] }
        var remarks: [Advice] = []
        let taken = reading.mailmap.taken.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        if !taken.isEmpty {
            let some = taken.prefix(5).map { "\($0.key) (\(Words.digits($0.value, "commit")))" }
            let all = some + (taken.count > some.count ? ["\(taken.count - some.count) more"] : [])
            remarks.append(
                "Counted as you, because of .mailmap: \(Words.list(all)). Say what is not yours with \(offer: .notMine)."
            )
        }
        if reading.mailmap.given > 0 {
            let count = reading.mailmap.given
            remarks.append(
                ".mailmap gives \(Words.count(count, "commit")) under an address of yours to another. \(count == 1 ? "It stays" : "They stay") yours."
            )
        }
        return remarks
    }

    /// Takes the addresses in git's configuration as the person's, unless they have said otherwise.
    func adoptIdentities(of repository: GitRepository) async throws(LedgerError) -> [Advice] {
        // The person on this machine is not the one of the demo.
        guard try store.read({ try $0.holdings() }).demoSeed == nil else { return [] }
        let configured = try await repository.configuredIdentities()
        let (known, denied) = try store.read { (Set(try $0.me()), try $0.notMe()) }
        var added: [String] = []
        for identity in configured
        where !identity.email.isEmpty && !known.union(denied).contains(identity.email.lowercased()) {
            if try addMe(identity.email, name: identity.name, byHand: false) {
                added.append(identity.email.lowercased())
            }
        }
        guard !added.isEmpty else {
            return known.isEmpty && configured.isEmpty
                ? ["Nobody is known as you yet: \(offer: .addAddress), then sync."]
                : []
        }
        return [
            "Counted as you, from git’s configuration: \(added.joined(separator: ", ")). Change it with \(offer: .addresses)."
        ]
    }
}
