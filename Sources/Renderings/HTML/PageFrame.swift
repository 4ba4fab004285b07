/// What surrounds the body of a page.
package struct PageFrame: Sendable {
    package var title: String
    /// The entry that is open; nil on pages that none leads to.
    package var entry: PageEntry?
    package var period: PeriodLinks?
    /// The token that each form sends back; nil where nothing may be written, and then no form shows.
    package var csrf: String?
    /// The path and query of this page, to come back to after a form.
    package var here: String
    /// What was searched for.
    package var query: String
    /// Marked on each page, so that nobody takes it for their own year.
    package var isDemo: Bool
    /// Where empty pages offer to show themselves filled; nil offers nothing.
    package var demoPath: String?
    /// What has just been done: `Noted.`
    package var notice: String

    package init(
        title: String, entry: PageEntry? = nil, period: PeriodLinks? = nil, csrf: String? = nil, here: String = "/",
        query: String = "", isDemo: Bool = false, demoPath: String? = nil, notice: String = ""
    ) {
        self.title = title
        self.entry = entry
        self.period = period
        self.csrf = csrf
        self.here = here
        self.query = query
        self.isDemo = isDemo
        self.demoPath = demoPath
        self.notice = notice
    }
}

/// The switch between periods: before, after, and how long.
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

    /// `path` where it is one of ours; else the start page.
    static func local(_ path: String) -> String {
        path.hasPrefix("/") && !path.hasPrefix("//") && !path.hasPrefix("/\\") ? path : "/"
    }
}
