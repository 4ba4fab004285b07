package import LedgerModel
import LedgerStore
import LocalFiles
import TraceSources

/// A source that is out of date: nothing newer has come for long, or events have passed that are unconfirmed.
package struct OutdatedSource: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// Dropped as a file, and not dropped again since.
        case dropped
        /// A file that was not saved again since, so that reading it gives nothing newer.
        case saved
        /// Not read since some of its events passed.
        case unread
        /// Not read, or not readable, although others were read since.
        case behind
    }

    package var source: Source
    package var kind: Kind
    /// The day as of which it is true.
    package var asOf: CivilDay
    /// Whole weeks since then.
    package var weeks: Int64
    /// The number of its events that have begun but are unconfirmed, since it was last true before them.
    package var passed: Int

    /// `The calendar “Work” was dropped on 21 November 2026; drop a newer export`
    package var words: String {
        let what = source.kind == .calendar ? "The calendar " : ""
        let (name, day) = ("\(what)“\(source.name)”", Period.date(asOf))
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
    /// Calendars with unconfirmed past events, calendars that were dropped and not renewed for four weeks, and
    /// calendars that were not read for two weeks although others were. The least old come first. Holidays and sources
    /// that are left out of the ledger do not count.
    package func outdatedSources(_ sources: [Source]) throws -> [OutdatedSource] {
        let (settings, zones) = (myJob.settings, zones)
        func weeks(_ from: Instant, _ to: Instant) -> Int64 { (zones.day(of: to) - zones.day(of: from)) / 7 }
        let holidays = settings.holidayNames
        let due = sources.filter { source in
            !holidays.contains(source.name.lowercased()) && source.arena.map(settings.arenas.contains) ?? true
        }
        let latest = due.filter(\.canBeReadAgain).compactMap(\.lastImport).max()
        var old: [OutdatedSource] = []
        for source in due {
            guard let last = source.asOf ?? source.lastImport else { continue }
            let passed = try snapshot.foretold(by: source, now: now)
            let age = weeks(last, now)
            let kind: OutdatedSource.Kind? =
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
                OutdatedSource(source: source, kind: kind, asOf: zones.day(of: last), weeks: shown, passed: passed))
        }
        return old.sorted { ($0.weeks, $0.source.name) < ($1.weeks, $1.source.name) }
    }

    /// Whether `sync` may find something newer. False if the file of a calendar has not changed.
    func gainsByReading(_ source: Source) -> Bool {
        guard source.canBeReadAgain else { return false }
        guard !source.isAddress, !Folders.isFolder(source.locator),
            let asOf = source.asOf, let written = LedgerFiles.modified(source.locator)
        else { return true }
        return written > asOf
    }
}

extension Source {
    /// Whether `sync` can find it.
    package var canBeReadAgain: Bool { kind.descriptor.isRead && droppedName == nil && !isPasted && replaced == nil }
}
