/// Whole numbers that stand for exact values where they are shown, and add up.
///
/// Rounding each row by itself gives tables whose rows do not sum to their heading. So the heading is rounded first and
/// shared out: each row gets its value rounded down, and the rows with the largest remainders get one more (Hamilton’s
/// method).
package enum Apportionment {
    /// Shares out `whole` over values of `unit` each; every part is its value rounded down or up.
    ///
    /// - Parameters:
    ///   - values: None is negative.
    ///   - unit: What one of `whole` is worth, above zero.
    ///   - whole: Between the sum of the values rounded down and that sum rounded up.
    package static func parts(of whole: Int64, among values: [Int64], unit: Int64) -> [Int64] {
        var parts = values.map { $0 / unit }
        let missing = max(0, whole - parts.reduce(0, +))
        let largest = values.indices.filter { values[$0] % unit > 0 }
            .sorted { (values[$1] % unit, $0) < (values[$0] % unit, $1) }
        for index in largest.prefix(Int(missing)) { parts[index] += 1 }
        return parts
    }

    /// A length in tenths of an hour, rounded.
    package static func tenths(_ seconds: Int64) -> Int64 { (seconds + tenth / 2) / tenth }

    /// Tenths of an hour that sum to `whole`, or to the rounded sum of all.
    package static func tenths(_ seconds: [Int64], of whole: Int64? = nil) -> [Int64] {
        parts(of: whole ?? tenths(seconds.reduce(0, +)), among: seconds, unit: tenth)
    }

    /// Whole percentages of the sum of all, which sum to 100; zeros if that sum is zero.
    package static func percents(_ seconds: [Int64]) -> [Int64] {
        percents(seconds, of: 100, ofAll: seconds.reduce(0, +))
    }

    /// Whole percentages of `all` that sum to `whole`.
    package static func percents(_ seconds: [Int64], of whole: Int64, ofAll all: Int64) -> [Int64] {
        all > 0 ? parts(of: whole, among: seconds.map { $0 * 100 }, unit: all) : seconds.map { _ in 0 }
    }

    /// Six minutes, in seconds.
    private static let tenth: Int64 = 360
}
