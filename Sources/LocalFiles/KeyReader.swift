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

    /// A key while a line is edited.
    package enum LineKey: Equatable, Sendable {
        case character(Character)
        case enter, back, delete, left, right, start, end
        /// Ctrl-U, Ctrl-K and Ctrl-W.
        case clearBefore, clearBehind, clearWord
        /// Ctrl-D.
        case close
        /// Ctrl-C, or the terminal is gone.
        case leave
        /// A key that means nothing here.
        case other
    }

    /// The earlier state of the terminal, for signals that end the program meanwhile.
    nonisolated(unsafe) private static var before = termios()
    nonisolated(unsafe) private static var isRaw = false

    /// Waits for a key. Returns `.end` if standard input is not a terminal.
    package static func next() -> Key { raw(read) ?? .end }

    /// Hands over the keys of a line; none is echoed. Returns `nil` if standard input is not a terminal.
    package static func line<Value>(_ work: (_ next: () -> LineKey) -> Value) -> Value? { raw { work(readOfLine) } }

    private static func raw<Value>(_ work: () -> Value) -> Value? {
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
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
        return work()
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

    private static func readOfLine() -> LineKey {
        guard let first = byte() else { return .leave }
        switch first {
        case 1: return .start
        case 2: return .left
        case 3: return .leave
        case 4: return .close
        case 5: return .end
        case 6: return .right
        case 8, 127: return .back
        case 10, 13: return .enter
        case 11: return .clearBehind
        case 21: return .clearBefore
        case 23: return .clearWord
        case 27: return longKey()
        case 0x20...0x7E: return .character(Character(UnicodeScalar(first)))
        case 0x80...:
            var bytes = [first]
            let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
            while bytes.count < length, isWaiting(), let next = byte() { bytes.append(next) }
            guard let text = String(validating: bytes, as: UTF8.self), let character = text.first else { return .other }
            return .character(character)
        default: return .other
        }
    }

    /// What stands behind the escape of an arrow or another long key (ECMA-48, CSI and SS3).
    private static func longKey() -> LineKey {
        guard isWaiting(), let kind = byte(), kind == UInt8(ascii: "[") || kind == UInt8(ascii: "O") else {
            return .other
        }
        var code = ""
        while isWaiting(), let next = byte() {
            code.unicodeScalars.append(UnicodeScalar(next))
            if (0x40...0x7E).contains(next) { break }
        }
        return switch code {
        case "C": .right
        case "D": .left
        case "H", "1~", "7~": .start
        case "F", "4~", "8~": .end
        case "3~": .delete
        default: .other
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
