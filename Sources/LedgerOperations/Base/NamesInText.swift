import LedgerModel
import LedgerStore

/// Finds known names in a sentence.
struct NamesInText {
    private let words: [String]

    init(_ text: String) {
        words = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
    }

    /// Whether the text has the whole name in any case, or its first word in the same case if only one person has that
    /// first word.
    func hold(_ name: String, firstIsUnique: Bool) -> Bool {
        let parts = Self.parts(name)
        guard let first = parts.first else { return false }
        let wanted = parts.map { $0.lowercased() }
        let said = words.map { $0.lowercased() }
        if said.count >= wanted.count {
            for start in 0...(said.count - wanted.count)
            where Array(said[start..<start + wanted.count]) == wanted && (wanted.count > 1 || words[start] == first) {
                return true
            }
        }
        return firstIsUnique && first.count > 2 && first.first?.isUppercase == true && words.contains(first)
    }

    static func parts(_ name: String) -> [String] {
        name.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
    }
}

extension Reviewing {
    /// The people of My job and of the ledger whose names are in a sentence.
    func peopleNamed(in text: String, _ myJob: MyJob) throws(LedgerError) -> [PersonMention] {
        let names = NamesInText(text)
        let known: [Acquaintance] = try Asking(self).inquire { try $0.acquaintances() }
        let who = try Asking(self).who()
        let others = known.filter { who.item(of: $0.person) == nil }
        let all = myJob.people.map(\.label) + others.map(\.name)
        let firsts = Dictionary(all.compactMap { NamesInText.parts($0).first }.map { ($0, 1) }, uniquingKeysWith: +)
        func isNamed(_ name: String) -> Bool {
            names.hold(name, firstIsUnique: NamesInText.parts(name).first.map { firsts[$0] == 1 } ?? false)
        }
        var mentions = Capture.mentions(myJob.people.map(\.label).filter(isNamed), myJob)
        for other in others where isNamed(other.name) {
            guard let person = try store.read({ try $0.people(only: other.person) }).first, !person.isMe else {
                continue
            }
            let identity = person.identities.first { $0.contains("@") } ?? person.identities.first ?? person.name
            mentions.append(PersonMention(identity: identity, name: person.name, role: .mentioned))
        }
        return mentions
    }
}
