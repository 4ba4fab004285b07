/// What is remembered of a calendar between readings: as of when it is true, how far its series go, and of one at an
/// address the version that its server named. Kept with the source, a line each.
package struct CalendarState: Sendable, Hashable {
    package var etag = ""
    package var lastModified = ""
    /// The last day to which series were expanded.
    package var horizon: CivilDay?
    /// As of when what it says is true: when its address answered, when its file was written or dropped.
    package var asOf: Instant?

    package init(_ text: String = "") {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        etag = lines.first ?? ""
        lastModified = lines.count > 1 ? lines[1] : ""
        horizon = lines.count > 2 ? CivilDay(iso: lines[2]) : nil
        asOf = lines.count > 3 ? Int64(lines[3]).map { Instant($0) } : nil
    }

    package var text: String {
        "\(etag)\n\(lastModified)\n\(horizon?.iso ?? "")\n\(asOf.map { "\($0.seconds)" } ?? "")"
    }
}

extension Source {
    /// As of when what a calendar says is true; nil for other sources, and for one that was never read to its end.
    ///
    /// Where an earlier version of the program did not keep it, it is the last reading.
    package var asOf: Instant? { kind.descriptor.isForetelling ? CalendarState(state).asOf ?? lastImport : nil }

    /// Until when a calendar's events are taken for what was: a week ahead of what it knew, since people look on
    /// Thursday at a week that was read on Monday. What begins later is a plan. Nil for no bound.
    package var speaksUntil: Instant? { asOf.map { $0 + Self.speaksAhead } }

    /// A week, in seconds.
    package static let speaksAhead: Int64 = 7 * 86_400
}
