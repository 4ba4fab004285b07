/// A moment as whole seconds since 1970-01-01T00:00:00Z, without leap seconds, in the years 1 to 9999 in UTC.
///
/// Readers floor sub-second times, so that every sum of durations is exact. Arithmetic saturates at the first and the
/// last moment.
package struct Instant: Hashable, Comparable, Sendable, Codable {
    package let seconds: Int64

    /// 0001-01-01T00:00:00Z
    package static let first = Instant(.min)
    /// 9999-12-31T23:59:59Z
    package static let last = Instant(.max)

    package init(_ seconds: Int64) {
        self.seconds = min(max(seconds, -62_135_596_800), 253_402_300_799)
    }

    /// The moment `seconds` after midnight UTC of a day.
    package init(_ day: CivilDay, seconds: Int64 = 0) {
        self = Instant(day.number * 86_400) + seconds
    }

    package static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
    package static func + (a: Instant, seconds: Int64) -> Instant { Instant(a.seconds.saturatingSum(seconds)) }
    package static func - (a: Instant, seconds: Int64) -> Instant { Instant(a.seconds.saturatingDifference(seconds)) }
    /// Seconds from `b` to `a`.
    package static func - (a: Instant, b: Instant) -> Int64 { a.seconds - b.seconds }

    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Int64.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(seconds)
    }
}

/// A half-open span of time `[start, end)`. Its length is never negative.
package struct Interval: Hashable, Sendable {
    package let start: Instant
    package let end: Instant

    /// An end before the start gives an empty interval at the start.
    package init(_ start: Instant, _ end: Instant) {
        self.start = start
        self.end = max(start, end)
    }

    package init(_ start: Instant, seconds: Int64) {
        self.init(start, start + seconds)
    }

    package var seconds: Int64 { end - start }
    package var isEmpty: Bool { start == end }

    package func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }

    package func overlaps(_ other: Interval) -> Bool {
        start < other.end && other.start < end
    }

    /// The part shared with `other`; `nil` if there is none.
    package func clipped(to other: Interval) -> Interval? {
        let from = max(start, other.start)
        let to = min(end, other.end)
        return from < to ? Interval(from, to) : nil
    }
}

/// The UTC day of an instant: the unit in which the timeline is stored.
package struct Shard: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01 in UTC.
    package let number: Int64

    package init(_ number: Int64) { self.number = number }
    package init(containing instant: Instant) { number = floorDivision(instant.seconds, 86_400) }

    package var interval: Interval { Interval(Instant(CivilDay(number: number)), seconds: 86_400) }

    package static func < (a: Shard, b: Shard) -> Bool { a.number < b.number }

    /// Every shard that overlaps `interval`; `nil` if the interval is empty.
    package static func covering(_ interval: Interval) -> ClosedRange<Int64>? {
        guard !interval.isEmpty else { return nil }
        return Shard(containing: interval.start).number...Shard(containing: interval.end - 1).number
    }
}

package func floorDivision(_ a: Int64, _ b: Int64) -> Int64 {
    let quotient = a / b
    return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient
}

extension Int64 {
    /// The sum, clamped to the range of the type.
    func saturatingSum(_ other: Int64) -> Int64 {
        let (sum, overflows) = addingReportingOverflow(other)
        return overflows ? (other < 0 ? .min : .max) : sum
    }

    /// The difference, clamped to the range of the type.
    func saturatingDifference(_ other: Int64) -> Int64 {
        let (difference, overflows) = subtractingReportingOverflow(other)
        return overflows ? (other < 0 ? .max : .min) : difference
    }
}

extension [Interval] {
    package var seconds: Int64 { reduce(0) { $0 + $1.seconds } }

    /// The seconds that two lists of disjoint, ordered intervals have in common.
    package func overlap(with other: [Interval]) -> Int64 {
        var total: Int64 = 0
        var index = 0
        for interval in self {
            while index < other.count, other[index].end <= interval.start { index += 1 }
            var next = index
            while next < other.count, other[next].start < interval.end {
                total += interval.clipped(to: other[next])?.seconds ?? 0
                next += 1
            }
        }
        return total
    }
}
