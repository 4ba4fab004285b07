package import LedgerModel

/// What it is asked of what became of it: a result, or a piece without one that was meant to last.
package struct Lasting: Sendable, Hashable {
    package var kind: Kind
    /// The result. For a piece what it would be as one: its words, its moment, and itself as evidence.
    package var claim: Claim

    package enum Kind: String, Sendable {
        case result, decision, handbook, tool
    }

    package init(_ claim: Claim) { (kind, self.claim) = (.result, claim) }

    package init(_ kind: Kind, _ piece: PublicID, _ text: String, at: Instant) {
        (self.kind, claim) = (kind, Claim(id: piece, text: text, at: at, evidence: [piece]))
    }

    /// What a note is: a tool or a handbook by its tags, or a decision; `nil` if it is none of them.
    package init?(note id: PublicID, _ text: String, tags: [String], at: Instant) {
        let tags = tags.map(\.caseFolded)
        guard !tags.contains(Became.tag), !tags.contains(where: { $0.hasPrefix(NoteTag.reviewed) }) else { return nil }
        let title = String(text.prefix { !$0.isNewline }.prefix(Self.longestTitle))
        guard !title.isEmpty else { return nil }
        if tags.contains("tool") {
            self.init(.tool, id, title, at: at)
        } else if HandbookFile.tags.contains(where: tags.contains) {
            self.init(.handbook, id, title, at: at)
        } else if Decision.isOne(.note, tags: tags, words: Phrases.words(of: title)) {
            self.init(.decision, id, title, at: at)
        } else {
            return nil
        }
    }

    package var ref: EvidenceRef {
        kind == .result ? ValueAnswer.ref(claim) : EvidenceRef(pieces: [claim.id])
    }

    /// `“Restore takes an hour”`, `the decision “Restore plan agreed”`
    package var named: [Document.Span] {
        [.text(kind == .result ? "“" : "the \(kind.rawValue) “"), .figure(claim.text, ref), .text("”")]
    }

    private static let longestTitle = 200
}

extension FileChanges {
    /// What the person began here: the repository, if others commit to it since, and pages that are still changed.
    ///
    /// Only what is sure: all commits were read, and none of somebody else is of the same quarter or an earlier one. A
    /// page whose name was there before may have moved, and one that came with many files from elsewhere.
    package func begun(_ name: String, _ zones: ZoneHistory) -> [Begun] {
        guard isWhole, let first = own.last else { return [] }
        var found: [Begun] = []
        let start = zones.day(of: first.at).quarterNumber
        if !others.isEmpty, others.allSatisfy({ $0.quarter > start }) {
            found.append(Begun(lasting: Lasting(.tool, first.id, name, at: first.at), users: Self.users(others)))
        }
        let named = Dictionary(grouping: paths.keys) { file in paths[file]?.split(separator: "/").last ?? "" }
        for (file, path) in paths.sorted(by: { $0.value < $1.value }) {
            guard let kind = HandbookFile(path), kind != .readme,
                named[path.split(separator: "/").last ?? ""]?.count == 1,
                let first = own.last(where: { $0.files.contains(file) }), first.files.count <= Self.mostFiles,
                !found.contains(where: { $0.lasting.claim.id == first.id })
            else { continue }
            let quarter = zones.day(of: first.at).quarterNumber
            let theirs = others.filter { $0.files.contains(file) }
            guard theirs.allSatisfy({ $0.quarter > quarter }),
                !theirs.isEmpty
                    || own.contains(where: {
                        $0.files.contains(file) && zones.day(of: $0.at).quarterNumber > quarter
                    })
            else { continue }
            found.append(
                Begun(lasting: Lasting(.handbook, first.id, path, at: first.at), users: Self.users(theirs)))
        }
        return found
    }

    package struct Begun: Sendable {
        package var lasting: Lasting
        /// Others who changed it in later quarters, most commits first.
        package var users: [Became.User]
    }

    private static func users(_ others: [Other]) -> [Became.User] {
        Dictionary(grouping: others.filter { !$0.name.isEmpty && !PersonMention.isForgotten($0.author) }, by: \.name)
            .map { .init(name: $0.key, commits: $0.value.count) }
            .sorted { ($1.commits, $0.name) < ($0.commits, $1.name) }
    }

    /// A commit with more files brought them from elsewhere.
    private static let mostFiles = 20
}
