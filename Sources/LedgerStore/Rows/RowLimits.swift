import GRDB
import LedgerModel

/// What the schema cannot say of a number: how large it can be, so that no sum of times overflows.
///
/// Rows come from exports, which anyone may have written, and from damaged pages.
enum RowLimits {
    static func fits(_ column: String, _ value: DatabaseValue) -> Bool {
        guard case .int64(let number) = value.storage else { return true }
        if instants.contains(column) { return (Instant.first.seconds...Instant.last.seconds).contains(number) }
        if column == "utc_offset" { return (-86_400...86_400).contains(number) }
        if column == "id" || column.hasSuffix("_id") || column == "number" { return (1...largest).contains(number) }
        return free.contains(column) || (-largest...largest).contains(number)
    }

    private static let instants: Set<String> = [
        "at", "until", "committed_at", "recorded_at", "added_at", "last_import", "seen_at", "replaced_at", "span_from",
        "span_until",
    ]
    private static let largest: Int64 = 1 << 53
    /// Compared, never added to.
    private static let free: Set<String> = ["content_hash", "work_key", "sequence", "last_modified", "stamp"]
}
