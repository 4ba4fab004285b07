package import LedgerModel
import Questions

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

    /// The letter that opens it after `g`; empty for pages inside another.
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

    /// The entry that it is listed below while that is open; `nil` for the seven that always show.
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

    /// The entries listed below it while it is open.
    var inside: [PageEntry] { Self.allCases.filter { $0.parent == self } }
}

/// The path of each page of the local web; the server routes the same paths.
package enum PagePath {
    package static let log = "/log"
    /// My job as text.
    package static let jobText = PageEntry.myJob.path + "/text"
    package static let search = "/search"
    package static let own = "/me"
    package static let answer = "/sources/answer"
    package static let notOwn = "/me/not"
    package static let undo = "/undo"
    package static let redo = "/redo"
    /// Records that someone has heard of a result.
    package static let tell = "/tell"
    /// Records that a measure is agreed.
    package static let agree = "/agree"
    /// Says that something is fine as it is, or that there is advice about it again.
    package static let fine = "/fine"
    package static let adviseAgain = "/fine/not"
    /// Says what became of blocks, or what could be one.
    package static let sayOfBlocks = PageEntry.guard.path + "/answer"
    /// Says that an open line of a note is done.
    package static let tick = "/one-on-ones/tick"
    /// Keeps lines of a talk with somebody.
    package static let keepLines = "/one-on-ones/lines"
    /// Gives no advice about somebody.
    package static let rest = "/people/rest"
    package static let mergePeople = "/people/merge"
    package static let splitPerson = "/people/split"
    package static let keepApart = "/people/apart"
    package static let putOff = "/people/later"
    package static let program = "/people/program"
    package static let noProgram = "/people/person"
    package static let demo = "/demo"
    package static let leaveDemo = "/demo/leave"
    /// Receives a finished review.
    package static let finishReview = "/review/finish"
    package static let sources = "/sources"
    /// Opens a repository to somebody, or closes it.
    package static let openTo = "/sources/open-to"
    /// The tasks in the background.
    package static let sourceWork = "/sources/work"

    /// The evidence behind a figure.
    package static func evidence(_ query: String) -> String { "/evidence?q=" + encoded(query) }
    package static func search(_ query: String) -> String { search + "?q=" + encoded(query) }
    package static func source(_ id: PublicID) -> String { "\(sources)/\(id)" }
    /// A result: what it rests on, and the forms to change it and to cite more.
    package static func result(_ id: PublicID) -> String {
        evidence(SearchQuery(filters: [.init(.claim, id.description)]).text)
    }
    package static let editResult = "/results/edit"
    /// Asks what kind of work pieces were, one title at a time.
    package static let kinds = "/kinds"
    package static let sayKind = kinds + "/answer"
    package static let undoKind = kinds + "/undo"
    /// Learns from the answers.
    package static let learnKinds = kinds + "/learn"
    /// Lines of notes that could be results.
    package static let noteLines = "/results/notes"
    /// The same of the notes that a search finds.
    package static func noteLines(_ query: String?) -> String {
        noteLines + (query.map { "?q=" + encoded($0) } ?? "")
    }
    /// Candidates for results, and what is said of them.
    package static let candidates = "/results/suggest"
    /// Those of some days; of the present quarter without any.
    package static func candidates(_ days: Offer.Days?) -> String {
        candidates + (days.map { "?since=\($0.since.iso)&until=\($0.until.iso)" } ?? "")
    }
    package static let citeForResult = "/results/cite"
    package static let sayBecame = "/results/became"
    /// One piece of evidence.
    package static func show(_ id: PublicID) -> String { "/show/\(id)" }
    package static func correct(_ id: PublicID) -> String { "/correct/\(id)" }
    package static func person(_ id: PublicID) -> String { "/people/\(id)" }
    /// The page of a person with every piece that names them.
    package static func everything(about id: PublicID) -> String { person(id) + "?all=yes" }
    /// Receives the form that forgets a person.
    package static func forget(_ id: PublicID) -> String { "/forget/\(id)" }
    package static func timeline(_ day: CivilDay) -> String { "/timeline?day=\(day.iso)" }

    /// The page for someone who decides, ready to print.
    package static func report(for reader: String, in period: String) -> String {
        "/report?in=\(encoded(period))" + (reader.isEmpty ? "" : "&for=" + encoded(reader))
    }

    /// Percent-encoded for a query value: all but RFC 3986's unreserved characters.
    package static func encoded(_ text: String) -> String { text.percentEncoded() }
}
