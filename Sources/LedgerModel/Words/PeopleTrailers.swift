/// Finds the lines of a commit message that say who else took part (`Co-authored-by: Name <mail>`), anywhere in the
/// message. Other trailers (`Change-Id`, `Refs`) do not name people.
package enum PeopleTrailers {
    /// The message without such lines and their indented continuation lines.
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

    /// A subject without the trailers that git joined to it because no empty line separated them.
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

    /// The longest name in words, including the key before it and the address after it.
    private static let longestName = 8

    /// Joins lines to a text, without empty lines at its end and without doubling empty lines.
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

    /// `Key: value`, even if a squashed message indents it or makes it a list item.
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

    /// Whether any value of this key is a person.
    private static func isPerson(key: Substring) -> Bool {
        let small = dashed(key)
        if always.contains(small) { return true }
        guard small.hasSuffix("-by") else { return false }
        let words = small.dropLast(3).split(separator: "-")
        return words.contains { deeds.contains(String($0)) }
    }

    /// What people do to a change: `Reviewed-by`, `Reported-and-tested-by`.
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

    /// Keys whose value is a person only if it has an address.
    private static let sometimes: Set = [
        "to", "from", "thanks", "credit", "credits", "kudos", "pair", "helped", "maintainer", "contact", "with",
    ]

    /// Keys whose value looks like an address but is an id.
    private static let ids: Set = ["message-id", "in-reply-to", "references", "link", "list-id", "change-id", "refs"]
}

extension EvidenceDraft {
    /// The draft without other people: without those that its source names, people's trailers of a commit and lists of
    /// guests in the description of an event. The number of people and names in titles and sentences stay.
    package var withoutPeople: EvidenceDraft {
        var draft = self
        draft.people = []
        switch kind {
        case .commit:
            draft.title = PeopleTrailers.stripped(subject: title)
            draft.body = PeopleTrailers.stripped(body)
        // A note with this prefix was an event titled `log: …`.
        case .event: draft.body = InvitedInText.stripped(body)
        case .note where externalID.hasPrefix("event/"): draft.body = InvitedInText.stripped(body)
        default: break
        }
        return draft
    }
}
