package import LedgerModel
import LedgerStore

/// Every question, search, and single pieces. What is asked in one go is asked of one state: `inquire`.
package struct Asking: LedgerArea {
    let store: LedgerStore
    let world: World

    /// Asks one state of the ledger, brought up to date first. It never waits for whoever writes.
    ///
    /// `work` asks nothing but the inquiry: a second one inside it would be another state.
    package func inquire<Value>(
        _ reach: RequiredShards = .nothing, _ work: (Inquiry) throws -> Value
    ) throws(LedgerError) -> Value {
        // Nearly always nothing is to be derived, and one read does all.
        let first: First<Value> = try store.read { snapshot in
            let inquiry = try Inquiry(snapshot, self)
            guard let shards = try reach.shards(inquiry), try inquiry.isStale(in: shards.range) else {
                return .answered(try work(inquiry))
            }
            return .stale(try inquiry.derivation().compiledJob, shards.range)
        }
        switch first {
        case .answered(let value): return value
        case .stale(let compiledJob, let shards):
            try settle(compiledJob, shards, waiting: false)
            return try store.read { snapshot in try work(Inquiry(snapshot, self)) }
        }
    }
}

/// What the first look came to: an answer, or what is to be derived before there can be one.
private enum First<Value> {
    case answered(Value)
    case stale(CompiledJob, ClosedRange<Int64>?)
}

/// What is to be up to date before something is asked.
package struct RequiredShards: Sendable {
    /// A range of shards; all of them when `nil`.
    struct Shards {
        var range: ClosedRange<Int64>?
    }

    /// `nil` where nothing is asked that is derived.
    let shards: @Sendable (Inquiry) throws -> Shards?

    /// What is asked is derived nowhere.
    package static let nothing = RequiredShards { _ in nil }
    package static let everything = RequiredShards { _ in Shards(range: nil) }

    /// The days of periods and of those before them.
    package static func periods(_ periods: @escaping @Sendable (Inquiry) throws -> [Period]) -> RequiredShards {
        RequiredShards { inquiry in
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

    package static func period(_ period: Period) -> RequiredShards { periods { _ in [period] } }

    /// What a query asks of readings.
    static func query(_ query: SearchQuery) -> RequiredShards {
        RequiredShards { inquiry in
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
