package import LedgerModel
package import Questions

/// The people in the ledger. No hours and no times of day: what is held about each person is on their page.
package struct PeopleView: Sendable {
    package var people: [Person]
    /// Those whom only somebody else's events name.
    package var elsewhere: [Person] = []
    /// How many are known only as authors of commits.
    package var authors = 0
    /// How many people were forgotten, so that only counts are left.
    package var forgotten = 0
    /// Who might be one person.
    package var questions: [Document.Section] = []
    /// Whether people are left out of what is read.
    package var isLeftOut = false

    package init(people: [Person]) { self.people = people }

    package struct Person: Sendable {
        package var id: PublicID
        package var name: String
        package var role: String
        /// The day of the last contact.
        package var last: String
        package var identities: [String]

        package init(
            id: PublicID, name: String, role: String = "", last: String = "",
            identities: [String] = []
        ) {
            self.id = id
            self.name = name
            self.role = role
            self.last = last
            self.identities = identities
        }

        var values: [String: Any] {
            [
                "href": PagePath.person(id), "name": name, "role": filled(role),
                "last": filled(last), "identities": identities.joined(separator: ", "),
            ]
        }
    }

    package func fragment(in layout: PageLayout) -> Fragment {
        list(in: layout)
            + DocumentView(Document(title: "", headline: [], sections: []), in: layout).sections(questions)
    }

    private func list(in layout: PageLayout) -> Fragment {
        Templates.render(
            .people,
            [
                "authors": filled(
                    authors == 0
                        ? nil
                        : "\(Words.count(authors, "person is", "people are").sentence) known only as authors in repositories that you read, and not listed."
                ),
                "elsewhere": elsewhere.map(\.values), "hasElsewhere": !elsewhere.isEmpty,
                "elsewhereCount": elsewhere.count == 1
                    ? "One person is" : "\(Words.count(elsewhere.count).sentence) people are",
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

/// Asks before a person is removed from everything: says what goes, what stays, and what cannot be reached.
package struct ForgetView: Sendable {
    package var person: PublicID
    package var name: String
    package var goes: String
    package var stays: [Stay]
    /// How many backups are beside the ledger.
    package var backups: Int
    /// Dropped calendars whose files hold the name.
    package var files: [String]
    /// Reviews beside the ledger that hold the name.
    package var reviews: [String]
    package var csrf: String

    /// Something that stays, in a sentence; without a full stop if a search lists it.
    package struct Stay: Sendable {
        package var text: Advice
        package var search: String?

        package init(_ text: Advice, search: String? = nil) {
            self.text = text
            self.search = search
        }
    }

    package init(
        person: PublicID, name: String, goes: String, stays: [Stay], backups: Int, files: [String] = [],
        reviews: [String] = [],
        csrf: String
    ) {
        self.person = person
        self.name = name
        self.goes = goes
        self.stays = stays
        self.backups = backups
        self.files = files
        self.reviews = reviews
        self.csrf = csrf
    }

    package var fragment: Fragment {
        Templates.render(
            .forget,
            [
                "name": name, "goes": goes, "csrf": csrf, "action": PagePath.forget(person),
                "back": PagePath.person(person), "here": PageEntry.people.path,
                "stays": stays.map { ["spans": $0.text.values, "link": filled($0.search.map(PagePath.search))] },
                "files": filled(Words.list(files)), "reviews": filled(Words.list(reviews)),
                "backups": backups > 0 ? (backups == 1 ? "the backup" : "the \(backups) backups") as Any : false,
            ])
    }
}

/// What to do with everything held about someone.
package struct HandOverView: Sendable {
    package var person: PublicID
    package var name: String

    package init(person: PublicID, name: String) {
        self.person = person
        self.name = name
    }

    package var fragment: Fragment {
        Templates.render(
            .handOver,
            [
                "name": name, "command": Offer.held(person).command, "whole": PagePath.everything(about: person),
                "handOver": PagePath.person(person) + "/hand-over",
                "forget": PagePath.person(person) + "/forget",
            ])
    }
}
