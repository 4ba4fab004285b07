package import LedgerModel
import LedgerStore

/// The outcome of importing one source.
package struct ImportOutcome: Sendable {
    package var source: Source
    /// The number of records in the source.
    package var read = 0
    package var count = WriteCount()
    package var skipped = 0
    package var diagnostics = Diagnostics()
    /// The parts of the source that could not be read completely. The rest was read.
    package var failures: [LedgerError] = []
    /// How long it took, in whole seconds.
    package var seconds: Int64 = 0
    /// What the person should know or decide, such as which addresses were counted as theirs.
    package var remarks: [Advice] = []
    /// Whether the source is unchanged, so that only the time of reading is still to be stored.
    var isToBeNoted = false
    /// Whether it was a copy kept by the ledger, which nothing but a newer export changes.
    package var isKeptCopy = false
    /// What a calendar asks, once.
    package var questions: [CalendarQuestion] = []
    /// Whether it asked the same after an earlier reading.
    package var isAskedBefore = false

    init(_ source: Source) { self.source = source }

    /// `20000 read, nothing new`. For a calendar whose series give more dates than it has events: `17 events read, 1614
    /// dates new`.
    package var sentence: String {
        if isKeptCopy, count == WriteCount() {
            return
                "\(source.name): the copy kept from your last export, unchanged. Import or drop a newer export to update it."
        }
        let series = count.added > read ? source.kind.descriptor.recurrence : nil
        var parts = [series.map { "\(read) \(read == 1 ? $0.record : $0.records) read" } ?? "\(read) read"]
        parts.append(
            count.added == 0
                ? "nothing new" : series.map { "\(count.added) \($0.pieces) new" } ?? "\(count.added) new")
        if count.updated > 0 { parts.append("\(count.updated) changed") }
        if count.withdrawn > 0 { parts.append("\(count.withdrawn) gone") }
        if skipped > 0 { parts.append("\(skipped) skipped") }
        if count.forgotten > 0 { parts.append("\(count.forgotten) forgotten before") }
        return "\(source.name): \(parts.joined(separator: ", "))."
    }
}

/// The outcomes of several sources, and those that could not be read.
package struct ImportReport: Sendable {
    package var outcomes: [ImportOutcome] = []
    /// The locators in the form in which they may be shown.
    package var failures: [(locator: String, error: LedgerError)] = []
    /// Addresses that may be the person's too, if repositories brought anything new.
    package var alsoMine: [AlsoMine] = []

    package init() {}
}

/// Reports progress of an import: what it reads, the number of records so far, and of how many, if known.
package typealias ImportProgress = @Sendable (_ what: String, _ done: Int, _ of: Int?) -> Void
