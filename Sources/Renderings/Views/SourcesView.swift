/// What is read, from where, and since when.
package struct SourcesView: Sendable {
    package var sources: [Source]
    /// What reads the first one.
    package var command: String

    package init(sources: [Source], command: String = "limelight import auto PATH") {
        self.sources = sources
        self.command = command
    }

    package struct Source: Sendable {
        package var id: String
        package var kind: String
        package var locator: String
        /// What it is for when nothing else says so.
        package var arena: String
        package var pieces: Int
        /// `12 January to 17 March 2026`
        package var span: String
        package var lastImport: String
        package var isPrivate: Bool

        package init(
            id: String, kind: String, locator: String, arena: String, pieces: Int, span: String, lastImport: String,
            isPrivate: Bool = false
        ) {
            self.id = id
            self.kind = kind
            self.locator = locator
            self.arena = arena
            self.pieces = pieces
            self.span = span
            self.lastImport = lastImport
            self.isPrivate = isPrivate
        }

        var values: [String: Any] {
            [
                "id": id, "what": kind, "locator": locator, "arena": arena.isEmpty ? "unknown" : arena,
                "pieces": "\(pieces)", "span": span, "last": lastImport, "private": isPrivate,
                "href": PagePath.search("source:\(id)"),
            ]
        }
    }

    package var fragment: Fragment {
        Templates.render(
            .sources,
            [
                "sources": sources.map(\.values), "some": !sources.isEmpty,
                "one": sources.count == 1, "count": CountWords.capitalised(sources.count), "command": command,
            ])
    }
}
