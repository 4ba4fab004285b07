/// Somebody whom the ledger or My job knows.
package struct KnownPerson: Sendable, Hashable {
    /// `nil` if only My job names them.
    package var id: PublicID?
    package var name: String
    /// Every name under which they came, and the key that My job has for them.
    package var names: [String]
    /// Addresses; for somebody without one, a name.
    package var identities: [String]
    package var isMe: Bool
    /// Whether My job names them.
    package var isNamed = false

    package init(id: PublicID?, name: String, names: [String], identities: [String], isMe: Bool = false) {
        self.id = id
        self.name = name
        self.names = names
        self.identities = identities
        self.isMe = isMe
    }

    /// Their names, addresses, id and key, in one case and one Unicode form.
    package var callings: Set<String> {
        Set(([name] + names + identities + (id.map { [$0.description] } ?? [])).map(\.caseFolded)).subtracting([""])
    }

    package func isCalled(_ text: String) -> Bool { callings.contains(text.trimmed.caseFolded) }

    /// By what a mention names them: an address if one is known.
    package var mention: (identity: String, name: String) {
        (identities.first { $0.contains("@") }?.lowercased() ?? identities.first ?? name, name)
    }
}

/// Everybody whom the ledger or My job knows, but for who was forgotten. Who is one person was settled before.
package struct KnownPeople: Sendable, Hashable {
    package let me: [KnownPerson]
    package let others: [KnownPerson]
    /// The others who are called so, by their place in the list.
    private let callings: [String: [Int]]
    /// The words of the names of others.
    let names: NameIndex

    package init(_ people: [KnownPerson] = [], _ myJob: MyJob = MyJob()) {
        me = people.filter(\.isMe)
        others = Self.named(people.filter { !$0.isMe }, myJob)
        callings = others.enumerated().reduce(into: [:]) { index, item in
            for calling in item.element.callings { index[calling, default: []].append(item.offset) }
        }
        names = NameIndex(others)
    }

    /// The one other who is called so; `nil` if nobody is, or several are.
    package func only(called text: String) -> KnownPerson? {
        guard let found = callings[text.trimmed.caseFolded], found.count == 1 else { return nil }
        return others[found[0]]
    }

    /// Under the name that My job has for them, with what it calls them, and those whom only My job names.
    private static func named(_ known: [KnownPerson], _ myJob: MyJob) -> [KnownPerson] {
        let who = WhoIsWho(
            myJob,
            known.compactMap { person in
                person.id.map { .init(id: $0, identities: person.identities, names: [person.name] + person.names) }
            })
        let people = known.map { person in
            guard let item = person.id.flatMap(who.item(of:)) else { return person }
            var named = person
            named.name = item.label
            named.isNamed = true
            named.names += [person.name, item.label, item.key]
            named.identities += item.identities.filter { address in
                !named.identities.contains { $0.caseFolded == address.caseFolded }
            }
            return named
        }
        return people
            + myJob.people.filter { item in ([item.label] + item.identities).allSatisfy { who.person($0) == nil } }.map
        {
            KnownPerson(id: nil, name: $0.label, names: [$0.label, $0.key], identities: $0.identities)
        }
    }

    /// The one person whom `text` names by their name, an address, their id, the key of My job, or a word of the name
    /// that nobody else has.
    ///
    /// Throws `.notFound` with the nearest names, `.ambiguousID`, and `.usage` if it is the person themselves.
    package func person(named text: String) throws(LedgerError) -> KnownPerson {
        guard !text.trimmed.isEmpty else { throw LedgerError(.usage, "name the person") }
        guard !me.contains(where: { $0.isCalled(text) }) else {
            throw LedgerError(.usage, "that is you", hint: "Leave the name out.")
        }
        var found = (callings[text.trimmed.caseFolded] ?? []).map { others[$0] }
        let wanted = NameWords(text).words
        if found.isEmpty, !wanted.isEmpty {
            found = others.filter { person in
                ([person.name] + person.names).contains { Set(NameWords($0).words).isSuperset(of: wanted) }
            }
        }
        if found.isEmpty, text.trimmed.count >= 5 {
            found = others.filter { $0.id?.description.hasPrefix(text.trimmed.lowercased()) == true }
        }
        // Whom My job names is meant before strangers of a history.
        if found.count > 1, case let named = found.filter(\.isNamed), named.count == 1 { found = named }
        if found.count == 1 { return found[0] }
        throw found.isEmpty ? unknown(text) : Self.ambiguous(text, found)
    }

    private static func ambiguous(_ text: String, _ found: [KnownPerson]) -> LedgerError {
        let several = found.prefix(5).map { person in person.id.map { "\(person.name) (\($0))" } ?? person.name }
        return LedgerError(
            .ambiguousID, "“\(text)” could be \(several.joined(separator: ", "))",
            hint: "Give the whole name, an address or an id.")
    }

    private func unknown(_ text: String) -> LedgerError {
        let wanted = text.trimmed.folded
        let near = others.compactMap { person -> (name: String, distance: Int)? in
            let distances = ([person.name] + NameWords(person.name).words).map { editDistance(wanted, $0.folded) }
            return distances.min().flatMap { $0 <= wanted.count / 3 + 1 ? (person.name, $0) : nil }
        }.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map { "“\($0.name)”" }
        let asked = near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"
        return LedgerError(
            .notFound, "nobody here is called “\(text)”\(asked)",
            hint: "List everyone with \(offer: .people), or name them in My job: \(offer: .editJob).")
    }
}
