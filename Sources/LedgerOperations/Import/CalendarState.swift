import LedgerModel

/// What is remembered of a calendar at an address: the version its server named, and how far its series go.
struct CalendarState {
    var etag = ""
    var lastModified = ""
    /// The last day to which series were expanded.
    var horizon: CivilDay?

    init(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        etag = lines.first ?? ""
        lastModified = lines.count > 1 ? lines[1] : ""
        horizon = lines.count > 2 ? CivilDay(iso: lines[2]) : nil
    }

    var text: String { "\(etag)\n\(lastModified)\n\(horizon?.iso ?? "")" }
}
