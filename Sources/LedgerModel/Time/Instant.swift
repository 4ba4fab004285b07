/// A moment as whole seconds since 1970-01-01T00:00:00Z, without leap seconds.
///
/// Sub-second times are floored on the way in, so that every sum of durations is exact.
package struct Instant: Hashable, Comparable, Sendable, Codable {
    package var seconds: Int64

    package init(_ seconds: Int64) {
        self.seconds = seconds
    }

    package static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
    package static func + (a: Instant, seconds: Int64) -> Instant { Instant(a.seconds + seconds) }
    package static func - (a: Instant, seconds: Int64) -> Instant { Instant(a.seconds - seconds) }
    /// Seconds from `b` to `a`.
    package static func - (a: Instant, b: Instant) -> Int64 { a.seconds - b.seconds }

    package init(from decoder: any Decoder) throws {
        seconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(seconds)
    }
}

/// A half-open span of time `[start, end)`; never negative.
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

    /// The part shared with `other`, or nil when none is.
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

    package var interval: Interval { Interval(Instant(number * 86_400), seconds: 86_400) }

    package static func < (a: Shard, b: Shard) -> Bool { a.number < b.number }

    /// Every shard that meets `interval`; none when it is empty.
    package static func covering(_ interval: Interval) -> ClosedRange<Int64>? {
        guard !interval.isEmpty else { return nil }
        return Shard(containing: interval.start).number...Shard(containing: interval.end - 1).number
    }
}

package func floorDivision(_ a: Int64, _ b: Int64) -> Int64 {
    let quotient = a / b
    return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient
}
