import Questions

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads single keys from a terminal without Enter, and lines from anything.
struct KeyReader {
    /// Whether keys come one by one.
    let isSingle = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1

    /// The next key; nil at the end, at Ctrl-C and at Ctrl-D. The terminal is as it was afterwards.
    func next() -> ReviewDialogue.Key? {
        var usual = termios()
        guard tcgetattr(STDIN_FILENO, &usual) == 0 else { return nil }
        var single = usual
        single.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
        guard tcsetattr(STDIN_FILENO, TCSADRAIN, &single) == 0 else { return nil }
        defer { tcsetattr(STDIN_FILENO, TCSADRAIN, &usual) }
        while true {
            guard let byte = Self.byte() else { return nil }
            switch byte {
            case 0x03, 0x04: return nil
            case 0x0A, 0x0D: return .enter
            case 0x08, 0x7F: return .back
            case 0x1B: Self.skipSequence()
            case 0x20...0x7E: return .character(Character(Unicode.Scalar(byte)))
            default: continue
            }
        }
    }

    /// One line; nil at the end.
    func line() -> String? {
        if isSingle { Console.write("  ", to: STDERR_FILENO) }
        return readLine()
    }

    private static func byte() -> UInt8? {
        var byte: UInt8 = 0
        while true {
            let count = read(STDIN_FILENO, &byte, 1)
            if count == 1 { return byte }
            guard count < 0, errno == EINTR else { return nil }
        }
    }

    /// Arrows and their like come as several bytes at once.
    private static func skipSequence() {
        var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        while poll(&waiting, 1, 20) == 1, let byte = byte() {
            if (0x40...0x7E).contains(byte), byte != UInt8(ascii: "["), byte != UInt8(ascii: "O") { return }
        }
    }
}
