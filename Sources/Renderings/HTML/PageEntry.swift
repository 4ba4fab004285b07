/// The entries of the navigation.
package enum PageEntry: String, Sendable, CaseIterable {
    case today, scope, `guard`, picture, backstage, value, ledger
    case timeline, sources, frame, people, search

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
        case .frame: "My job"
        case .people: "People"
        case .search: "Search"
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
        default: ""
        }
    }

    /// The seven that always show.
    static let main: [PageEntry] = [.today, .scope, .guard, .picture, .backstage, .value, .ledger]
    /// What shows below `Ledger` while one is inside it.
    static let insideLedger: [PageEntry] = [.timeline, .sources, .frame, .people, .search]

    var isInsideLedger: Bool { self == .ledger || Self.insideLedger.contains(self) }
}
