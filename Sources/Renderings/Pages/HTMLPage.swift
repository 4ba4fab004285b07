package import Questions

/// Whole pages of the local web.
package enum HTMLPage {
    /// A page with navigation around `body`.
    package static func render(_ body: Fragment, in frame: PageFrame) -> String {
        Templates.render(
            .page,
            [
                "title": frame.title, "stylesheet": Assets.stylesheet.path, "script": Assets.script.path,
                "icon": Assets.icon.path, "entries": PageEntry.main.map { entry($0, in: frame) },
                "demo": frame.demo.isShown, "leaves": frame.demo == .visited ? PagePath.leaveDemo as Any : false,
                "searches": frame.entry != .search, "csrf": filled(frame.csrf),
                "here": PageLink.local(frame.here),
                "query": frame.query, "notice": filled(frame.notice?.text),
                "undo": filled(frame.notice?.undo.map(PageLink.local)),
                "body": body.html, "log": PagePath.log,
                "search": PagePath.search,
            ]
        ).html
    }

    /// A page that shows an answer.
    package static func render(_ document: Document, in frame: PageFrame) -> String {
        render(DocumentView(document, in: frame).fragment, in: frame)
    }

    /// A page that shows an answer, with more below it.
    package static func render(_ document: Document, in frame: PageFrame, below: Fragment) -> String {
        render(DocumentView(document, in: frame).fragment + below, in: frame)
    }

    /// A page without navigation: who sees it has not come in yet.
    package static func bare(_ body: Fragment, title: String) -> String {
        Templates.render(
            .bare,
            [
                "title": title, "stylesheet": Assets.stylesheet.path, "icon": Assets.icon.path, "body": body.html,
            ]
        ).html
    }

    private static func entry(_ entry: PageEntry, in frame: PageFrame) -> [String: Any] {
        let opens = frame.entry?.main == entry && !entry.inside.isEmpty
        return [
            "label": entry.label, "href": entry.path, "key": entry.key, "current": frame.entry == entry,
            "opens": opens,
            "inside": opens
                ? entry.inside.map {
                    ["label": $0.label, "href": $0.path, "current": frame.entry == $0] as [String: Any]
                } : [],
        ]
    }
}
