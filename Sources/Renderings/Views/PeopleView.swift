package import LedgerModel
import Questions

/// Who is in the ledger. No hours, no times of day: what is held about each is on one page.
package struct PeopleView: Sendable {
    package var people: [Person]
    /// Of how many nothing but counts is left.
    package var forgotten = 0
    /// Nobody is kept of what is read.
    package var isLeftOut = false

    package init(people: [Person]) { self.people = people }

    package struct Person: Sendable {
        package var id: PublicID
        package var name: String
        package var role: String
        /// `near`, `drifting`, `far`; empty where nothing is known.
        package var tie: String
        /// The day of the last contact.
        package var last: String
        package var identities: [String]

        package init(
            id: PublicID, name: String, role: String = "", tie: String = "", last: String = "",
            identities: [String] = []
        ) {
            self.id = id
            self.name = name
            self.role = role
            self.tie = tie
            self.last = last
            self.identities = identities
        }

        var values: [String: Any] {
            [
                "href": PagePath.person(id), "name": name, "role": filled(role), "tie": filled(tie),
                "last": filled(last), "identities": identities.joined(separator: ", "),
            ]
        }
    }

    package func fragment(in layout: PageLayout) -> Fragment {
        Templates.render(
            .people,
            [
                "people": people.map(\.values), "some": !people.isEmpty, "one": people.count == 1,
                "count": Words.count(people.count).sentence, "command": Offer.calendar.command,
                "sources": PageEntry.sources.path,
                "forgotten": filled(
                    forgotten == 0 ? nil : Words.count(forgotten).sentence + (forgotten == 1 ? " was" : " were")),
                "leftOut": isLeftOut, "setup": PageEntry.setup.path, "setupLabel": Offer.setUp.link?.label ?? "",
                "demo": isLeftOut ? "" : DemoOffer(layout).fragment.html,
            ])
    }
}
