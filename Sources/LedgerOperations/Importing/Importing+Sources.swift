package import LedgerModel
import LedgerStore
import LocalFiles
import TraceSources

/// What becomes of sources that were read.
extension Importing {
    /// What the removal of a source did.
    package struct RemovedSource: Sendable {
        package var source: Source
        /// Pieces that went, and that stay off the timeline.
        package var removed: Int
        package var kept: Int
        /// By how many bytes the file is smaller.
        package var freed: Int64
    }

    /// Removes a source and the files that were dropped for it; evidence that is cited or corrected stays readable.
    /// Where that leaves much of the file free, the file gets smaller.
    package func removeSource(_ text: String) throws(LedgerError) -> RemovedSource {
        let source = try store.read { try $0.source(named: text) }
        let (removed, kept) = try write { try $0.remove(source) }
        deleteKeptFiles(of: [source])
        try settleTimeline()
        return RemovedSource(source: source, removed: removed, kept: kept, freed: try store.shrink())
    }

    /// Keeps times only of a source, or no longer so; then it is to be imported again. Files that were dropped for it
    /// hold more than times, and go.
    package func setPrivate(_ text: String, _ isPrivate: Bool) throws(LedgerError) -> Source {
        let source = try store.read { try $0.source(named: text) }
        guard source.kind.descriptor.isRead || !isPrivate else {
            throw LedgerError(
                .usage, "what you write yourself cannot keep times alone",
                hint: "Take single notes out with \(offer: .remove(nil)) or \(offer: .forget(nil)).")
        }
        try write { try $0.setPrivate(source, isPrivate) }
        if isPrivate { deleteKeptFiles(of: [source]) }
        try settleTimeline()
        return source
    }

    /// What a source's evidence is for, until a hand or a rule says otherwise; nil for unknown.
    ///
    /// - Parameter settles: Reckons the timeline anew at once; else the next question does, or `settle`.
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
