package import LedgerModel

/// How lengths of time are written on every surface.
package enum Hours {
    /// `31.5 h (28–34)` if low or high differ by more than 5 %, otherwise `31.5 h`.
    package static func text(_ spent: Spent) -> String {
        guard isWide(spent) else { return text(spent.seconds) }
        if spent.high < 3600 { return "\(minutes(spent.seconds)) min (\(minutes(spent.low))–\(minutes(spent.high)))" }
        return "\(number(spent.seconds)) h (\(rounded(spent.low))–\(rounded(spent.high)))"
    }

    /// `45 min` below an hour, otherwise `31.5 h`.
    package static func text(_ seconds: Int64) -> String {
        seconds < 3600 ? "\(minutes(seconds)) min" : "\(number(seconds)) h"
    }

    /// `31.5`; no decimal for whole hours and from a thousand hours on.
    package static func number(_ seconds: Int64) -> String {
        let tenths = (seconds + 180) / 360
        if tenths >= 10_000 { return "\((seconds + 1800) / 3600)" }
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    /// `31.5`, always with one decimal, for columns.
    package static func column(_ seconds: Int64) -> String { column(tenths: Apportionment.tenths(seconds)) }

    /// The same of tenths of an hour that were rounded before.
    package static func column(tenths: Int64) -> String { "\(tenths / 10).\(tenths % 10)" }

    /// `45 min` below an hour, otherwise the tenths of an hour that a table shows of it.
    package static func text(_ seconds: Int64, tenths: Int64) -> String {
        seconds < 3600 ? text(seconds) : "\(number(tenths * 360)) h"
    }

    /// `0.7 h`, `212 h`: in hours even below one, to compare with other hours.
    package static func inHours(_ seconds: Int64) -> String { "\(rounded(seconds)) h" }

    /// `212 h`.
    package static func whole(_ seconds: Int64) -> String {
        seconds < 36_000 ? text(seconds) : "\((seconds + 1800) / 3600) h"
    }

    /// `(28.0–34.2)` for a column of hours if the range is wide enough to mention, otherwise empty.
    package static func range(_ spent: Spent) -> String {
        isWide(spent) ? "(\(column(spent.low))–\(column(spent.high)))" : ""
    }

    /// `58 %`; above zero but below half a percent, `under 1 %`.
    package static func percent(_ part: Int64, of whole: Int64) -> String {
        whole > 0 ? percent(Double(part) / Double(whole)) : "–"
    }

    /// The same for a share from 0 to 1.
    package static func percent(_ share: Double) -> String { percent(share, shown: Int64((share * 100).wholeNumber)) }

    /// The same for whole percent that were rounded before.
    package static func percent(_ share: Double, shown value: Int64) -> String {
        if value == 0, share > 0 { return "under 1 %" }
        return value == 100 && share < 1 ? "over 99 %" : "\(value) %"
    }

    private static func isWide(_ spent: Spent) -> Bool {
        let middle = Double(spent.seconds)
        return spent.high > 0
            && (Double(spent.seconds - spent.low) > 0.05 * middle || Double(spent.high - spent.seconds) > 0.05 * middle)
    }

    private static func minutes(_ seconds: Int64) -> Int64 { (seconds + 30) / 60 }
    /// `9.5`, from ten hours on without a decimal.
    package static func rounded(_ seconds: Int64) -> String {
        seconds < 36_000 ? number(seconds) : "\((seconds + 1800) / 3600)"
    }
}
