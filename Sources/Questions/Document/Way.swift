package import LedgerModel

/// A way on: a command in a terminal, a page on the local web.
package enum Way: Sendable, Hashable {
    /// A command that no page stands for; empty for none.
    case command(String)
    /// A responsibility by key, whose measure was never agreed; empty for any.
    case agree(String)
    case setUp, calendar, repository, sources, sort, review, fiveLines, notes, oneOnOnes, job, task, me, note,
        lookAround
    /// Known sources once more, or a newer file of one that was dropped.
    case readAgain, drop
    /// Everything that is held about somebody.
    case held(PublicID)
    /// A quarter by its name, as 2026-Q1.
    case quarter(String)

    /// As a link says it.
    package var label: String {
        switch self {
        case .command(let command): command
        case .agree: "Measures to agree"
        case .setUp: "Your job in five questions"
        case .calendar: "Add a calendar"
        case .repository: "Add a repository"
        case .sources: "Sources"
        case .sort: "Sort the hours"
        case .review: "The weekly review"
        case .fiveLines: "Five lines for my director"
        case .notes: "Notes I already have"
        case .oneOnOnes: "My 1:1s"
        case .job: "My job, as text"
        case .task: "A task from the career angle"
        case .me: "Say which address is yours"
        case .note: "a line in the box above"
        case .lookAround: "A made-up year"
        case .readAgain, .drop: "Sources"
        case .held: "all of it"
        case .quarter(let name): "the quarter \(name)"
        }
    }

    /// What is typed in a terminal.
    package var command: String {
        switch self {
        case .command(let command): command
        case .agree(let key): "limelight scope agree \(key.isEmpty ? "NAME" : key)"
        case .setUp: "limelight setup"
        case .calendar: "limelight import calendar work.ics"
        case .repository, .sources: "limelight import auto ~"
        case .sort: "limelight sort"
        case .review: "limelight review"
        case .fiveLines: "limelight claim five"
        case .notes: "limelight import notes FILE"
        case .oneOnOnes: "limelight backstage one-on-ones"
        case .job: "limelight frame edit"
        case .task: "limelight picture task \"restore drill for the archive\""
        case .me: "limelight me add you@example.org"
        case .note: "limelight log \"…\" --for 50m"
        case .lookAround: "limelight demo"
        case .readAgain: "limelight sync"
        case .drop: "limelight serve"
        case .quarter(let name): "limelight review --quarter --in \(name)"
        case .held(let person): "limelight people show \(person) --all"
        }
    }
}

extension Document.Block {
    /// What would stand here, and the one command that fills it.
    package static func empty(_ text: String, command: String) -> Document.Block { .empty(text, .command(command)) }
}
