package import LedgerModel
import Questions

/// Where each page of the local web lives; the server routes what is built here.
package enum PagePath {
    package static let log = "/log"
    /// My job as text.
    package static let jobText = PageEntry.frame.path + "/text"
    package static let search = "/search"
    package static let own = "/me"
    package static let undo = "/undo"
    package static let demo = "/demo"
    package static let leaveDemo = "/demo/leave"
    /// Where a review is sent.
    package static let finishReview = "/review/finish"
    package static let sources = "/sources"
    /// What goes on in the background.
    package static let sourceWork = "/sources/work"

    /// The evidence behind a figure.
    package static func evidence(_ query: String) -> String { "/evidence?q=" + encoded(query) }
    package static func search(_ query: String) -> String { search + "?q=" + encoded(query) }
    /// One piece of evidence.
    package static func show(_ id: PublicID) -> String { "/show/\(id)" }
    package static func correct(_ id: PublicID) -> String { "/correct/\(id)" }
    package static func person(_ id: PublicID) -> String { "/people/\(id)" }
    /// The same with every piece that names them.
    package static func everything(about id: PublicID) -> String { person(id) + "?all=yes" }
    /// Where the form that forgets a person is sent.
    package static func forget(_ id: PublicID) -> String { "/forget/\(id)" }
    package static func timeline(_ day: CivilDay) -> String { "/timeline?day=\(day.iso)" }

    /// The page that does what a command does; nil where none does.
    static func way(_ way: Way) -> String? {
        switch way {
        case .command, .lookAround: nil
        case .calendar, .repository, .sources: PageEntry.sources.path
        case .task: PageEntry.picture.path + "#task"
        case .note: "#capture"
        case .me: PageEntry.sources.path + "#me"
        case .job: jobText
        case .agree: PageEntry.scope.path
        case .setUp: PageEntry.setup.path
        case .review: PageEntry.review.path
        case .fiveLines: PageEntry.fiveLines.path
        case .sort: PageEntry.sort.path
        case .notes: PageEntry.notes.path
        case .oneOnOnes: PageEntry.oneOnOnes.path
        case .held(let id): everything(about: id)
        case .readAgain: PageEntry.sources.path
        case .drop: PageEntry.sources.path + "#add"
        case .quarter(let name): "\(PageEntry.quarter.path)?in=\(encoded(name))"
        }
    }

    /// The page for somebody who decides, ready to print.
    package static func report(for reader: String, in period: String) -> String {
        "/report?in=\(encoded(period))" + (reader.isEmpty ? "" : "&for=" + encoded(reader))
    }

    /// Percent-encoded for a query value: all but RFC 3986's unreserved characters.
    package static func encoded(_ text: String) -> String { text.percentEncoded() }
}
