package import Questions

/// Whole pages of the local web.
package enum HTMLPage {
    /// A page with navigation around `body`.
    package static func render(_ body: Fragment, in layout: PageLayout) -> String {
        Templates.render(
            .page,
            [
                "title": layout.title, "stylesheet": Assets.stylesheet.path, "script": Assets.script.path,
                "icon": Assets.icon.path, "entries": PageEntry.main.map { entry($0, in: layout) },
                "demo": layout.demo.isShown, "leaves": layout.demo == .visited ? PagePath.leaveDemo as Any : false,
                "searches": layout.entry != .search, "csrf": filled(layout.csrf),
                "here": PageLink.local(layout.here),
                "query": layout.query, "notice": filled(layout.notice?.text),
                "undo": filled(layout.notice?.undo.map(PageLink.local)),
                "redo": filled(layout.notice?.redo.map(PageLink.local)),
                "body": body.html, "log": PagePath.log,
                "search": PagePath.search,
            ]
        ).html
    }

    /// A page that shows an answer.
    package static func render(_ document: Document, in layout: PageLayout) -> String {
        render(DocumentView(document, in: layout).fragment, in: layout)
    }

    /// A page that shows an answer, with `below` after it.
    package static func render(_ document: Document, in layout: PageLayout, below: Fragment) -> String {
        render(DocumentView(document, in: layout).fragment + below, in: layout)
    }

    /// A page without navigation, for a browser without a session.
    package static func bare(_ body: Fragment, title: String) -> String {
        Templates.render(
            .bare,
            [
                "title": title, "stylesheet": Assets.stylesheet.path, "icon": Assets.icon.path, "body": body.html,
            ]
        ).html
    }

    private static func entry(_ entry: PageEntry, in layout: PageLayout) -> [String: Any] {
        let opens = layout.entry?.main == entry && !entry.inside.isEmpty
        return [
            "label": entry.label, "href": entry.path, "key": entry.key, "current": layout.entry == entry,
            "opens": opens,
            "inside": opens
                ? entry.inside.map {
                    ["label": $0.label, "href": $0.path, "current": layout.entry == $0] as [String: Any]
                } : [],
        ]
    }
}
