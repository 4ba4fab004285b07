import LedgerModel

extension Forgotten {
    /// A draft as it is kept where one of those forgotten was the only other one: without single words of their
    /// names in its title and tags, and in its text where they begin with a capital letter.
    func scrubAlone(_ draft: EvidenceDraft) -> EvidenceDraft {
        guard draft.kind != .commit, let standIn = onlyOther(draft.people) else { return draft }
        return scrub(draft, partsOf: standIn)
    }

    func scrub(_ draft: EvidenceDraft, partsOf standIn: String) -> EvidenceDraft {
        var draft = draft
        draft.title = scrubbed(draft.title, partsOf: standIn)
        draft.body = scrubbed(draft.body, partsOf: standIn, isText: true)
        draft.tags = draft.tags.map { scrubbed($0, partsOf: standIn) }
        return draft
    }

    /// Who stands for the one other person that was not declining; nil where there were more, or somebody else.
    func onlyOther(_ people: [PersonMention]) -> String? {
        var found: Set<String> = []
        for person in people where !isMine(person.identity) {
            if isStandIn(person.identity) {
                found.insert(person.identity)
            } else if person.participation != "declined" {
                return nil
            }
        }
        return found.count == 1 ? found.first : nil
    }

    /// Without single words of the names of somebody who was forgotten.
    ///
    /// - Parameter isText: Only words that begin with a capital letter: a name may be a common word as well.
    func scrubbed(_ text: String, partsOf standIn: String, isText: Bool = false) -> String {
        var result = ""
        var copied = text.startIndex
        for word in WholeWords(text).words
        where (!isText || text[word].first?.isLowercase == false) && isPart(text[word], of: standIn) {
            result += text[copied..<word.lowerBound] + Self.mark
            copied = word.upperBound
        }
        return copied == text.startIndex ? text : result + text[copied...]
    }

    func isStandIn(_ identity: String) -> Bool { identity.hasPrefix(Self.name + "-") }
}
