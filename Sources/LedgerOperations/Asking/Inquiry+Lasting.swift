import LedgerModel
import LedgerStore
import Questions

/// Decisions, handbooks and tools without a result, of which it is asked what became of them.
extension Inquiry {
    private static let mostNotes = 5_000
    private static let mostCommits = 20_000

    /// Those of a period that no result cites.
    func lasting(in period: Period, without claims: [Claim]) throws -> [Lasting] {
        let range = period.interval(zones)
        let cited = Set(claims.flatMap(\.evidence))
        let notes = try snapshot.writtenNotes(in: range, most: Self.mostNotes).compactMap { note in
            Lasting(note: note.id, note.text, tags: note.tags, at: note.at)
        }
        let begun = try repositories().flatMap { try self.begun(in: $0) }.map(\.lasting)
        return (notes + begun).filter { range.contains($0.claim.at) && !cited.contains($0.claim.id) }
    }

    /// What a piece is, with who changed it since if it is a repository or a file.
    func lasting(_ id: PublicID) throws -> (lasting: Lasting, users: [Became.User]?)? {
        let shown = try snapshot.show(id)
        let draft = shown.draft
        guard shown.citedBy.isEmpty, draft.flags.isDisjoint(with: EvidenceFlags.gone.union([.isPrivate, .byOther]))
        else { return nil }
        switch draft.kind {
        case .note:
            let text = draft.body.isEmpty ? draft.title : draft.body
            return Lasting(note: id, text, tags: draft.tags, at: draft.at).map { ($0, nil) }
        case .commit:
            let seen = Set(shown.sources.map(\.rowID))
            let isPage = draft.paths.contains { HandbookFile($0).map { $0 != .readme } == true }
            for source in try repositories() where seen.contains(source.rowID) {
                guard try isPage || !snapshot.hasOwnCommit(in: source.rowID, before: draft.at) else { continue }
                if let found = try begun(in: source).first(where: { $0.lasting.claim.id == id }) {
                    return (found.lasting, found.users)
                }
            }
            return nil
        case .event, .timer: return nil
        }
    }

    /// What a person names: a result by its id or its words, or else a piece by its id.
    ///
    /// Throws `.notFound`, `.ambiguousID`.
    func lasting(named text: String) throws -> (lasting: Lasting, users: [Became.User]?) {
        do {
            let id = try snapshot.claim(named: text)
            guard let claim = try snapshot.claims().first(where: { $0.id == id }) else {
                throw LedgerError.noSuchID(text)
            }
            return (Lasting(claim), nil)
        } catch let error as LedgerError where error.code == .notFound {
            guard let id = try? snapshot.resolve(text.trimmed), [.note, .commit].contains(id.kind) else { throw error }
            if let found = try lasting(id) { return found }
            throw LedgerError(
                .notFound, "this piece is no decision, handbook or tool, or a result cites it",
                hint: "Tag the note so (decision, handbook or tool), or name the result.")
        }
    }

    private func repositories() throws -> [Source] {
        try snapshot.sources().filter { $0.kind == .git && !$0.isPrivate }
    }

    private func begun(in source: Source) throws -> [FileChanges.Begun] {
        guard try snapshot.commitCount(in: source.rowID) < Self.mostCommits else { return [] }
        return try snapshot.changes(in: source.rowID, most: Self.mostCommits, zones).begun(source.name, zones)
    }
}
