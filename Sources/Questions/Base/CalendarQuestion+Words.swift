package import LedgerModel

extension CalendarQuestion {
    /// What was found in the calendar.
    package func found(_ traits: CalendarTraits) -> String {
        switch self {
        case .owner(let address):
            "Most of its events name \(address)."
        case .shared:
            "It looks shared: \(traits.namingMe == 0 ? "none" : "\(traits.namingMe)") of its \(traits.naming) events with "
                + "people \(traits.namingMe <= 1 ? "names" : "name") you."
        case .unlisted:
            "It lists nobody: \(Words.digits(traits.unlisted, "event")) inside working hours "
                + "(\(Hours.inHours(traits.unlistedSeconds))) \(traits.unlisted == 1 ? "is" : "are") shown as busy and "
                + "\(traits.unlisted == 1 ? "names" : "name") no people. A published address leaves them out; a file has them."
        case .group(let address):
            "\(Words.count(traits.throughGroup, "event").sentence) came to \(address) and "
                + "\(traits.throughGroup == 1 ? "does" : "do") not name you."
        case .freeDays:
            "\(Words.count(traits.freeDays, "whole day").sentence) \(traits.freeDays == 1 ? "says" : "say") leave and "
                + "\(traits.freeDays == 1 ? "is" : "are") shown as free."
        }
    }

    /// What holds until the person answers; empty if nothing changes before.
    package var meanwhile: String {
        switch self {
        case .owner: " Until you answer, events that do not name you are somebody else’s."
        case .shared: " Until you answer, nothing of it counts."
        case .unlisted, .group, .freeDays: ""
        }
    }

    package var asked: String {
        switch self {
        case .owner(let address): "Is \(address) you?"
        case .shared: "What of it is yours?"
        case .unlisted: "Were they meetings?"
        case .group: "Are you in that group?"
        case .freeDays: "Were they your days off?"
        }
    }
}

/// A calendar of which much counts only once the person has answered.
package struct AskingCalendar: Sendable {
    private let source: Source
    private let question: CalendarQuestion

    package init(_ source: Source, _ question: CalendarQuestion) {
        self.source = source
        self.question = question
    }

    /// `406 busy events in Calendar (215 h) list nobody. Were they meetings?`
    private var text: String {
        switch question {
        case .unlisted:
            "\(Words.digits(source.traits.unlisted, "busy event")) in \(source.name) "
                + "(\(Hours.inHours(source.traits.unlistedSeconds))) list nobody. Were they meetings?"
        case .owner(let address): "Most events in \(source.name) name \(address). Is that you?"
        default: "\(source.name) looks shared, and nothing of it counts until you say what is yours."
        }
    }

    /// The question behind the base of an answer, and where to answer it.
    var spans: [Document.Span] { [.soft(" " + text + " "), .offer(.calendarQuestions), .soft(".")] }

    /// The same as a line of its own.
    package var advice: Advice { "\(text) \(offer: .calendarQuestions)" }
}

extension CalendarQuestion {
    /// Whether hours hang on it.
    package var isWeighty: Bool {
        switch self {
        case .owner, .shared, .unlisted: true
        case .group, .freeDays: false
        }
    }
}
