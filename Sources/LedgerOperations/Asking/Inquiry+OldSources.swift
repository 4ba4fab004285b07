package import LedgerModel
import LedgerStore
import LocalFiles
import TraceSources

/// A source of which nothing newer has come for long, or of which something passed that nobody knows about.
package struct OldSource: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// Dropped as a file, and not again since.
        case dropped
        /// A file that was not written again since: reading it gives nothing newer.
        case saved
        /// Not read since its events passed.
        case unread
        /// Others were read since; this one was not, or could not be.
        case behind
    }

    package var source: Source
    package var kind: Kind
    /// The day as of which it is true.
    package var asOf: CivilDay
    /// Whole weeks since then.
    package var weeks: Int64
    /// Its events that have begun and stand as planned, since they lay ahead when it was true.
    package var passed: Int

    /// `“Work” was dropped on 21 November 2026; drop a newer export`
    package var words: String {
        let (name, day) = ("“\(source.name)”", Period.date(asOf))
        return switch kind {
        case .dropped: "\(name) was dropped on \(day); drop a newer export"
        case .saved: "\(name) was saved on \(day); save a newer export over it, or drop one"
        case .unread: "\(name) was last read on \(day); read it again"
        case .behind: "\(name) was last read \(weeks) weeks ago, others since; read it again"
        }
    }

    package var offer: Offer { kind == .dropped || kind == .saved ? .drop : .readAgain }
}

extension Inquiry {
    /// Calendars of which events passed that lay ahead when they were true; and those of which nothing came for four
    /// weeks though a file was dropped, or for two although others were read; the least old first. Holidays and what
    /// is left out of the ledger may grow old.
    package func oldSources(_ sources: [Source]) throws -> [OldSource] {
        let (settings, zones) = (myJob.settings, zones)
        func weeks(_ from: Instant, _ to: Instant) -> Int64 { (zones.day(of: to) - zones.day(of: from)) / 7 }
        let holidays = settings.holidayNames
        let due = sources.filter { source in
            !holidays.contains(source.name.lowercased()) && source.arena.map(settings.arenas.contains) ?? true
        }
        let latest = due.filter(\.canBeReadAgain).compactMap(\.lastImport).max()
        var old: [OldSource] = []
        for source in due {
            guard let last = source.asOf ?? source.lastImport else { continue }
            let passed = try snapshot.foretold(by: source, now: now)
            let age = weeks(last, now)
            let kind: OldSource.Kind? =
                if source.droppedName != nil {
                    passed > 0 || age >= 4 ? .dropped : nil
                } else if !source.canBeReadAgain {
                    nil
                } else if let read = source.lastImport, let latest, weeks(read, latest) >= 2 {
                    .behind
                } else if passed > 0 {
                    gainsByReading(source) ? .unread : .saved
                } else {
                    nil
                }
            guard let kind else { continue }
            let shown = kind == .behind ? source.lastImport.map { weeks($0, now) } ?? age : age
            old.append(
                OldSource(source: source, kind: kind, asOf: zones.day(of: last), weeks: shown, passed: passed))
        }
        return old.sorted { ($0.weeks, $0.source.name) < ($1.weeks, $1.source.name) }
    }

    /// Whether `sync` may find something newer: not where a file of a calendar is as it was.
    func gainsByReading(_ source: Source) -> Bool {
        guard source.canBeReadAgain else { return false }
        guard !source.isAddress, !Folders.isFolder(source.locator),
            let asOf = source.asOf, let written = LedgerFiles.modified(source.locator)
        else { return true }
        return written > asOf
    }
}

extension Source {
    /// It lies where a `sync` finds it.
    package var canBeReadAgain: Bool { kind.descriptor.isRead && droppedName == nil && !isPasted }
}
