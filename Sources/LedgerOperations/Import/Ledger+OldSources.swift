package import LedgerModel
import LedgerStore
package import Questions

/// A source of which nothing newer has come for long.
package struct OldSource: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// Dropped as a file, and not again since.
        case dropped
        /// Others were read since; this one was not, or could not be.
        case behind
    }

    package var source: Source
    package var kind: Kind
    /// Whole weeks.
    package var weeks: Int64

    /// `The newest of “Work” is 5 weeks old; drop a newer export`
    package var words: String {
        switch kind {
        case .dropped: "The newest of “\(source.name)” is \(weeks) weeks old; drop a newer export"
        case .behind: "“\(source.name)” was last read \(weeks) weeks ago, others since; read it again"
        }
    }

    package var way: Way { kind == .dropped ? .drop : .readAgain }
}

extension Ledger {
    /// Those of which nothing came for four weeks though a file was dropped, or for two although others were read; the
    /// least old first. Holidays and what is left out of the ledger may grow old.
    package func oldSources(_ sources: [Source]) throws(LedgerError) -> [OldSource] {
        let frame = try store.frame()
        let (settings, zones) = (frame.settings, try zones(frame))
        func weeks(_ from: Instant, _ to: Instant) -> Int64 { (zones.day(of: to) - zones.day(of: from)) / 7 }
        let holidays = Set(settings.holidayCalendars.map { $0.lowercased() })
        let due = sources.filter { source in
            !holidays.contains(source.name.lowercased()) && source.arena.map(settings.arenas.contains) ?? true
        }
        let latest = due.filter(\.canBeReadAgain).compactMap(\.lastImport).max()
        var old: [OldSource] = []
        for source in due {
            if source.droppedName != nil {
                guard let newest = try newest(of: source) else { continue }
                let age = weeks(newest, now)
                if age >= 4 { old.append(OldSource(source: source, kind: .dropped, weeks: age)) }
            } else if source.canBeReadAgain, let last = source.lastImport, let latest, weeks(last, latest) >= 2 {
                old.append(OldSource(source: source, kind: .behind, weeks: weeks(last, now)))
            }
        }
        return old.sorted { ($0.weeks, $0.source.name) < ($1.weeks, $1.source.name) }
    }

    /// When it was dropped last; where that is not known any more, when the last of its pieces came.
    private func newest(of source: Source) throws(LedgerError) -> Instant? {
        if let dropped = CalendarState(source.state).droppedAt { return dropped }
        return try store.lastRecorded(of: source)
    }
}

extension Source {
    /// It lies where a `sync` finds it.
    package var canBeReadAgain: Bool { kind != .hand && droppedName == nil && !isPasted }
}
