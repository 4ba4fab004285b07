package import LedgerModel
import Synchronization

/// A POSIX extended regular expression that ignores the case and form of letters (`caseFolded`).
///
/// `PatternParser` describes the syntax. Time is linear in the length of the text and bounded for each letter, whatever
/// the expression; memory is bounded too. So neither a hostile expression nor a hostile text can do harm.
package final class Pattern: Sendable {
    private let fresh: PatternAutomaton
    /// The automaton with the states that earlier texts needed.
    private let practised: Mutex<PatternAutomaton>

    /// Compiles an expression; `\d` is an ASCII digit. Throws if it is not valid, has back references, or is too large.
    package init(_ expression: String) throws(PatternError) {
        fresh = PatternAutomaton(try PatternProgram(expression))
        practised = Mutex(fresh)
    }

    /// Whether any part of `text` matches, up to the first NUL.
    package func matches(_ text: String) -> Bool {
        if let answer = practised.withLockIfAvailable({ $0.matches(text) }) { return answer }
        // Another thread holds the automaton: use a fresh copy instead of waiting.
        var own = fresh
        return own.matches(text)
    }
}

extension Pattern {
    /// Compiles an expression of My job. Throws `.jobInvalid` with the reason; `place` says where the expression is.
    package convenience init(_ expression: String, of place: String) throws(LedgerError) {
        do {
            try self.init(expression)
        } catch {
            let shown = expression.count > 80 ? expression.prefix(80) + "…" : expression[...]
            throw LedgerError(
                .jobInvalid, "\(place) cannot be used: \(error.reason): “\(shown)”",
                hint: "Use a POSIX extended expression, such as ^PagerDuty or (restore|backup).")
        }
    }
}
