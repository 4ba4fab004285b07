import GRDB

/// What the schema cannot say of a number: how large it can be, so that no sum of times overflows.
///
/// Rows come from exports, which anyone may have written, and from damaged pages.
enum RowLimits {
    static func fits(_ column: String, _ value: DatabaseValue) -> Bool {
        guard case .int64(let number) = value.storage else { return true }
        if instants.contains(column) { return (-farthest...farthest).contains(number) }
        if column == "utc_offset" { return (-86_400...86_400).contains(number) }
        if column == "id" || column.hasSuffix("_id") || column == "number" { return (1...largest).contains(number) }
        return free.contains(column) || (-largest...largest).contains(number)
    }

    private static let instants: Set<String> = [
        "at", "until", "committed_at", "recorded_at", "added_at", "last_import", "seen_at", "replaced_at", "span_from",
        "span_until",
    ]
    /// Ten thousand years from 1970, in seconds.
    private static let farthest: Int64 = 315_576_000_000
    private static let largest: Int64 = 1 << 53
    /// Compared, never added to.
    private static let free: Set<String> = ["content_hash", "work_key", "sequence", "last_modified", "stamp"]
}
