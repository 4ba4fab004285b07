import LedgerModel
import TraceFormats

extension Importing {
    /// Somebody who writes in a repository that was found.
    package struct FoundAuthor: Sendable, Hashable {
        package var name: String
        /// The address, or the name where there is none: what `addMe` takes.
        package var identity: String
        package var commits: Int

        /// `Mina Weber, mina@example.org`
        package var label: String { name.isEmpty || name == identity ? identity : "\(name), \(identity)" }
    }

    /// Authors that are offered to choose from.
    private static let mostAuthors = 9

    /// A repository, and what was seen of who writes in it.
    struct PreviewedRepository {
        var found: Found
        var knowsMe: Bool
        var authors: GitAuthorCount
    }

    /// Those who write most, as many as can be chosen from.
    static func authors(_ previews: [PreviewedRepository]) -> [FoundAuthor] {
        var found: [String: FoundAuthor] = [:]
        for (author, commits) in previews.flatMap(\.authors.authors) {
            found[
                author.identity, default: FoundAuthor(name: author.name, identity: author.identity, commits: 0)
            ].commits += commits
        }
        let sorted = found.values.sorted { ($1.commits, $0.identity) < ($0.commits, $1.identity) }
        return Array(sorted.prefix(mostAuthors))
    }
}
