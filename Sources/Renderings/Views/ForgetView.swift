package import LedgerModel
import Questions

/// The question before a person is taken out of everything: what goes, what stays or cannot be reached.
package struct ForgetView: Sendable {
    package var person: PublicID
    package var name: String
    package var goes: String
    package var stays: [Stay]
    /// How many backups lie beside the ledger.
    package var backups: Int
    /// Dropped calendars whose files hold the name.
    package var files: [String]
    /// Reviews beside the ledger that hold the name.
    package var reviews: [String]
    package var csrf: String

    /// Something that stays, in a sentence; with a search that lists it without its full stop.
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

/// What can be done with everything that is held about somebody.
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
                "forget": PagePath.person(person) + "/forget",
            ])
    }
}
