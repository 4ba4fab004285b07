/// The starts of a series, in the wall clock of its own zone.
package struct Expansion: Hashable, Sendable {
    /// Seconds since 1970-01-01T00:00:00 as a clock in the zone shows them, ascending.
    package var starts: [Int64] = []
    /// There are earlier ones, or the rule takes too long: a limit ended the work.
    package var isCut = false
    /// The work done, in days looked at and instances made, roughly.
    package var steps = 0

    package init() {}
}

package enum Recurrence {
    /// The work that one expansion may do: a second's at most.
    package static let stepLimit = 2_000_000

    /// The instances of `rule` from `start` up to but not at `end`; where there are more than `limit`, the latest.
    ///
    /// `start` itself is among them only when the rule names it. UNTIL is the caller's to fold into
    /// `end`: it may be in another zone than `start`.
    ///
    /// - Parameter notBefore: For a rule without COUNT: what is earlier is left out, and costs nothing.
    package static func expand(
        _ rule: RecurrenceRule, from start: Int64, notBefore: Int64 = .min, isDate: Bool, before end: Int64,
        limit: Int, steps: Int = stepLimit
    ) -> Expansion {
        var expander = PeriodExpander(
            rule, from: start, notBefore: notBefore, isDate: isDate, before: end, limit: limit, steps: steps)
        return expander.run()
    }
}
