package import LedgerModel

/// The incidents of something, with the days on which one would show.
///
/// Nobody knows whether a source would show an incident before it has shown one. So a source tells from its first one
/// on, until it was last read, and only of what it has shown one of. Days, not pieces, are counted: a note, a call and
/// two commits of one day are as good as one.
package struct IncidentRecord: Sendable, Hashable {
    private var dated: [(day: CivilDay, piece: SignedPiece)] = []
    /// The days of which each source tells.
    private var telling: [ClosedRange<CivilDay>] = []

    /// - Parameters:
    ///   - incidents: oldest first.
    ///   - shown: the incidents from whose days on their sources tell; `nil` for these alone.
    ///   - tellsUntil: for the row of each source, when it was last read; 0 for what the person writes.
    package init(
        _ incidents: [SignedPiece], among shown: [SignedPiece]? = nil, tellsUntil: [Int64: Instant],
        _ zones: ZoneHistory
    ) {
        dated = incidents.map { (zones.day(of: $0.at), $0) }
        for (source, items) in Dictionary(grouping: shown ?? incidents, by: \.source) {
            let days = items.map { zones.day(of: $0.at) }
            guard let first = days.min(), let last = days.max() else { continue }
            telling.append(first...max(last, tellsUntil[source].map(zones.day(of:)) ?? last))
        }
        telling.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }

    package var isEmpty: Bool { dated.isEmpty }
    package var first: CivilDay? { telling.map(\.lowerBound).min() }
    package var last: CivilDay? { telling.map(\.upperBound).max() }

    package static func == (a: IncidentRecord, b: IncidentRecord) -> Bool {
        a.telling == b.telling && a.dated.map(\.piece) == b.dated.map(\.piece)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(dated.map(\.piece)) }

    /// `nil` if no source tells of a single day of the period.
    package func incidents(in period: Period) -> Incidents? {
        let known = period.since.days(max(0, period.days)).count { day in telling.contains { $0.contains(day) } }
        guard known > 0 else { return nil }
        let found = dated.filter { period.since <= $0.day && $0.day < period.until }
        return Incidents(
            days: Set(found.map(\.day)).count, known: known, seconds: found.reduce(0) { $0 + $1.piece.seconds },
            pieces: found.map(\.piece.id))
    }
}

/// The incidents of a period.
package struct Incidents: Sendable, Hashable {
    /// Days with an incident.
    package var days: Int
    /// Days on which one would show.
    package var known: Int
    /// How long the pieces took that say so.
    package var seconds: Int64
    package var pieces: [PublicID]

    /// Days without one.
    package var quiet: Int { known - days }
}

/// Incidents before and after a day. Spans are whole weeks, at most twelve before and 52 after.
package struct BeforeAfter: Sendable, Hashable {
    package var before: Incidents
    package var after: Incidents
    package var weeksBefore: Int
    package var weeksAfter: Int

    private static let fewestWeeks: Int64 = 4
    /// How many days with an incident the time after would have had, at the earlier rate, before none is worth a word.
    private static let fewest = 3

    /// `nil` unless sources tell of every day of at least four weeks on each side. The day itself is on neither.
    package init?(_ record: IncidentRecord, around day: CivilDay, today: CivilDay) {
        guard let first = record.first, let last = record.last else { return nil }
        let back = min(12, (day - first) / 7)
        let on = min(52, (min(last, today) - day) / 7)
        guard back >= Self.fewestWeeks, on >= Self.fewestWeeks,
            let before = record.incidents(in: Period(since: day - 7 * back, until: day)),
            let after = record.incidents(in: Period(since: day + 1, until: day + 1 + 7 * on)),
            before.known == 7 * Int(back), after.known == 7 * Int(on)
        else { return nil }
        (self.before, self.after) = (before, after)
        (weeksBefore, weeksAfter) = (Int(back), Int(on))
    }

    /// Whether none came after, where at the earlier rate at least three days would have had one.
    package var isStopped: Bool {
        after.days == 0 && before.days * weeksAfter >= Self.fewest * weeksBefore
    }

    /// `on seven days in the twelve weeks before, on none in the nine since`
    package var spans: [Document.Span] {
        func days(_ count: Int) -> String { count == 0 ? "none" : Words.count(count, "day") }
        let spans: [Document.Span] = [
            .text("on "), .figure(days(before.days), EvidenceRef(pieces: before.pieces)),
            .text(" in the \(Words.count(weeksBefore)) weeks before, on "),
            .figure(days(after.days), EvidenceRef(pieces: after.pieces)),
            .text(" in the \(Words.count(weeksAfter)) since"),
        ]
        return spans.map(\.opening)
    }
}
