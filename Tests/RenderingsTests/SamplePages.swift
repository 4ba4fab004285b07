import LedgerModel
import Questions
import TestSupport

@testable import Renderings

/// Each page of the local web, filled with the sample.
enum SamplePages {
    static let switcher = PeriodLinks(
        previous: PageLink("Week of 9 March 2026", "/guard?in=2026-03-09"),
        next: PageLink("Week of 23 March 2026", "/guard?in=2026-03-23"),
        lengths: [
            PageLink("week", "/guard?in=week", isCurrent: true), PageLink("month", "/guard?in=month"),
            PageLink("quarter", "/guard?in=quarter"), PageLink("year", "/guard?in=year"),
        ])

    static func layout(_ entry: PageEntry, title: String? = nil) -> PageLayout {
        PageLayout(
            title: title ?? entry.label, entry: entry, period: entry == .guard || entry == .timeline ? switcher : nil,
            csrf: "t0ken", here: entry.path, demo: .offered)
    }

    /// Name and page of what no answer gives.
    static let recorded: [(String, String)] = [
        ("every-block", HTMLPage.render(Sample.document, in: layout(.guard))),
        ("not-found", HTMLPage.render(NoticeView.notFound.fragment, in: PageLayout(title: "Not found", demo: .only))),
        ("login", HTMLPage.bare(NoticeView.loginNeeded.fragment, title: "Private")),
    ]

    static let all: [(String, String)] =
        recorded + [
            ("wide", HTMLPage.render(Sample.wide, in: layout(.scope))),
            ("notice", HTMLPage.render(SearchView(query: "restore drill", items: [], total: 0).fragment, in: noticed)),
        ]

    /// With words in the search box, something to take back, and nothing but the made-up year.
    private static var noticed: PageLayout {
        var layout = layout(.search)
        layout.query = "restore drill"
        layout.demo = .only
        layout.notice = Notice("Noted.", undo: "/undo")
        return layout
    }
}
