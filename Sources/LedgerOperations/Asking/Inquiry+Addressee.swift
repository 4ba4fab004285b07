import LedgerModel
import LedgerStore
package import Questions

/// For whom a text is made.
extension Inquiry {
    /// The person of this name, with the repositories in which they appear; without a name, oneself.
    ///
    /// Throws `.notFound` with the nearest names, `.ambiguousID`, `.usage`.
    func addressee(_ name: String?) throws -> Addressee {
        guard let name = name?.trimmed, !name.isEmpty else { return .myself }
        return try addressee(knownPeople().person(named: name))
    }

    private func addressee(_ person: KnownPerson) throws -> Addressee {
        Addressee(
            person, among: try knownPeople(), repositories: try snapshot.repositories(naming: person.identities))
    }

    /// The reader of a report. The first lines of a new ledger may be for somebody whom it does not know; once it knows
    /// people, a name that is none of them is refused.
    func reader(_ name: String?) throws -> Addressee {
        let people = try knownPeople()
        guard let name = name?.trimmed, !name.isEmpty else { return Addressee(nil, among: people) }
        guard !people.others.isEmpty else {
            return Addressee(KnownPerson(id: nil, name: name, names: [], identities: []), among: people)
        }
        return try addressee(people.person(named: name))
    }

    /// The page to hand to somebody. Throws as `addressee`.
    package func handout(about name: String) throws -> Handout {
        let person = try knownPeople().person(named: name)
        guard let id = person.id, let summary = try snapshot.people(only: id).first else {
            throw Self.nobody(called: name)
        }
        let found = try pieces(naming: id, past: Self.mostHandedOver, ahead: Self.mostHandedOver)
        let pieces = try (found.past.hits + found.ahead.hits).map { try snapshot.show($0.id) }
        return try HeldAbout(summary, myJob: myJob, who: who(), claims: try snapshot.claims(), zones: zones)
            .handout(to: try addressee(person), now, zones, pieces: pieces)
    }

    private static let mostHandedOver = 2_000
}
