package import LedgerModel
import LedgerStore

/// What importing one source did.
package struct ImportOutcome: Sendable {
    package var source: Source
    /// Records in the source.
    package var read = 0
    package var count = WriteCount()
    package var skipped = 0
    package var diagnostics = Diagnostics()
    /// Parts of the source that could not be read at all, or not whole; the rest was.
    package var failures: [LedgerError] = []
    /// Whole seconds it took.
    package var seconds: Int64 = 0
    /// What the person should know or decide, as who was counted as them.
    package var remarks: [Advice] = []
    /// The source says what it said before, and that it was read is still to be noted.
    var isToBeNoted = false
    /// The address that most events are with, where nobody is known as the person yet.
    package var likelyOwner: String?

    init(_ source: Source) { self.source = source }

    /// `20000 read, nothing new`; of a calendar whose series give more dates than it has events,
    /// `17 events read, 1614 dates new`.
    package var sentence: String {
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

/// Several sources: what each gave, and which could not be read.
package struct ImportReport: Sendable {
    package var outcomes: [ImportOutcome] = []
    /// The locators as they may be shown.
    package var failures: [(locator: String, error: LedgerError)] = []

    package init() {}
}

/// How an import tells where it is: what it reads, how many records so far, and of how many when known.
package typealias ImportProgress = @Sendable (_ what: String, _ done: Int, _ of: Int?) -> Void
