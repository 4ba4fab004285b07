/// A question that a calendar raises: asked once, answered any time, and undoable.
package enum CalendarQuestion: Sendable, Hashable {
    /// Whether the address that owns the calendar is the person’s.
    case owner(String)
    /// What of a shared calendar is the person’s.
    case shared
    /// Whether busy events that list nobody were meetings.
    case unlisted
    /// Whether the person is in the group through which events came.
    case group(String)
    /// Whether days that say leave, but are shown as free, were the person’s days off.
    case freeDays

    /// The word for it in the terminal and in forms.
    package var word: String {
        switch self {
        case .owner: "owner"
        case .shared: "shared"
        case .unlisted: "meetings"
        case .group: "group"
        case .freeDays: "days"
        }
    }

    package struct Choice: Sendable, Hashable {
        package var word: String
        package var label: String
    }

    /// The answers that it takes.
    package var choices: [Choice] {
        switch self {
        case .owner(let address):
            [
                .init(word: "yes", label: "\(address) is me"), .init(word: "no", label: "Somebody else"),
                .init(word: "group", label: "A group that I am in"),
            ]
        case .shared:
            [
                .init(word: "nothing", label: "Nothing"), .init(word: "days-off", label: "Days off only"),
                .init(word: "named", label: "What names me"),
            ]
        case .unlisted:
            [.init(word: "yes", label: "They were meetings"), .init(word: "no", label: "They were not")]
        case .group:
            [.init(word: "yes", label: "I am in that group"), .init(word: "no", label: "I am not")]
        case .freeDays:
            [.init(word: "yes", label: "My days off"), .init(word: "no", label: "Not mine")]
        }
    }
}

extension CalendarQuestion {
    /// The label of the answer that was given; `nil` if none was.
    package func said(_ answers: CalendarAnswers, me: Set<String>) -> String? {
        func label(_ word: String) -> String? { choices.first { $0.word == word }?.label }
        func label(_ answer: Bool?) -> String? { answer.flatMap { label($0 ? "yes" : "no") } }
        switch self {
        case .owner(let address), .group(let address):
            if me.contains(address) { return label("yes") }
            if answers.groups.contains(address) { return label("group") ?? label("yes") }
            return answers.notMine.contains(address) ? label("no") : nil
        case .shared: return answers.shared.flatMap { label($0.rawValue) }
        case .unlisted: return label(answers.busyWereMeetings)
        case .freeDays: return label(answers.freeDaysAreMine)
        }
    }
}
