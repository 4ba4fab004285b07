/// Who is one person, by what My job lists under one name and by what the person said of two.
///
/// Sources name identities: addresses, and names where there is no address. The ledger keeps these as they are, and
/// which of them are one person is worked out anew from My job and from the answers, whenever one of them changes. So
/// nothing is lost by joining, parting is the same in the other direction, and the order of imports does not matter.
package struct SamePeople: Sendable {
    /// The key that stands for all keys that are one person with this one.
    private var roots: [String: String] = [:]
    private var members: [String: [String]] = [:]
    /// The name in My job, by root.
    private var labels: [String: String] = [:]

    package init(_ people: [MyJobPerson], said: [SaidOfPeople]) {
        let items = Self.items(people)
        var keys = JoinedKeys()
        for item in items { keys.join(item.addresses) }
        let shared = Self.sharedNames(items, keys)
        let apart = Set(said.filter { $0.answer == .two }.map(\.keys))
        for item in items {
            // Somebody of this name who is not the one of My job was told apart from each of the addresses.
            let names = item.names.filter { name in
                !shared.contains(name) && !item.addresses.contains { apart.contains(KeyPair(name, $0)) }
            }
            keys.join(item.addresses + names)
        }
        for answer in said where answer.answer == .one { keys.join([answer.keys.one, answer.keys.other]) }
        for key in keys.all {
            let root = keys.root(key)
            roots[key] = root
            members[root, default: []].append(key)
        }
        for item in items {
            for key in item.addresses + item.names.filter({ !shared.contains($0) }) {
                let root = roots[key] ?? key
                if labels[root] == nil { labels[root] = item.label }
            }
        }
    }

    package func root(of key: String) -> String { roots[key] ?? key }

    /// All keys that are one person with this one, itself among them.
    package func keys(with key: String) -> [String] { members[root(of: key)] ?? [key] }

    /// The name that My job has for the person with this key.
    package func label(of key: String) -> String? { labels[root(of: key)] }

    /// Whether a key is one person with others, or has a name in My job.
    package func names(_ key: String) -> Bool { roots[key] != nil }

    private struct Item {
        var label: String
        var addresses: [String] = []
        var names: [String]
    }

    /// What each person of My job lists, those who still hold first. An address that was listed under a name that has
    /// ended, and now is under another, is the other's.
    private static func items(_ people: [MyJobPerson]) -> [Item] {
        let ordered = people.filter { $0.until == nil } + people.filter { $0.until != nil }
        var owners: [String: String] = [:]
        return ordered.map { person in
            let label = PersonKey.of(person.label)
            var item = Item(label: person.label, names: label.isEmpty ? [] : [label])
            for identity in person.identities {
                let key = PersonKey.of(identity)
                guard key.contains("@") else {
                    if !key.isEmpty { item.names.append(key) }
                    continue
                }
                let owner = owners[key] ?? label
                owners[key] = owner
                if person.until == nil || owner == label { item.addresses.append(key) }
            }
            return item
        }
    }

    /// Names that several people of My job with different addresses have, so that a name alone is none of them.
    private static func sharedNames(_ items: [Item], _ keys: JoinedKeys) -> Set<String> {
        var owners: [String: Set<String>] = [:]
        for item in items {
            guard let address = item.addresses.first else { continue }
            for name in item.names { owners[name, default: []].insert(keys.root(address)) }
        }
        return Set(owners.filter { $0.value.count > 1 }.keys)
    }
}

/// What the person said of two identities, or of one of which the other is empty.
package struct SaidOfPeople: Sendable, Hashable {
    package enum Answer: String, Sendable, CaseIterable, Codable {
        /// One person, two people, or not now.
        case one, two, later
        /// Of one alone: a person, though the name looks like a program's.
        case person
        /// Of one alone: no advice about them.
        case rest
    }

    package var one: String
    package var other: String
    package var answer: Answer
    /// Of rest, the first day on which it is over; `nil` if it is for good.
    package var until: CivilDay?

    package init(_ one: String, _ other: String, _ answer: Answer, until: CivilDay? = nil) {
        (self.one, self.other) = one < other ? (one, other) : (other, one)
        self.answer = answer
        self.until = until
    }

    /// What tells it from other answers. That somebody rests stands beside what else is said of them.
    package var id: String { (answer == .rest ? "\n" : "") + one + "\n" + other }

    /// Whether it holds on a day: rest can end.
    package func holds(on day: CivilDay) -> Bool { until.map { day < $0 } ?? true }

    package var keys: KeyPair { KeyPair(PersonKey.of(one), PersonKey.of(other)) }
}

/// Two keys in either order.
package struct KeyPair: Sendable, Hashable {
    package let one, other: String

    package init(_ one: String, _ other: String) { (self.one, self.other) = one < other ? (one, other) : (other, one) }
}

/// Disjoint sets of keys.
private struct JoinedKeys {
    private var parents: [String: String] = [:]

    var all: [String] { parents.keys.sorted() }

    func root(_ key: String) -> String {
        var key = key
        while let parent = parents[key], parent != key { key = parent }
        return key
    }

    mutating func join(_ keys: [String]) {
        for key in keys where parents[key] == nil { parents[key] = key }
        guard let first = keys.first else { return }
        for key in keys.dropFirst() {
            let (one, other) = (root(first), root(key))
            // The smaller stands for both, whatever the order in which they were joined.
            if one != other { parents[max(one, other)] = min(one, other) }
        }
    }
}
