/// On an empty page: the same page, filled, in the made-up year.
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
