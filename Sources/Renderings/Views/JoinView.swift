package import LedgerModel

/// Joins somebody with others, and parts an address or a name from them.
package struct JoinView: Sendable {
    package var person: PersonSummary
    /// With whom they can be joined.
    package var others: [PersonSummary]

    package init(person: PersonSummary, others: [PersonSummary]) {
        self.person = person
        self.others = others
    }

    /// The most people to choose from; others are named by what is typed.
    private static let mostOffered = 500

    /// Empty on a page that may not write.
    package func fragment(in layout: PageLayout) -> Fragment {
        guard let csrf = layout.csrf else { return .empty }
        let offered = others.filter { $0.id != person.id }.prefix(Self.mostOffered).map { other -> [String: Any] in
            ["name": other.listed, "address": other.identities.first { $0.contains("@") } ?? other.name]
        }
        return Templates.render(
            .join,
            [
                "id": person.id.description, "name": person.name, "csrf": csrf, "here": PageLink.local(layout.here),
                "merge": PagePath.mergePeople, "split": PagePath.splitPerson, "others": offered,
                "several": person.identities.count > 1,
                "parts": person.identities.sorted().map { ["identity": $0] },
            ])
    }
}
