#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A POSIX extended regular expression, without regard to case. The matcher of the C library is
/// used because it does not backtrack: a hostile title cannot make it slow.
package final class Pattern: @unchecked Sendable {
    private var compiled = regex_t()

    /// Nil when the expression is not valid. `\d` is taken as `[0-9]`.
    package init?(_ expression: String) {
        let posix = expression.replacing("\\d", with: "[0-9]")
        guard expression.utf8.count <= 1000, !posix.utf8.contains(0),
            regcomp(&compiled, posix, REG_EXTENDED | REG_ICASE | REG_NOSUB) == 0
        else { return nil }
    }

    deinit { regfree(&compiled) }

    package func matches(_ text: String) -> Bool {
        regexec(&compiled, text, 0, nil, 0) == 0
    }
}
