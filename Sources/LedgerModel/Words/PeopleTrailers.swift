/// Lines of a commit message that say who else had a part in it (`Co-authored-by: Name <mail>`), wherever they
/// stand; other trailers (`Change-Id`, `Refs`) say nothing of people.
package enum PeopleTrailers {
    /// The message without such lines, and what goes on in indented lines below them.
    package static func stripped(_ message: String) -> String {
        let lines = message.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var kept: [Substring] = []
        var isWithin = false
        for line in lines {
            let isIndented = line.first == " " || line.first == "\t"
            if isWithin, isIndented, key(of: line) == nil, !line.allSatisfy(\.isWhitespace) { continue }
            isWithin = namesSomebody(line)
            if !isWithin { kept.append(line) }
        }
        return kept.count == lines.count ? message : joined(kept)
    }

    /// A subject that took in trailers because no empty line stands before them.
    package static func stripped(subject: String) -> String {
        guard subject.contains("@") else { return subject }
        var kept: [Substring] = []
        var words = subject.split(separator: " ", omittingEmptySubsequences: false)[...]
        while let word = words.first {
            let end = words.prefix(longestName).firstIndex {
                $0.hasPrefix("<") && $0.contains("@") && $0.hasSuffix(">")
            }
            if word.hasSuffix(":"), !kept.isEmpty, let end, end > words.startIndex, isPerson(key: word.dropLast()) {
                words = words[(end + 1)...]
            } else {
                kept.append(word)
                words = words.dropFirst()
            }
        }
        return kept.joined(separator: " ")
    }

    /// In words, with the key before it and the address behind it.
    private static let longestName = 8

    /// Lines again as a text, without empty ones at its end, or two where one was.
    static func joined(_ lines: [Substring]) -> String {
        var result: [Substring] = []
        for line in lines {
            let isEmpty = line.allSatisfy(\.isWhitespace)
            if isEmpty, result.last.map({ $0.allSatisfy(\.isWhitespace) }) ?? true { continue }
            result.append(line)
        }
        while let last = result.last, last.allSatisfy(\.isWhitespace) { result.removeLast() }
        return result.joined(separator: "\n")
    }

    private static func namesSomebody(_ line: Substring) -> Bool {
        guard let (key, value) = parts(of: line) else { return MailList.isAll(line) }
        if isPerson(key: key) { return true }
        let small = dashed(key)
        guard !ids.contains(small) else { return false }
        if small.hasSuffix("-by") { return value.contains("@") }
        return sometimes.contains(small) ? MailList.holdsAddress(value) : MailList.holdsNamed(value)
    }

    private static func key(of line: Substring) -> Substring? { parts(of: line)?.key }

    /// `Key: value`, also where a squashed message indents or lists it.
    private static func parts(of line: Substring) -> (key: Substring, value: Substring)? {
        let text = line.drop { $0.isWhitespace || $0 == "*" || $0 == "-" || $0 == ">" || $0 == "•" }
        guard let colon = text.prefix(longestKey).firstIndex(of: ":") else { return nil }
        let key = text[..<colon]
        guard key.first?.isLetter == true, key.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == " " }),
            key.split(whereSeparator: { $0 == " " || $0 == "-" }).count <= 6
        else { return nil }
        return (key, text[text.index(after: colon)...])
    }

    private static let longestKey = 48

    private static func dashed(_ key: Substring) -> String {
        key.lowercased().split { $0 == " " || $0 == "-" }.joined(separator: "-")
    }

    /// Whether whatever follows is somebody.
    private static func isPerson(key: Substring) -> Bool {
        let small = dashed(key)
        if always.contains(small) { return true }
        guard small.hasSuffix("-by") else { return false }
        let words = small.dropLast(3).split(separator: "-")
        return words.contains { deeds.contains(String($0)) }
    }

    /// What one does to a change: `Reviewed-by`, `Reported-and-tested-by`.
    private static let deeds: Set = [
        "authored", "coauthored", "developed", "codeveloped", "reviewed", "reviwed", "signed", "acked", "acknowledged",
        "nacked", "tested", "suggested", "reported", "requested", "helped", "mentored", "approved", "inspired",
        "spotted", "noticed", "diagnosed", "debugged", "proposed", "pointed", "contributed", "committed", "submitted",
        "verified", "checked", "okayed", "commented", "discussed", "paired", "programmed", "written", "improved",
        "analyzed", "analysed", "bisected", "found", "discovered", "coached", "sponsored", "patch", "idea", "help",
        "review", "report", "designed", "documented", "translated", "investigated", "supported", "assisted",
    ]

    private static let always: Set = [
        "cc", "bcc", "author", "authors", "co-author", "co-authors", "coauthor", "coauthors", "original-author",
        "reviewer", "reviewers", "reporter", "reporters", "tester", "testers", "approver", "approvers", "assignee",
        "assignees", "committer", "thanks-to", "credit-to", "credits-to", "kudos-to", "paired-with", "pair-with",
        "pairing-with", "bug-reporter", "mentor", "mentors",
    ]

    /// Somebody where an address stands.
    private static let sometimes: Set = [
        "to", "from", "thanks", "credit", "credits", "kudos", "pair", "helped", "maintainer", "contact", "with",
    ]

    /// What looks like an address and is an id.
    private static let ids: Set = ["message-id", "in-reply-to", "references", "link", "list-id", "change-id", "refs"]
}

extension EvidenceDraft {
    /// What a source said without who else was there: nobody that it names, no people's trailers of a commit, no
    /// lists of guests in the description of an event. How many there were stays, and names in titles and sentences.
    package var withoutPeople: EvidenceDraft {
        var draft = self
        draft.people = []
        switch kind {
        case .commit:
            draft.title = PeopleTrailers.stripped(subject: title)
            draft.body = PeopleTrailers.stripped(body)
        // An event titled `log: …` is a note.
        case .event: draft.body = InvitedInText.stripped(body)
        case .note where externalID.hasPrefix("event/"): draft.body = InvitedInText.stripped(body)
        default: break
        }
        return draft
    }
}
