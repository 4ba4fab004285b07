package import LedgerModel
import Synchronization

/// A POSIX extended regular expression, without regard to the case and the form of letters (`CaseFolding`).
///
/// What it takes is in `PatternParser`. Time grows with the length of a text and is bounded for each letter, whatever
/// expression and text are; memory is bounded too, so neither can be hostile.
package final class Pattern: Sendable {
    private let fresh: PatternAutomaton
    /// What earlier texts taught.
    private let practised: Mutex<PatternAutomaton>

    /// `\d` is a digit of ASCII. Throws when the expression is not valid, refers back, or is too large.
    package init(_ expression: String) throws(PatternError) {
        fresh = PatternAutomaton(try PatternProgram(expression))
        practised = Mutex(fresh)
    }

    /// Whether any part of `text` matches; it ends at its first NUL.
    package func matches(_ text: String) -> Bool {
        if let answer = practised.withLockIfAvailable({ $0.matches(text) }) { return answer }
        // Another thread asks the same: nobody waits.
        var own = fresh
        return own.matches(text)
    }
}

extension Pattern {
    /// As a part of My job: throws `.jobInvalid` with the reason; `place` says where it stands.
    package convenience init(_ expression: String, of place: String) throws(LedgerError) {
        do {
            try self.init(expression)
        } catch {
            let shown = expression.count > 80 ? expression.prefix(80) + "…" : expression[...]
            throw LedgerError(
                .jobInvalid, "\(place) cannot be used: \(error.reason): “\(shown)”",
                hint: "Use a POSIX extended expression, as in ^PagerDuty or (restore|backup).")
        }
    }
}
