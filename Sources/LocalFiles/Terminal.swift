#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// One of the three standard descriptors, where it is a terminal.
package struct Terminal: Sendable {
    package static let input = Terminal(descriptor: STDIN_FILENO)
    package static let answers = Terminal(descriptor: STDOUT_FILENO)
    package static let remarks = Terminal(descriptor: STDERR_FILENO)

    private let descriptor: Int32

    /// Whether a person may sit there.
    package var isThere: Bool { isatty(descriptor) == 1 }

    /// The width of its window in cells; nil where none is told.
    package var columns: Int? {
        var size = winsize()
        return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
    }
}

/// Ctrl-C and Ctrl-\ belong to the program that runs at the terminal meanwhile, as in a shell.
package struct LentInterrupts {
    #if canImport(Darwin)
        private typealias Handler = sig_t?
    #else
        private typealias Handler = __sighandler_t?
    #endif
    private static let numbers = [SIGINT, SIGQUIT]
    private let before: [Handler]

    /// Lends them, until `end`.
    package init() { before = Self.numbers.map { signal($0, SIG_IGN) } }

    package func end() {
        for (number, handler) in zip(Self.numbers, before) { _ = signal(number, handler) }
    }
}
