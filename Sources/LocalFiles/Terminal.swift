#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// One of the three standard descriptors, which may be a terminal.
package struct Terminal: Sendable {
    package static let input = Terminal(descriptor: STDIN_FILENO)
    package static let answers = Terminal(descriptor: STDOUT_FILENO)
    package static let remarks = Terminal(descriptor: STDERR_FILENO)

    private let descriptor: Int32

    /// Whether it is a terminal.
    package var isThere: Bool { isatty(descriptor) == 1 }

    /// The width of its window in cells; `nil` if it is unknown.
    package var columns: Int? {
        var size = winsize()
        return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
    }
}

/// Leaves Ctrl-C and Ctrl-\ to a program that runs at the terminal meanwhile, as a shell does.
package struct LentInterrupts {
    #if canImport(Darwin)
        private typealias Handler = sig_t?
    #else
        private typealias Handler = __sighandler_t?
    #endif
    private static let numbers = [SIGINT, SIGQUIT]
    private let before: [Handler]

    /// Ignores both until `end`.
    package init() { before = Self.numbers.map { signal($0, SIG_IGN) } }

    package func end() {
        for (number, handler) in zip(Self.numbers, before) { _ = signal(number, handler) }
    }
}
