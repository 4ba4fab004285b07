/// Something of which the person says that it is fine as it is, so that there is no advice about it.
package enum Fine: Sendable, Hashable {
    /// That few of the working hours are on record.
    case record
    /// That hours are not placed.
    case sort
    /// That no review of the week is written.
    case review
    /// That sources were not read for a while.
    case sync
    /// That nobody else could run a system.
    case alone
    /// That the measure of the responsibility with this key is not agreed.
    case agreement(String)

    /// What a person types: `record`, or `agree:restores`.
    package var id: String {
        switch self {
        case .record: "record"
        case .sort: "sort"
        case .review: "review"
        case .sync: "sync"
        case .alone: "alone"
        case .agreement(let key): Self.agree + key
        }
    }

    /// `nil` if nothing is called so.
    package init?(id: String) {
        if let plain = Self.plain.first(where: { $0.id == id }) {
            self = plain
        } else if id.hasPrefix(Self.agree), id.count > Self.agree.count {
            self = .agreement(String(id.dropFirst(Self.agree.count)))
        } else {
            return nil
        }
    }

    /// All but the agreements.
    package static let plain: [Fine] = [.record, .sort, .review, .sync, .alone]
    private static let agree = "agree:"

    /// What is fine, in words that follow “that”.
    ///
    /// - Parameter label: The words of a responsibility by its key.
    package func words(_ label: (String) -> String) -> String {
        switch self {
        case .record: "little is on record"
        case .sort: "hours are not placed"
        case .review: "the week is not reviewed"
        case .sync: "sources are not read again"
        case .alone: "nobody else could run something"
        case .agreement(let key): "“\(label(key))” has no agreed measure"
        }
    }
}

/// That something is fine, and until when.
package struct SaidFine: Sendable, Hashable {
    package var what: Fine
    /// The first day on which it is over; `nil` if it is for good.
    package var until: CivilDay?

    package init(_ what: Fine, until: CivilDay? = nil) { (self.what, self.until) = (what, until) }

    /// Whether it holds on a day.
    package func holds(on day: CivilDay) -> Bool { until.map { day < $0 } ?? true }
}
