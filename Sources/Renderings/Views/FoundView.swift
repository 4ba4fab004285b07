import LedgerModel
import Questions

/// Sources that were found and not yet read, to choose from: each with what would be read.
package struct FoundView: Sendable {
    /// The number of the search that found them.
    package var look: Int
    package var folder: String
    package var items: [Item]
    /// A summary of the sources that are probably not wanted, with the names of the first.
    package var rest: String
    /// Other remarks, a sentence each.
    package var remarks: [String]
    /// The question who the person is; `nil` if that is known.
    package var whose: Whose?

    package init(look: Int, folder: String, items: [Item], rest: String, remarks: [String] = []) {
        self.look = look
        self.folder = folder
        self.items = items
        self.rest = rest
        self.remarks = remarks
    }

    /// The question which commits are the person's, with the authors of most commits.
    package struct Whose: Sendable {
        package var title: String
        package var reason: String
        package var choices: [Author]

        package init(title: String, reason: String, choices: [Author]) {
            self.title = title
            self.reason = reason
            self.choices = choices
        }
    }

    /// An author of commits in what was found.
    package struct Author: Sendable {
        package var identity: String
        /// `Mina Weber, mina@example.org`
        package var label: String
        package var commits: Int

        package init(identity: String, label: String, commits: Int) {
            self.identity = identity
            self.label = label
            self.commits = commits
        }
    }

    package struct Item: Sendable {
        /// Its place in the list that was found.
        package var index: Int
        package var name: String
        package var place: String
        /// `12 of 340 commits are yours`
        package var what: String
        /// The day of the last commit; empty if there is none.
        package var last: String
        /// Whether it is selected at first.
        package var isLikely: Bool

        package init(index: Int, name: String, place: String, what: String, last: String, isLikely: Bool) {
            self.index = index
            self.name = name
            self.place = place
            self.what = what
            self.last = last
            self.isLikely = isLikely
        }

        func values(_ arenas: [Arena]) -> [String: Any] {
            [
                "index": "\(index)", "name": name, "place": place, "what": what, "last": filled(last),
                "likely": isLikely, "choices": ArenaChoices.values(arenas, ""),
            ]
        }
    }

    /// The most rows; a page of thousands helps nobody.
    package static let most = 200

    func fragment(in layout: PageLayout, _ arenas: [Arena]) -> Fragment {
        let likely = items.filter(\.isLikely)
        let rest = items.filter { !$0.isLikely }
        let whose = whose.map { whose -> [String: Any] in
            [
                "title": whose.title, "reason": whose.reason,
                "choices": whose.choices.map { choice in
                    [
                        "identity": choice.identity, "label": choice.label,
                        "commits": "\(choice.commits) \(choice.commits == 1 ? "commit" : "commits")",
                    ]
                }, "some": !whose.choices.isEmpty, "path": PagePath.own,
            ]
        }
        return Templates.render(
            .found,
            [
                "look": "\(look)", "folder": folder, "csrf": layout.csrf ?? "", "here": PagePath.sourceWork,
                "whose": whose.map { $0 as Any } ?? false, "likely": likely.prefix(Self.most).map { $0.values(arenas) },
                "hasLikely": !likely.isEmpty,
                "rest": rest.prefix(Self.most).map { $0.values(arenas) }, "hasRest": !rest.isEmpty,
                "restTitle": self.rest, "remarks": remarks, "none": items.isEmpty,
            ])
    }
}
