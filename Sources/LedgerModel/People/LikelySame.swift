/// Finds people who might be one person. It only finds what to ask about: nobody is joined by it.
///
/// The problem: the same name at two addresses is one person nearly always, and a login beside a full name often; but
/// `info@` or `martin@` at two domains says nothing, and neither does a placeholder such as `unknown`.
///
/// So two people are compared only if they share one of a few keys (a name without regard to its order, its marks and
/// its initials; the part of an address before the `@`), and then what else is known of them decides whether the key
/// means anything. `Benchmarks/RESULTS.md` has how often that is right in public histories.
package struct LikelySame: Sendable {
    /// Somebody as sources know them.
    package struct Candidate: Sendable {
        package var names: [String]
        package var addresses: [String]

        package init(names: [String], addresses: [String]) {
            self.names = names
            self.addresses = addresses
        }
    }

    /// Two candidates by their places in the list, the smaller first, and why they might be one.
    package struct Pair: Sendable, Hashable {
        package var one: Int
        package var other: Int
        package var reason: Reason
    }

    /// The strongest first.
    package enum Reason: Int, Sendable, Hashable, Comparable {
        /// The same name at two addresses, or with and without one.
        case sameName
        /// The same words in another order, without a middle name, or with other marks.
        case likeName
        /// The same before the `@`, at related addresses or beside a name that fits.
        case sameLogin
        /// One is called by a login that is made of the other's name.
        case loginOfName

        package static func < (a: Reason, b: Reason) -> Bool { a.rawValue < b.rawValue }
    }

    private let people: [NamedParts]

    package init(_ candidates: [Candidate]) { people = candidates.map(NamedParts.init) }

    /// All pairs, each once, in the order of the list. A key that more than `mostWithOneKey` people share says nothing.
    package func pairs() -> [Pair] {
        var places: [String: [Int]] = [:]
        for (place, person) in people.enumerated() {
            for key in person.keys { places[key, default: []].append(place) }
        }
        var found: [PlacePair: Reason] = [:]
        for (_, sharing) in places where (2...Self.mostWithOneKey).contains(sharing.count) {
            for (index, one) in sharing.enumerated() {
                for other in sharing[(index + 1)...] where found[PlacePair(one, other)] == nil {
                    if let reason = people[one].reason(with: people[other]) { found[PlacePair(one, other)] = reason }
                }
            }
        }
        return found.map { Pair(one: $0.key.one, other: $0.key.other, reason: $0.value) }
            .sorted { ($0.one, $0.other) < ($1.one, $1.other) }
    }

    private struct PlacePair: Hashable {
        let one, other: Int
        init(_ one: Int, _ other: Int) { (self.one, self.other) = (one, other) }
    }

    private static let mostWithOneKey = 12
}

/// The names and logins of somebody, taken apart.
private struct NamedParts {
    /// Whole names, in lower case and without marks.
    private var names: Set<String> = []
    /// The words of each name of two words or more, in their order, without initials and titles.
    private var words: [[String]] = []
    /// Names of a single word, which may be a login.
    private var nicknames: Set<String> = []
    private var logins: [Login] = []
    /// What a login made of one of the names would be, and more than a given or a family name.
    private var made: Set<String> = []

    private struct Login: Hashable {
        var user: String
        /// The domain that somebody registered.
        var owner: String
    }

    init(_ candidate: LikelySame.Candidate) {
        for text in candidate.names + candidate.addresses {
            if text.contains("@") { add(address: text) } else { add(name: text) }
        }
    }

    private mutating func add(name text: String) {
        let parts = LikelyNames.words(text)
        let whole = parts.joined(separator: " ")
        // “Maria Keller via Jira” has the address of a service.
        guard !whole.isEmpty, !LikelyNames.placeholders.contains(whole), !parts.contains("via") else { return }
        names.insert(whole)
        let telling = parts.filter { $0.count > 1 && !LikelyNames.titles.contains($0) }
        if telling.count > 1 {
            words.append(telling)
            made.formUnion(LikelyNames.logins(telling))
        } else if parts.count == 1, whole.count >= 3 {
            nicknames.insert(whole)
        }
    }

    private mutating func add(address: String) {
        let parts = address.lowercased().split(separator: "@", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return }
        var user = parts[0]
        if let plus = user.firstIndex(of: "+") {
            let (before, after) = (user[..<plus], user[user.index(after: plus)...])
            user = String(before.allSatisfy(\.isNumber) ? after : before)
        }
        user = LikelyNames.plain(user).filter { $0.isLetter || $0.isNumber }
        guard user.count >= 3, !LikelyNames.roles.contains(user) else { return }
        logins.append(Login(user: user, owner: LikelyNames.owner(ofHost: parts[1])))
    }

