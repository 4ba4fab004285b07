import LedgerModel

/// What is remembered of a calendar: of one at an address the version its server named, how far its series go, and
/// of one that was dropped when.
struct CalendarState {
    var etag = ""
    var lastModified = ""
    /// The last day to which series were expanded.
    var horizon: CivilDay?
    /// When its newest file was dropped.
    var droppedAt: Instant?

    init(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        etag = lines.first ?? ""
        lastModified = lines.count > 1 ? lines[1] : ""
        horizon = lines.count > 2 ? CivilDay(iso: lines[2]) : nil
        droppedAt = lines.count > 3 ? Int64(lines[3]).map { Instant($0) } : nil
    }

    var text: String {
        "\(etag)\n\(lastModified)\n\(horizon?.iso ?? "")" + (droppedAt.map { "\n\($0.seconds)" } ?? "")
    }
}
