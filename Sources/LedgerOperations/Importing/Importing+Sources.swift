package import LedgerModel
import LedgerStore
import LocalFiles
import TraceSources

/// Changes to known sources.
extension Importing {
    /// The effect of removing a source.
    package struct RemovedSource: Sendable {
        package var source: Source
        /// The number of pieces that were removed; `kept` is that of pieces that stay, off the timeline.
        package var removed: Int
        package var kept: Int
        /// The number of bytes by which the file is smaller.
        package var freed: Int64
    }

    /// Removes a source and its dropped files. Cited or corrected evidence stays readable. If much of the ledger's file
    /// is free then, the file is made smaller.
    package func removeSource(_ text: String) throws(LedgerError) -> RemovedSource {
        let source = try store.read { try $0.source(named: text) }
        let (removed, kept) = try write { try $0.remove(source) }
        deleteKeptFiles(of: [source])
        if source.kind == .calendar { try settleEvents() }
        try settleTimeline()
        return RemovedSource(source: source, removed: removed, kept: kept, freed: try store.shrink())
    }

    /// Marks a source private or takes the mark off, after which it has to be imported again. A private source keeps
    /// only times, so its dropped files are deleted.
    package func setPrivate(_ text: String, _ isPrivate: Bool) throws(LedgerError) -> Source {
        let source = try store.read { try $0.source(named: text) }
        guard source.kind.descriptor.isRead || !isPrivate else { throw .writtenByHand }
        try write { transaction in
            try transaction.setPrivate(source, isPrivate)
            if isPrivate { try transaction.note(.madePrivate, action: ulid()) }
        }
        if isPrivate { deleteKeptFiles(of: [source]) }
        try settleTimeline()
        return source
    }

    /// Opens a repository to a person, so that what you did in it may be said to them, or closes it again. Returns the
    /// source and the person's name.
    ///
    /// Throws `.usage` for a source that is no repository or is private, `.notFound` with the nearest names,
    /// `.ambiguousID`.
    package func setOpen(_ text: String, to name: String, _ isOpen: Bool) throws(LedgerError) -> (Source, String) {
        try write { transaction in
            let source = try transaction.snapshot.source(named: text)
            guard source.kind == .git, !source.isPrivate || !isOpen else {
                throw LedgerError(
                    .usage, "only a repository that is not private can be open to somebody",
                    hint: "List the sources with \(offer: .sourceList).")
            }
            let person = try transaction.snapshot.knownPeople().person(named: name)
            var people = source.openTo.filter { !person.isCalled($0) }
            if isOpen { people.append(person.mention.identity) }
            guard people != source.openTo else { return (source, person.name) }
            try transaction.setOpen(source, to: people, action: ulid())
            return (try transaction.snapshot.source(source.id) ?? source, person.name)
        }
    }

    /// Sets what the evidence of a source is for by default; `nil` means unknown.
    ///
    /// - Parameter settles: Whether to derive the timeline at once. Otherwise `settle` or the next question does.
    package func setDefault(
        _ text: String, arena: Arena?, plansCount: Bool? = nil, settles: Bool = true
    ) throws(LedgerError) -> Source {
        try admit(arena)
        let source = try store.read { try $0.source(named: text) }
        try write { try $0.setDefault(of: source, arena: arena, plansCount: plansCount, action: ulid()) }
        if settles { try settleTimeline() }
        return try store.read { try $0.source(named: source.id.description) }
    }
}
