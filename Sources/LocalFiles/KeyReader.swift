#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// Reads single keys from a terminal. The terminal is changed only while it waits for a key, and restored whatever ends
/// the wait.
package enum KeyReader {
    package enum Key: Equatable, Sendable {
        case character(Character)
        case enter, escape, back
        /// Ctrl-C, Ctrl-D, or the terminal is gone.
        case end
    }

    /// The earlier state of the terminal, for signals that end the program meanwhile.
    nonisolated(unsafe) private static var before = termios()
    nonisolated(unsafe) private static var isRaw = false

    /// Waits for a key. Returns `.end` if standard input is not a terminal.
    package static func next() -> Key {
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return .end }
        for number in [SIGTERM, SIGHUP] { signal(number, endOnSignal) }
        var raw = before
        // Read keys one by one without echo, with Ctrl-C as one of them.
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
        isRaw = true
        tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
        defer {
            tcsetattr(STDIN_FILENO, TCSADRAIN, &before)
            isRaw = false
            for number in [SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
        }
        return read()
    }

    private static let endOnSignal: @convention(c) (Int32) -> Void = { number in
        if isRaw { tcsetattr(STDIN_FILENO, TCSANOW, &before) }
        _exit(128 + number)
    }

    private static func read() -> Key {
        guard let first = byte() else { return .end }
        switch first {
        case 3, 4: return .end
        case 10, 13: return .enter
        case 8, 127: return .back
        case 27:
            // Skip the rest of an arrow or another long key, which has already arrived.
            while isWaiting(), byte() != nil {}
            return .escape
        case 0x20...0x7E: return .character(Character(UnicodeScalar(first)))
        default:
            while first >= 0x80, isWaiting(), byte() != nil {}
            return .escape
        }
    }

    private static func byte() -> UInt8? {
        var byte: UInt8 = 0
        while true {
            let count = readBytes(STDIN_FILENO, &byte, 1)
            if count == 1 { return byte }
            guard count < 0, errno == EINTR else { return nil }
        }
    }

    private static func isWaiting() -> Bool {
        var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, 20) > 0
    }
}

private func readBytes(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(descriptor, bytes, count)
}
