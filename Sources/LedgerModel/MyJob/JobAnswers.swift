/// What a person writes into the boxes of *Your job in five questions*, one item a line.
package struct JobAnswers: Sendable, Hashable {
    private var texts: [JobBox: String] = [:]

    package init() {}

    /// The text of a box; empty if nothing is written in it.
    package subscript(_ box: JobBox) -> String {
        get { texts[box] ?? "" }
        set { texts[box] = newValue.isEmpty ? nil : newValue }
    }

    /// The largest number of lines in a box.
    package static let mostLines = 200
    /// The longest text of a box, in bytes.
    package static let longestBox = 65_536
    /// The longest line, in bytes.
    package static let longestLine = 4_000

    /// A hash of the words. A form carries it, so that saving can tell whether My job has changed since the form was
    /// made.
    package var stamp: String {
        let words = JobBox.allCases.map { "\($0.rawValue)\u{0}\(self[$0])" }.joined(separator: "\u{0}")
        return String(contentHash(words).prefix(16))
    }

    /// The lines of a text, with any line ending.
    package static func lines(of text: String) -> [String] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    }
}

/// The boxes of the five questions; the third has two.
package enum JobBox: String, Sendable, CaseIterable {
    case measured, deciders
    case working, possible
    case next
    case notMine = "not_mine"

    /// From 1 to 5.
    package var number: Int {
        switch self {
        case .measured: 1
        case .deciders: 2
        case .working, .possible: 3
        case .next: 4
        case .notMine: 5
        }
    }

    package var question: String {
        switch self {
        case .measured: "What are you judged on?"
        case .deciders: "Who decides about you?"
        case .working, .possible: "When do you work, and which hours could be yours?"
        case .next: "What do you want next?"
        case .notMine: "What lands on you that is not yours?"
        }
    }

    /// The label of the box.
    package var label: String {
        switch self {
        case .measured: "What I am judged on"
        case .deciders: "Who decides about me"
        case .working: "When I work"
        case .possible: "Hours outside work that could be mine"
        case .next: "What I want to learn or do next"
        case .notMine: "Someone else’s, on my desk"
        }
    }

    package var hint: String {
        switch self {
        case .measured: "One thing a line. After a colon what is measured, after a comma the target."
        case .deciders: "One person a line, with an address if you like."
        case .working: "Left empty, Monday to Friday, 9:00 to 17:00, is assumed."
        case .possible: "Early mornings, an evening: hours in which something of your own could happen."
        case .next: "One goal a line."
        case .notMine: "One thing a line, and after a colon whose it is."
        }
    }

    package var examples: [String] {
        switch self {
        case .measured: ["Restores that work: minutes of the quarterly drill, under 60", "People we keep"]
        case .deciders: ["Maria Keller <maria@example.org>", "Ivo Brandt"]
        case .working: ["Mon-Thu 9:00-17:00", "Fri 9:00-13:00"]
        case .possible: ["Tue, Thu 7:30-9:00"]
        case .next: ["Lead the platform team", "Statistics for operations"]
        case .notMine: ["Printers: Facilities", "Visitor badges: Front desk"]
        }
    }
}
