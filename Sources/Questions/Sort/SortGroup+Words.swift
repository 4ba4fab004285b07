package import LedgerModel

/// What a group is called on screen.
extension SortGroup {
    /// `“Stand-up”`, `“patching” of fleet-config`, `private time`.
    package var title: String {
        switch kind {
        case .untitled: within.isEmpty ? "time without a title" : "time without a title in “\(within)”"
        case .folder, .ticket: within.isEmpty ? "“\(name)”" : "“\(name)” of \(within)"
        case .opening: "“\(name): …”"
        case .tag: "#\(name)"
        default: isRest ? "what is left of “\(name)”" : "“\(name)”"
        }
    }

    /// What it is, without its name: `repository`, `meeting in Work`.
    package var what: String {
        let place = within.isEmpty ? "" : " in \(within)"
        switch kind {
        case .project: return "repository"
        case .folder:
            return name.contains(", ") ? "folders of the repository \(within)" : "folder of the repository \(within)"
        case .ticket: return "kind of ticket\(place)"
        case .calendar: return "calendar"
        case .title: return (isMeeting ? "meeting" : "written down") + place
        case .numbered: return (isMeeting ? "meetings" : "notes") + " that differ in their numbers\(place)"
        case .opening: return (isMeeting ? "meetings" : "notes") + " that begin alike\(place)"
        case .tag: return "notes with this tag"
        case .untitled: return isMeeting ? "calendar" : "written down"
        }
    }

    /// `46 pieces, usually with 4 others`.
    package var size: String {
        let count = Words.digits(pieces.count, "piece")
        guard headCount > 0 else { return count }
        return "\(count), usually with \(Words.count(headCount, "other"))"
    }

    /// What its hours rest on.
    package var ref: EvidenceRef { EvidenceRef(pieces: pieces) }

    /// `46 h of “Release: go or no go”. What was it for?`
    package var question: [Document.Span] {
        [.figure(Hours.text(seconds), ref), .text(" of \(title). What was it for?")]
    }

    /// The group in the words of its own examples and parts: `roles 210 h, patching 33 h`.
    package var partsText: String {
        let shown = parts.prefix(4).map { "\($0.name.isEmpty ? "without a title" : $0.name) \(Hours.text($0.seconds))" }
        let rest = parts.count - shown.count
        return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}

extension Rule {
    /// What a rule that an answer wrote speaks of; nil for others.
    package var sortedTitle: String? {
        guard key.hasPrefix("sort-") else { return nil }
        if let title = when.title { return TitlePattern.plain(title) }
        if let path = when.path.first { return path.replacing("/**", with: "") }
        return when.tag.first.map { "#" + $0 } ?? when.project.first ?? when.calendar.first
    }
}
