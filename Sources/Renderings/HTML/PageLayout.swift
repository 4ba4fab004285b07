/// What surrounds the body of a page.
package struct PageLayout: Sendable {
    package var title: String
    /// The entry that is open; `nil` on pages that no entry leads to.
    package var entry: PageEntry?
    package var period: PeriodLinks?
    /// The token that each form sends back. `nil` if nothing may be written; then no form is shown.
    package var csrf: String?
    /// The path and query of this page, to come back to after a form.
    package var here: String
    /// What was searched for.
    package var query: String
    /// Marked on each page, so that nobody mistakes the demo for their own year.
    package var demo: DemoView
    /// The notice of what has just been done: `Noted.`
    package var notice: Notice?

    package init(
        title: String, entry: PageEntry? = nil, period: PeriodLinks? = nil, csrf: String? = nil, here: String = "/",
        query: String = "", demo: DemoView = .none, notice: Notice? = nil
    ) {
        self.title = title
        self.entry = entry
        self.period = period
        self.csrf = csrf
        self.here = here
        self.query = query
        self.demo = demo
        self.notice = notice
    }
}

/// What has just been done, and where to undo it.
package struct Notice: Sendable, Hashable {
    package var text: String
    /// The form that undoes it; `nil` if there is none.
    package var undo: String?
    /// The form that brings back what was undone; `nil` if there is nothing.
    package var redo: String?

    package init(_ text: String, undo: String? = nil, redo: String? = nil) {
        self.text = text
        self.undo = undo
        self.redo = redo
    }
}

/// How a page relates to the made-up year.
package enum DemoView: Sendable {
    /// The page is not part of it and does not lead there.
    case none
    /// An empty page offers a link to the same page in it.
    case offered
    /// The page is part of it, and leads back to the person's own ledger.
    case visited
    /// The page is part of it, and there is no other ledger here.
    case only

    var isShown: Bool { self == .visited || self == .only }
}

/// The switch between periods: earlier, later, shorter and longer.
package struct PeriodLinks: Sendable {
    package var previous: PageLink?
    package var next: PageLink?
    /// Week, month, quarter, year.
    package var lengths: [PageLink]

    package init(previous: PageLink? = nil, next: PageLink? = nil, lengths: [PageLink] = []) {
        self.previous = previous
        self.next = next
        self.lengths = lengths
    }

    var values: [String: Any] {
        [
            "previous": previous.map { $0.values as Any } ?? false, "next": next.map { $0.values as Any } ?? false,
            "lengths": lengths.map(\.values),
        ]
    }
}

/// A link within the local web.
package struct PageLink: Sendable {
    package var label: String
    package var path: String
    package var isCurrent: Bool

    package init(_ label: String, _ path: String, isCurrent: Bool = false) {
        self.label = label
        self.path = path
        self.isCurrent = isCurrent
    }

    var values: [String: Any] { ["label": label, "href": Self.local(path), "current": isCurrent] }

    /// `path` if it is one of ours, otherwise the start page.
    static func local(_ path: String) -> String {
        path.hasPrefix("/") && !path.hasPrefix("//") && !path.hasPrefix("/\\") ? path : "/"
    }
}
