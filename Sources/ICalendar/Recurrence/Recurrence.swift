/// The starts of a series, in the wall clock of its own zone.
package struct Expansion: Hashable, Sendable {
    /// Seconds since 1970-01-01T00:00:00 as a clock in the zone shows them, ascending.
    package var starts: [Int64] = []
    /// More would have come; a limit ended the work.
    package var isCut = false
    /// The work done, in days looked at and instances made, roughly.
    package var steps = 0

    package init() {}
}

package enum Recurrence {
    /// The work that one expansion may do: a second's at most.
    package static let stepLimit = 2_000_000

    /// The instances of `rule` from `start` up to but not at `end`, at most `limit`.
    ///
    /// `start` itself is among them only when the rule names it. UNTIL is the caller's to fold into
    /// `end`: it may be in another zone than `start`.
    package static func expand(
        _ rule: RecurrenceRule, from start: Int64, isDate: Bool, before end: Int64, limit: Int,
        steps: Int = stepLimit
    ) -> Expansion {
        guard start < end, limit > 0 else { return Expansion() }
        if rule.isEveryday(from: start) {
            return LibicalRecurrence.expand(
                rule.textWithoutUntil, from: start, isDate: isDate, before: end, limit: limit)
        }
        var expander = PeriodExpander(rule, from: start, isDate: isDate, before: end, limit: limit, steps: steps)
        return expander.run()
    }
}
