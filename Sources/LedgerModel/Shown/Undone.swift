/// What `undo` takes back, and `redo` brings back.
package struct Undone: Sendable, Hashable {
    package let verb: String
    package let subject: String
    package let at: Instant
    /// The text of the note, result or person that was acted on; `nil` if it has none.
    package var title: String?
    /// The people or addresses that it was about, if it was about any.
    package var names: [String] = []
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
        case "kind": return "the kind of work of\(named.isEmpty ? " a piece" : named)"
        case "learn": return "what was learned of kinds of work in step \(subject)"
        case "blocks":
            return "what you said of\(named.isEmpty ? " the time you set aside" : named)"
        case "block": return "the answer about \(title ?? "time for you")"
        case "sort": return "the answer\(title.map { " about \($0)" } ?? "")"
        case "sort-kind": return "the kind of work\(title.map { " of \($0)" } ?? " of an answer")"
        case "job": return "the last change of My job"
        case "agree": return "that a measure was agreed"
        case "me": return "the last change of who you are\(names.isEmpty ? "" : ": \(listed(""))")"
        case "answer": return "an answer about\(named.isEmpty ? " a calendar" : named)"
        case "merge": return "that \(listed("two people")) are one"
        case "split", "apart": return "that \(listed("two people")) are two"
        case "put-off": return "that the question about \(listed("two people")) was put off"
        case "program": return "that \(listed("somebody")) is a program"
        case "no-program": return "that \(listed("somebody")) is a person"
        case "rest": return "that \(listed("somebody")) rests"
        case "wake": return "that there is advice about \(listed("somebody")) again"
        case "fine": return "that \(fine) is fine"
        case "advise": return "that there is advice again where \(fine)"
        case "default": return "what\(named.isEmpty ? " a source" : named) is for"
        case "open-to": return "to whom\(named.isEmpty ? " a repository" : named) is open"
        case "claim": return "the result\(named)"
        case "lines": return "the lines you wrote together"
        case "notes": return "what you kept of your notes"
        case "strike": return "that\(named.isEmpty ? " something" : named) is no result"
        case "result-later": return "that the question about\(named.isEmpty ? " a result" : named) was put off"
        case "result-join": return "that\(named.isEmpty ? " something" : named) is one with another candidate"
        case "result-part": return "that parts of\(named.isEmpty ? " something" : named) are something else"
        case "cite": return "the evidence added to\(named.isEmpty ? " a result" : named)"
        case "change": return "the change of\(named.isEmpty ? " a result" : named)"
        case "reword": return "the new words of\(named.isEmpty ? " a result" : named)"
        case "talk": return "the lines you wrote together"
        case "tick": return "that\(named.isEmpty ? " an open line" : named) is done"
        case "decline": return "that\(named.isEmpty ? " an open line" : named) was turned down"
        case "dismiss": return "the dismissal of\(named.isEmpty ? " a result" : named)"
        case "tell":
            return "that\(named.isEmpty ? " a result" : named) was told\(names.isEmpty ? "" : " to \(listed(""))")"
        case "heard": return "what \(listed("somebody")) said of\(named.isEmpty ? " a result" : named)"
        default: return verb
        }
    }

    /// What was called fine. Which measure is not told, since the name of a responsibility may be forgotten meanwhile.
    private var fine: String { Fine(id: subject)?.words { _ in "" } ?? "a measure is not agreed" }

    /// `Maria Keller and M. Keller`; `other` if nobody is named.
    private func listed(_ other: String) -> String {
        guard let last = names.last else { return other }
        guard names.count > 1 else { return last }
        let shown = names.count > 4 ? Array(names.prefix(3)) + ["\(names.count - 3) more"] : names
        return shown.dropLast().joined(separator: ", ") + " and " + (names.count > 4 ? shown[3] : last)
    }

    /// How old it is: `of today, 9:30`, `of yesterday, 17:45`, `of 12 March 2026, 9:30, 5 days ago`.
    package func age(_ now: Instant, _ zones: ZoneHistory) -> String {
        let civil = zones.civil(at)
        switch zones.day(of: now) - civil.day {
        case ...0: return "of today, \(civil.clock)"
        case 1: return "of yesterday, \(civil.clock)"
        case let days: return "of \(Period.date(civil.day)), \(civil.clock), \(days) days ago"
        }
    }

    /// Whether the person is asked before it is taken back: it is from before today.
    package func isOld(_ now: Instant, _ zones: ZoneHistory) -> Bool { zones.day(of: at) < zones.day(of: now) }

    /// What it was if it cannot be undone; `nil` if it can.
    package var final: FinalAct? { FinalAct(rawValue: verb) }
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
