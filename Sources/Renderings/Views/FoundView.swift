import LedgerModel
import Questions

/// Sources that were found and not read: each with what would be read, to choose from.
package struct FoundView: Sendable {
    /// Which look it was.
    package var look: Int
    package var folder: String
    package var items: [Item]
    /// Found, and read already.
    package var known: Int
    /// There may be more below.
    package var isCut: Bool
    /// Nobody is known as the person: who may it be? Nil where that is known; those who write most, if any do.
    package var whose: [Whose]?

    package init(look: Int, folder: String, items: [Item], known: Int = 0, isCut: Bool = false) {
        self.look = look
        self.folder = folder
        self.items = items
        self.known = known
        self.isCut = isCut
    }

    /// Somebody who writes in what was found.
    package struct Whose: Sendable {
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
        /// The day of the last commit; empty for what has none.
        package var last: String
        /// Chosen unless the person says no.
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

    /// Rows that show at once; a page of thousands helps nobody.
    private static let most = 200

    func fragment(in frame: PageFrame, _ arenas: [Arena]) -> Fragment {
        let likely = items.filter(\.isLikely)
        let rest = items.filter { !$0.isLikely }
        let names = rest.prefix(6).map(\.name).joined(separator: ", ")
        let whose = whose.map { choices -> [String: Any] in
            [
                "choices": choices.map { choice in
                    [
                        "identity": choice.identity, "label": choice.label,
                        "commits": "\(choice.commits) \(choice.commits == 1 ? "commit" : "commits")",
                    ]
                }, "some": !choices.isEmpty, "path": PagePath.own,
            ]
        }
        let left = max(0, likely.count - Self.most) + max(0, rest.count - Self.most)
        return Templates.render(
            .found,
            [
                "look": "\(look)", "folder": folder, "csrf": frame.csrf ?? "", "here": PagePath.sourceWork,
                "whose": whose.map { $0 as Any } ?? false, "likely": likely.prefix(Self.most).map { $0.values(arenas) },
                "hasLikely": !likely.isEmpty,
                "rest": rest.prefix(Self.most).map { $0.values(arenas) }, "hasRest": !rest.isEmpty,
                "restNames": rest.count > 6 ? "\(names) and \(rest.count - 6) more" : names,
                "known": filled(
                    known == 0
                        ? nil
                        : known == 1
                            ? "One more is read already." : "\(Words.count(known).sentence) more are read already."),
                "cut": isCut || left > 0, "none": items.isEmpty,
            ])
    }
}
