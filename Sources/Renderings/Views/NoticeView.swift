package import LedgerModel

/// A page with one message: what went wrong, or how to get in.
package struct NoticeView: Sendable {
    package var title: String
    package var message: Advice
    /// What to do; `nil` if there is nothing to do.
    package var offer: Offer?
    package var link: PageLink?

    package init(title: String, message: Advice, offer: Offer? = nil, link: PageLink? = nil) {
        self.title = title
        self.message = message
        self.offer = offer
        self.link = link
    }

    /// For a browser without a session.
    package static let loginNeeded = NoticeView(
        title: "This ledger is private.",
        message: "Open it with a link that Limelight prints in your terminal. Each link works once.",
        offer: .open)

    package static let notFound = NoticeView(
        title: "There is no such page.", message: "It may have moved, or what it showed was removed.",
        link: PageLink("Today", "/"))

    package var fragment: Fragment {
        Templates.render(
            .notice,
            [
                "title": title, "message": filled(message), "command": filled(offer?.command),
                "link": link.map { $0.values as Any } ?? false,
            ])
    }
}

/// On an empty page: a button for the same page in the made-up year.
struct DemoOffer {
    private var csrf: String?
    private var here = "/"

    /// Offers nothing.
    init() {}

    init(_ layout: PageLayout) {
        guard layout.demo == .offered else { return }
        csrf = layout.csrf
        here = layout.here
    }

    var fragment: Fragment {
        guard let csrf else { return .empty }
        return Templates.render(
            .demoOffer, ["href": PagePath.demo, "csrf": csrf, "here": PageLink.local(here)])
    }
}

/// The line above an answer: its period, and links to others.
struct RangeView {
    let period: String
    let links: PeriodLinks?

    var fragment: Fragment {
        guard !period.isEmpty || links != nil else { return .empty }
        return Templates.render(
            .range, ["period": filled(period), "switch": links.map { $0.values as Any } ?? false])
    }
}
