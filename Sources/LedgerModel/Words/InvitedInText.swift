/// Finds lists of guests in the description of an event, as invitations and forwarded mails contain them:
/// `Attendees: …`, `Teilnehmer:` with bullets below, `From: Name <mail>`, or lines of addresses.
package enum InvitedInText {
    /// The description without such lists and without links to addresses. Sentences stay.
    package static func stripped(_ description: String) -> String {
        let text = withoutMailLinks(description)
        let isMarkedUp = isMarkup(text)
        let lines = (isMarkedUp ? brokenAtTags(text) : text).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var kept: [Substring] = []
        var state = State.outside
        for line in lines {
            let plain = isMarkedUp ? withoutTags(line) : line
            // A line of tags alone between two items does not end their list.
            if state == .list, isMarkedUp, plain.allSatisfy(\.isWhitespace) { continue }
            state = next(plain, state)
            if state == .outside { kept.append(line) }
        }
        return kept.count == lines.count ? text : PeopleTrailers.joined(kept)
    }

    /// `list`: below a label on a line of its own; `open`: after a line that breaks off inside its list.
    private enum State { case outside, line, list, open }

    private static func next(_ line: Substring, _ state: State) -> State {
        let isEmpty = line.allSatisfy(\.isWhitespace)
        if isEmpty { return .outside }
        if let (label, value) = labelled(line) {
            let isGuests = guests.contains(label)
            if value.allSatisfy(\.isWhitespace) { return isGuests ? .list : .outside }
            guard isGuests || MailList.holdsAddress(value) else { return .outside }
            return goesOn(line) ? .open : .line
        }
        if MailList.isAll(line) { return goesOn(line) ? .open : state == .list ? .list : .line }
        switch state {
        case .list where isItem(line): return .list
        case .open: return goesOn(line) ? .open : .line
        default: return .outside
        }
    }

    private static func goesOn(_ line: Substring) -> Bool {
        let last = line.last { !$0.isWhitespace }
        return last == "," || last == ";"
    }

    /// A bullet, or a name on a line of its own.
    private static func isItem(_ line: Substring) -> Bool {
        let text = line.drop(while: \.isWhitespace)
        if let first = text.first, "*-•·–".contains(first) || first.isNumber { return true }
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.count <= 5 && MailList.holdsAddress(text)
            || words.count <= 4 && words.allSatisfy { $0.first?.isUppercase == true || $0.first == "(" }
                && !".?!:".contains(text.last ?? " ")
    }

    private static func labelled(_ line: Substring) -> (label: String, value: Substring)? {
        let text = line.drop { $0.isWhitespace || "*-•_#>".contains($0) }
        guard let colon = text.prefix(40).firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
        let label = text[..<colon].filter { $0 != "*" && $0 != "_" }.folded
            .split { !$0.isLetter }.filter { $0 != "s" }.joined(separator: " ")
        guard guests.contains(label) || heads.contains(label) else { return nil }
        return (label, text[text.index(after: colon)...].drop { $0 == "*" || $0 == "_" })
    }

    /// Labels that people follow, with or without an address. Folded.
    private static let guests: Set = [
        "attendees", "attendee", "participants", "participant", "guests", "guest", "guest list", "invitees", "invited",
        "invited by", "required attendees", "optional attendees", "required participants", "optional participants",
        "organizer", "organiser", "organizers", "organisers", "organized by", "organised by", "hosted by", "created by",
        "booked by", "scheduled by", "teilnehmer", "teilnehmende", "teilnehmerinnen", "teilnehmer innen", "gaste",
        "eingeladen", "eingeladen von", "organisator", "organisatorin", "erforderliche teilnehmer",
        "optionale teilnehmer", "participants obligatoires", "invites", "organisateur", "asistentes", "invitados",
        "organizador", "partecipanti", "invitati", "organizzatore", "deelnemers", "genodigden", "uczestnicy",
        "organizator", "convidados", "deltagare",
    ]

    /// Labels that a person follows only if there is an address. Folded.
    private static let heads: Set = [
        "from", "to", "cc", "bcc", "with", "required", "optional", "host", "hosts", "contact", "sender", "reply to",
        "sent by", "present", "absent", "apologies", "regrets", "presenter", "presenters", "speaker", "speakers",
        "facilitator", "chair", "moderator", "scribe", "who", "wer", "von", "an", "mit", "erforderlich", "veranstalter",
        "moderation", "protokoll", "de", "a", "para", "da", "van", "aan",
    ]

    /// `<a href="mailto:…">…</a>`
    private static func withoutMailLinks(_ text: String) -> String {
        guard text.contains("mailto:") else { return text }
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            result += rest[..<open]
            rest = rest[open...]
            let tag = rest.prefix(longestLink).prefix { $0 != ">" }
            let small = tag.lowercased()
            if small.hasPrefix("<a "), small.contains("mailto:"), let end = end(ofLink: rest) {
                rest = rest[end...]
            } else {
                result += rest.prefix(1)
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }

    private static func end(ofLink text: Substring) -> Substring.Index? {
        let near = text.prefix(longestLink)
        var rest = near.dropFirst()
        while let open = rest.firstIndex(of: "<") {
            if near[open...].prefix(4).lowercased() == "</a>" { return near.index(open, offsetBy: 4) }
            rest = near[near.index(after: open)...]
        }
        return nil
    }

    private static let longestLink = 2_000

    private static func isMarkup(_ text: String) -> Bool {
        let small = text.lowercased()
        return ["<br", "<p>", "<p ", "<li", "<div", "<ul", "<td"].contains(where: small.contains)
    }

    /// Adds a line break wherever a tag begins or ends a line.
    private static func brokenAtTags(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            result += rest[..<open]
            rest = rest[open...]
            let name = rest.dropFirst().prefix { $0.isLetter || $0 == "/" }.lowercased()
            guard let close = rest.firstIndex(of: ">") else { break }
            let tag = rest[...close]
            let isBreak = ["br", "br/", "p", "/p", "li", "/li", "div", "/div", "ul", "/ul", "tr", "/tr"].contains(name)
            result += isBreak ? (name.hasPrefix("/") || name.hasPrefix("br") ? tag + "\n" : "\n" + tag) : tag
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// The line as a person reads it: without tags, but with brackets around addresses.
    private static func withoutTags(_ line: Substring) -> Substring {
        var result = ""
        var rest = line
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            result += rest[..<open]
            let inside = rest[rest.index(after: open)..<close]
            if MailList.isAddress(inside) { result += "<\(inside)>" }
            rest = rest[rest.index(after: close)...]
        }
        result += rest
        for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&amp;", "&")] {
            result = result.replacing(entity, with: character)
        }
        return result[...]
    }
}
