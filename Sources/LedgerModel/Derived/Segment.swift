/// A span of time that one piece of evidence won; segments never overlap.
package struct Segment: Sendable, Hashable {
    package var interval: Interval
    package var grade: Grade
    package var layer: Layer
    /// The row of the evidence in the store.
    package var row: Int64

    package init(interval: Interval, grade: Grade, layer: Layer, row: Int64) {
        self.interval = interval
        self.grade = grade
        self.layer = layer
        self.row = row
    }
}

/// Seconds by grade. `low` ≤ `seconds` ≤ `high`.
package struct Spent: Sendable, Hashable, AdditiveArithmetic {
    package var sure: Int64
    package var likely: Int64
    package var possible: Int64

    package init(sure: Int64 = 0, likely: Int64 = 0, possible: Int64 = 0) {
        self.sure = sure
        self.likely = likely
        self.possible = possible
    }

    package init(_ grade: Grade, _ seconds: Int64) {
        self.init()
        switch grade {
        case .sure: sure = seconds
        case .likely: likely = seconds
        case .possible: possible = seconds
        }
    }

    package static let zero = Spent()

    package var low: Int64 { sure }
    package var seconds: Int64 { sure + likely }
    package var high: Int64 { sure + likely + possible }

    package static func + (a: Spent, b: Spent) -> Spent {
        Spent(sure: a.sure + b.sure, likely: a.likely + b.likely, possible: a.possible + b.possible)
    }

    package static func - (a: Spent, b: Spent) -> Spent {
        Spent(sure: a.sure - b.sure, likely: a.likely - b.likely, possible: a.possible - b.possible)
    }
}

extension Sequence<Segment> {
    /// The seconds of the segments inside `range`.
    package func spent(in range: Interval) -> Spent {
        reduce(.zero) { sum, segment in
            guard let part = segment.interval.clipped(to: range) else { return sum }
            return sum + Spent(segment.grade, part.seconds)
        }
    }
}

/// One combination of the single-valued dimensions. An empty string means unknown.
package struct Meaning: Sendable, Hashable, Codable {
    package var arena: Arena?
    /// A responsibility's key, `mine`, `not mine`, or `not mine:KEY`.
    package var responsibility: String
    package var objective: String
    package var worth: Worth?
    /// Whether the responsibility is inherited from work nearby. It is then never someone else's, and has no objective.
    package private(set) var isInherited = false

    package init(arena: Arena? = nil, responsibility: String = "", objective: String = "", worth: Worth? = nil) {
        self.arena = arena
        self.responsibility = responsibility
        self.objective = objective
        self.worth = worth
    }

    package static let mine = "mine"
    package static let notMine = "not mine"

    package var isNotMine: Bool { responsibility == Self.notMine || responsibility.hasPrefix(Self.notMine + ":") }

    /// Whether it counts as the job's time: it is for the job, or not yet known.
    package var isJobOrUnknown: Bool { arena == nil || arena == .job }

    /// Whether the responsibility of work nearby may be taken over: nobody said one, and it is not beside the job.
    package var mayInherit: Bool { responsibility.isEmpty && isJobOrUnknown }

    /// The same with a responsibility that is taken over.
    package func inheriting(_ responsibility: String) -> Meaning {
        var meaning = self
        meaning.responsibility = responsibility
        meaning.isInherited = true
        return meaning
    }
}
