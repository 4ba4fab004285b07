package import LedgerModel
import LedgerStore

/// What is to be up to date before something is asked.
package struct Reach: Sendable {
    /// A range of shards; all of them when `nil`.
    struct Shards {
        var range: ClosedRange<Int64>?
    }

    /// `nil` where nothing is asked that is derived.
    let shards: @Sendable (Inquiry) throws -> Shards?

    /// What is asked is derived nowhere.
    package static let nothing = Reach { _ in nil }
    package static let everything = Reach { _ in Shards(range: nil) }

    /// The days of periods and of those before them.
    package static func periods(_ periods: @escaping @Sendable (Inquiry) throws -> [Period]) -> Reach {
        Reach { inquiry in
            let spans = try periods(inquiry).map { $0.clipped(to: inquiry.today) }.compactMap { period in
                let (before, now) = (period.previous.interval(inquiry.zones), period.interval(inquiry.zones))
                return Shard.covering(Interval(before.start, max(before.start, now.end)))
            }
            guard let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max() else {
                return nil
            }
            return Shards(range: first...last)
        }
    }

    package static func period(_ period: Period) -> Reach { periods { _ in [period] } }

    /// What a query asks of readings.
    static func query(_ query: SearchQuery) -> Reach {
        Reach { inquiry in
            guard query.needsReadings || !query.values(.isA).isEmpty || !query.values(.hours).isEmpty else {
                return nil
            }
            guard let range = try inquiry.range(of: query) else { return Shards(range: nil) }
            return Shard.covering(range).map { Shards(range: $0) }
        }
    }
}

extension Inquiry {
    /// Something of it is not stored as it should be.
    func isStale(in shards: ClosedRange<Int64>?) throws -> Bool {
        try !derivation().isSettled || snapshot.isMarked(in: shards)
    }
}
