/// What `undo` took back.
package struct Undone: Sendable, Hashable {
    package let verb: String
    package let subject: String
    package let at: Instant
    /// The text of the note, result or person that was acted on; `nil` if it has none.
    package var title: String?
    /// Whether it was about who the person is, so that repositories have to be read again.
    package var changedMe = false

    package init(verb: String, subject: String, at: Instant) {
        self.verb = verb
        self.subject = subject
        self.at = at
    }

    /// What was taken back, worded to follow “Took back”: `the note “restore drill”`.
    package var sentence: String {
        let named = title.map { " “\($0)”" } ?? ""
        switch verb {
        case "log": return "the note\(named)"
        case "start": return "the start of a timer"
        case "stop": return "the end of the timer\(named)"
        case "edit": return "the change of\(named.isEmpty ? " a note" : named)"
        case "remove": return "the removal of\(named.isEmpty ? " a note" : named)"
        case "correct": return "what you said of\(named.isEmpty ? " a piece" : named)"
        case "blocks":
            return "what you said of\(named.isEmpty ? " the time you set aside" : named)"
        case "block": return "the answer\(named.isEmpty ? " about time for you" : " about\(named)")"
        case "sort": return "the answer\(named.isEmpty ? "" : " about\(named)")"
        case "job": return "the last change of My job"
        case "agree": return "that a measure was agreed"
        case "me": return "the last change of who you are"
        case "answer": return "an answer about\(named.isEmpty ? " a calendar" : named)"
        case "merge": return "that two people are one"
        case "split", "apart": return "that two people are two"
        case "put-off": return "that a question about people was put off"
        case "program": return "that somebody is a program"
        case "no-program": return "that somebody is a person"
        case "rest": return "that somebody rests"
        case "wake": return "that there is advice about somebody again"
        case "default": return "what a source is for"
        case "open-to": return "to whom a repository is open"
        case "claim": return "the result\(named)"
        case "lines": return "the lines you wrote together"
        case "cite": return "the evidence added to\(named.isEmpty ? " a result" : named)"
        case "change": return "the change of\(named.isEmpty ? " a result" : named)"
        case "reword": return "the new words of\(named.isEmpty ? " a result" : named)"
        case "talk": return "the lines you wrote together"
        case "tick": return "that\(named.isEmpty ? " an open line" : named) is done"
        case "decline": return "that\(named.isEmpty ? " an open line" : named) was turned down"
        case "dismiss": return "the dismissal of\(named.isEmpty ? " a result" : named)"
        case "tell": return "that\(named.isEmpty ? " a result" : named) was told"
        case "heard": return "what somebody said of\(named.isEmpty ? " a result" : named)"
        default: return verb
        }
    }
}

/// An act that cannot be undone. `undo` names it and stops there.
package enum FinalAct: String, Sendable, CaseIterable {
    case forgotPieces = "forget"
    case forgotPerson = "forget-person"
    case madePrivate = "private"

    /// Worded to follow “the last thing you did was to”.
    package var name: String {
        switch self {
        case .forgotPieces: "forget something for good"
        case .forgotPerson: "forget somebody for good"
        case .madePrivate: "make something private for good"
        }
    }
}

/// A timer that has begun and not yet ended.
package struct OpenTimer: Sendable, Hashable, Codable {
    package var at: Instant
    package var text: String
    package var people: [PersonMention]
    package var tags: [String]
    package var utcOffset: Int32
    package var zone: String

    package init(
        at: Instant, text: String, people: [PersonMention] = [], tags: [String] = [], utcOffset: Int32 = 0,
        zone: String = "UTC"
    ) {
        self.at = at
        self.text = text
        self.people = people
        self.tags = tags
        self.utcOffset = utcOffset
        self.zone = zone
    }
}
