/// Finds whom a name, an address or a key of My job means: by identity first, by the shown name last. Where two people
/// have a name, nobody is chosen.
package struct WhoIsWho: Sendable {
    /// Somebody of the ledger.
    package struct Known: Sendable {
        package var id: PublicID
        package var identities: [String]
        /// All names under which sources know them.
        package var names: [String]

        package init(id: PublicID, identities: [String], names: [String]) {
            self.id = id
            self.identities = identities
            self.names = names
        }
    }

    private var byIdentity: [String: PublicID] = [:]
    /// Whom a name can mean.
    private var byName: [String: Set<PublicID>] = [:]
    /// The people of My job by what calls them; empty if it calls two.
    private var items: [String: MyJobPerson?] = [:]
    private var known: [PublicID: MyJobPerson] = [:]

    package init(_ myJob: MyJob, _ people: [Known] = []) {
        for person in people {
            for identity in person.identities {
                let key = PersonKey.of(identity)
                byIdentity[key] = person.id
                if !key.contains("@") { byName[key, default: []].insert(person.id) }
            }
            for name in person.names { byName[PersonKey.of(name), default: []].insert(person.id) }
        }
        for item in myJob.people {
            for text in [item.label, item.key] + item.identities {
                let key = PersonKey.of(text)
                guard let other = items[key] else {
                    items[key] = item
                    continue
                }
                // The same person with another role at another time is one.
                if let other, !Self.isOne(other, item) { items[key] = .some(nil) }
            }
        }
        for item in myJob.people {
            if let id = person(of: item), known[id] == nil { known[id] = item }
        }
    }

    private static func isOne(_ a: MyJobPerson, _ b: MyJobPerson) -> Bool {
        let (mine, theirs) = (addresses(a), addresses(b))
        return a.key == b.key || !mine.isDisjoint(with: theirs)
            || PersonKey.of(a.label) == PersonKey.of(b.label) && (mine.isEmpty || theirs.isEmpty)
    }

    private static func addresses(_ item: MyJobPerson) -> Set<String> {
        Set(item.identities.filter { $0.contains("@") }.map(PersonKey.of))
    }

    /// The person of the ledger whom a text means; `nil` if there is none, or if it can mean several.
    package func person(_ text: String) -> PublicID? {
        let key = PersonKey.of(text)
        if key.contains("@") { return byIdentity[key] }
        if let item = items[key] { return item.flatMap(person(of:)) }
        return named(key)
    }

    /// All whom a name or an address can mean.
    package func people(_ text: String) -> Set<PublicID> {
        if let one = person(text) { return [one] }
        return byName[PersonKey.of(text)] ?? []
    }

    private func person(of item: MyJobPerson) -> PublicID? {
        for identity in item.identities { if let id = byIdentity[PersonKey.of(identity)] { return id } }
        return named(PersonKey.of(item.label))
    }

    private func named(_ key: String) -> PublicID? {
        guard let found = byName[key], found.count == 1 else { return nil }
        return found.first
    }

    /// The person of My job whom a text means; `nil` if there is none, or if it can mean several.
    package func item(_ text: String) -> MyJobPerson? { items[PersonKey.of(text)].flatMap(\.self) }

    /// What My job says of somebody of the ledger.
    package func item(of id: PublicID) -> MyJobPerson? { known[id] }

    /// The name that My job has for somebody of the ledger.
    package func label(of id: PublicID) -> String? { known[id]?.label }

    /// Whether two texts mean the same person.
    package func isOne(_ one: String, _ other: String) -> Bool {
        if PersonKey.of(one) == PersonKey.of(other) { return true }
        if let person = person(one) { return person == self.person(other) }
        guard let item = item(one) else { return false }
        return item.key == self.item(other)?.key
    }

    /// Whether a text means this person of the ledger.
    package func means(_ text: String, _ id: PublicID) -> Bool { person(text) == id }
}
