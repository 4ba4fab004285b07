package import LedgerModel
import LedgerStore

/// The calendars that were dropped on a page, and what they still hold.
extension Importing {
    /// The files that are kept of a source; none unless it was dropped.
    package func keptFiles(of source: Source) -> [String] {
        source.droppedName.map(drops.files) ?? []
    }

    /// Deletes what is kept of dropped sources. What was read from them stays; it cannot be read again.
    @discardableResult
    package func deleteKeptFiles(of sources: [Source]) -> Int {
        sources.compactMap(\.droppedName).reduce(0) { $0 + drops.delete($1) }
    }
}
