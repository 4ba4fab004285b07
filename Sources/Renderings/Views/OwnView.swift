/// Which addresses are the person's, and a box for another.
struct OwnView {
    private let identities: [String]

    init(_ identities: [String]) { self.identities = identities }

    /// As many as are named; the rest is a number.
    private static let most = 8

    func fragment(in layout: PageLayout) -> Fragment {
        let shown = identities.prefix(Self.most).joined(separator: ", ")
        let rest = identities.count - Self.most
        return Templates.render(
            .own,
            [
                "some": !identities.isEmpty, "identities": rest > 0 ? "\(shown) and \(rest) more" : shown,
                "path": PagePath.own, "csrf": layout.csrf ?? "", "here": PagePath.sources,
            ])
    }
}