    /// What somebody who might be the same shares.
    var keys: Set<String> {
        var keys = Set(names.map { "n " + $0 })
        for name in words {
            let sorted = name.sorted()
            keys.insert("w " + sorted.joined(separator: " "))
            // Without one of the words, for a middle or a second family name.
            if sorted.count > 2 {
                for word in sorted { keys.insert("w " + sorted.filter { $0 != word }.joined(separator: " ")) }
            }
        }
        for user in Set(logins.map(\.user)).union(nicknames).union(made) { keys.insert("l " + user) }
        return keys
    }

    func reason(with other: NamedParts) -> LikelySame.Reason? {
        if !names.isDisjoint(with: other.names) { return .sameName }
        if fits(other, LikelyNames.isLike) { return .likeName }
        // Two whole names that do not fit are two people, whatever their logins are.
        guard words.isEmpty || other.words.isEmpty || fits(other, LikelyNames.mayBeShort) else { return nil }
        for mine in logins {
            for theirs in other.logins where mine.user == theirs.user {
                if mine.owner == theirs.owner || tells(mine.user, with: other) { return .sameLogin }
            }
        }
        return isCalledLike(other) || other.isCalledLike(self) ? .loginOfName : nil
    }

    private func fits(_ other: NamedParts, _ isFit: ([String], [String]) -> Bool) -> Bool {
        words.contains { mine in other.words.contains { isFit(mine, $0) } }
    }

    /// Whether a login that both have is made of a name of theirs, or is what one of them goes by. A given name alone
    /// says nothing.
    private func tells(_ user: String, with other: NamedParts) -> Bool {
        if made.contains(user) || other.made.contains(user) { return true }
        return (nicknames.contains(user) || other.nicknames.contains(user))
            && !(words + other.words).contains { $0.contains(user) }
    }

    /// Whether they go by a login that the other has or would have. A given name alone is none.
    private func isCalledLike(_ other: NamedParts) -> Bool {
        guard words.isEmpty else { return false }
        return nicknames.contains { name in
            other.made.contains(name)
                || other.logins.contains { $0.user == name } && !other.words.contains { $0.contains(name) }
        } || logins.contains { other.made.contains($0.user) }
    }
}

/// What names and addresses are made of.
private enum LikelyNames {
    /// The words of a name, folded; `Keller, Maria` in the order in which it is said.
    static func words(_ text: String) -> [String] {
        plain(text).split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }.map(String.init)
    }

    /// In lower case, without marks; `ö`, `oe` and `o` are one.
    static func plain(_ text: String) -> String {
        var result = text.folded
        for (long, short) in [("oe", "o"), ("ae", "a"), ("ue", "u"), ("ø", "o"), ("ł", "l"), ("å", "a")] {
            result = result.replacing(long, with: short)
        }
        return result
    }

    /// Whether two names are one in another order or with another middle name.
    static func isLike(_ a: [String], _ b: [String]) -> Bool {
        let (mine, theirs) = (Set(a), Set(b))
        return mine == theirs || a.first == b.first && (mine.isSubset(of: theirs) || theirs.isSubset(of: mine))
    }

    /// Whether two names have a family name in common, and given names that may be short for each other.
    static func mayBeShort(_ a: [String], _ b: [String]) -> Bool {
        guard let mine = a.first, let theirs = b.first, a.last == b.last else { return false }
        return mine.hasPrefix(theirs) || theirs.hasPrefix(mine)
    }

    /// `mariakeller`, `kellermaria`, `mkeller`, `kellerm` for Maria Keller.
    static func logins(_ words: [String]) -> [String] {
        guard let first = words.first, let last = words.last, let initial = first.first else { return [] }
        return [words.joined(), last + first, "\(initial)" + last, last + "\(initial)"].filter { $0.count >= 5 }
    }

    /// The domain that somebody registered: `mail.example.com` and `example.com` are one owner's.
    static func owner(ofHost host: String) -> String {
        let labels = host.split(separator: ".")
        guard labels.count > 2, let top = labels.last else { return host }
        let second = labels[labels.count - 2]
        let isShort = top.count == 2 && ["co", "com", "ac", "org", "net", "gov", "edu", "or", "ne"].contains(second)
        return labels.suffix(isShort ? 3 : 2).joined(separator: ".")
    }

    /// Names that programs write where nobody said one.
    static let placeholders: Set = [
        "unknown", "root", "user", "admin", "administrator", "none", "no name", "your name", "nobody", "anonymous",
        "me", "test", "guest", "owner", "developer", "dev", "git", "github", "ubuntu", "localhost", "null",
    ]
    static let titles: Set = ["dr", "prof", "mr", "mrs", "ms", "jr", "sr", "ii", "iii", "phd", "md"]
    /// Addresses of a task, not of a person.
    static let roles: Set = [
        "info", "mail", "email", "me", "git", "github", "gitlab", "contact", "admin", "root", "hello", "dev", "code",
        "noreply", "no-reply", "support", "office", "team", "webmaster", "postmaster", "hostmaster", "sales", "help",
        "service", "public", "home", "work", "web", "www", "news", "lists", "spam", "open", "source", "opensource",
        "developer", "user", "test", "build", "ci", "bot", "security", "billing", "jobs", "press", "marketing",
    ]
}
