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
        _ reach: Reach = .nothing, _ work: (Inquiry) throws -> Value
    ) throws(LedgerError) -> Value {
        // Nearly always nothing is to be derived, and one read does all.
        let first: First<Value> = try store.read { snapshot in
            let inquiry = try Inquiry(snapshot, self)
            guard let shards = try reach.shards(inquiry), try inquiry.isStale(in: shards.range) else {
                return .answered(try work(inquiry))
            }
            return .stale(try inquiry.derivation().reckoning, shards.range)
        }
        switch first {
        case .answered(let value): return value
        case .stale(let reckoning, let shards):
            try settle(reckoning, shards, waiting: false)
            return try store.read { snapshot in try work(Inquiry(snapshot, self)) }
        }
    }
}

/// What the first look came to: an answer, or what is to be derived before there can be one.
private enum First<Value> {
    case answered(Value)
    case stale(Reckoning, ClosedRange<Int64>?)
}
