/// Finds whole days that meet a range, in time that goes with how many do: leave of a season keeps nobody from
/// finding a day, nor does a century of birthdays.
enum WholeDays {
    /// Events of one class are at most so long, in days; a later class has what is longer than the one before.
    private static let longest: [Int64] = [3, 31, 366]
    /// Longer than anything that can be written.
    private static let endless: Int64 = 10_000 * 366

    /// The class of a row, as SQL: the index is by the same words.
    static func length(_ prefix: String) -> String {
        "(" + longest.map { "(\(prefix)until - \(prefix)at > \($0 * 86_400))" }.joined(separator: " + ") + ")"
    }

    /// The rows `e` that end after `:from` and begin before `:to`.
    static let meeting = """
        (VALUES \((longest + [endless]).enumerated().map { "(\($0), \($1 * 86_400))" }.joined(separator: ", "))) class
          CROSS JOIN evidence e INDEXED BY evidence_all_day
        WHERE e.flags & 1 AND \(length("e.")) = class.column1 AND e.at > :from - class.column2 AND e.at < :to
          AND e.until > :from
        """
}
