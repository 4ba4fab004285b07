extension [Interval] {
    package var seconds: Int64 { reduce(0) { $0 + $1.seconds } }

    /// Seconds that two lists of disjoint, ordered intervals share.
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
