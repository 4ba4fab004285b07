/// The entries of the navigation.
package enum PageEntry: String, Sendable, CaseIterable {
    case today, scope, `guard`, picture, backstage, value, ledger
    case oneOnOnes = "one-on-ones"
    case fiveLines = "five-lines"
    case timeline, sources, sort
    case myJob = "job"
    case setup, notes, people, search
    case review, quarter

    package var label: String {
        switch self {
        case .today: "Today"
        case .scope: "Where my time goes"
        case .guard: "Time for me"
        case .picture: "Where this leads"
        case .backstage: "Behind the scenes"
        case .value: "What I changed"
        case .ledger: "Ledger"
        case .timeline: "Timeline"
        case .sources: "Sources"
        case .sort: "Sort"
        case .myJob: "My job"
        case .setup: "Five questions"
        case .oneOnOnes: "My 1:1s"
        case .fiveLines: "Five lines"
        case .notes: "Notes I have"
        case .people: "People"
        case .search: "Search"
        case .review: "Weekly review"
        case .quarter: "The quarter"
        }
    }

    package var path: String { self == .today ? "/" : "/\(rawValue)" }

    /// The letter that opens it after `g`; empty for what is inside the ledger.
    var key: String {
        switch self {
        case .today: "t"
        case .scope: "w"
        case .guard: "m"
        case .picture: "l"
        case .backstage: "b"
        case .value: "c"
        case .ledger: "e"
        case .oneOnOnes, .fiveLines, .timeline, .sources, .sort, .myJob, .setup, .notes, .people, .search, .review,
            .quarter:
            ""
        }
    }

    /// The entry it shows below while one is inside that; nil for the seven that always show.
    package var parent: PageEntry? {
        switch self {
        case .timeline, .sources, .sort, .myJob, .setup, .notes, .people, .search: .ledger
        case .review, .quarter: .today
        case .fiveLines: .value
        case .oneOnOnes: .backstage
        case .today, .scope, .guard, .picture, .backstage, .value, .ledger: nil
        }
    }

    /// The one of the seven that it belongs to.
    var main: PageEntry { parent ?? self }

    /// The seven that always show.
    package static let main: [PageEntry] = allCases.filter { $0.parent == nil }

    /// What shows below while one is inside.
    var inside: [PageEntry] { Self.allCases.filter { $0.parent == self } }
}
