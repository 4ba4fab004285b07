import LedgerModel
import LedgerStore
import Questions

/// Finds the one person whom a name, an address or an id means. Where it can mean two, it says which there are and
/// chooses none.
struct PersonFinder {
    let people: [PersonSummary]
    private let who: WhoIsWho

    init(_ snapshot: Snapshot) throws {
        people = try snapshot.people()
        who = WhoIsWho(try snapshot.myJob(), try snapshot.known())
    }

    /// Everybody with exactly this name, address or id; else the only one whose name or id it begins or is part of.
    ///
    /// Throws `.ambiguousID` if it is a part of several names.
    func all(_ text: String) throws(LedgerError) -> [PersonSummary] {
        let (wanted, key) = (text.trimmed.lowercased(), PersonKey.of(text))
        if let id = PublicID(wanted), id.kind == .person {
            // Somebody who was joined with others is still found by the id that they had alone.
            let one =
                people.first { $0.id == id } ?? people.first { $0.identities.contains { PublicID(.person, $0) == id } }
            if let one { return [one] }
        }
        let exact = people.filter { person in
            person.identities.contains { PersonKey.of($0) == key }
                || person.names.contains { PersonKey.of($0) == key }
        }
        if !exact.isEmpty || key.isEmpty { return exact }
        if let id = who.person(text), let one = people.first(where: { $0.id == id }) { return [one] }
        var near = people.filter { $0.name.lowercased().contains(wanted) || $0.id.description.hasPrefix(wanted) }
        // Whom My job names is meant before strangers of a history.
        if near.count > 1, case let named = near.filter({ who.item(of: $0.id) != nil }), named.count == 1 {
            near = named
        }
        guard near.count <= 1 else {
            throw LedgerError(
                .ambiguousID, "“\(text)” could be \(Words.list(near.prefix(5).map(\.listed)))",
                hint: "Give the whole name, an address or an id.")
        }
        return near
    }

    /// Throws `.notFound`, `.ambiguousID`.
    func person(_ text: String) throws(LedgerError) -> PersonSummary {
        let found = try all(text)
        guard let person = found.first else { throw Inquiry.nobody(called: text) }
        guard found.count == 1 else { throw Self.several(text, found) }
        return person
    }

    /// The same, but never the person themself. Throws `.usage` for them, and for somebody who was forgotten.
    func other(_ text: String) throws(LedgerError) -> PersonSummary {
        let person = try person(text)
        if person.isMe {
            throw LedgerError(.usage, "that is you", hint: "Say which addresses are yours with \(offer: .addAddress).")
        }
        if person.isForgotten { throw Inquiry.nobody(called: text) }
        return person
    }

    static func several(_ text: String, _ people: [PersonSummary]) -> LedgerError {
        LedgerError(
            .ambiguousID, "“\(text)” is \(people.count) people: \(Words.list(people.prefix(5).map(named)))",
            hint: "Give the id or an address.")
    }

    static func named(_ person: PersonSummary) -> String {
        let addresses = person.identities.filter { $0.contains("@") }
        return "\(person.id) (\(addresses.isEmpty ? "\(person.name), no address" : addresses.joined(separator: ", ")))"
    }
}
