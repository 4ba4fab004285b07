import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// Why something could not be printed.
package enum OutputError: Error, Hashable, Sendable {
    /// Whoever read it went away, as `head` does: nobody's error.
    case readerGone
    /// In words, to follow “the answer could not be printed whole:”.
    case failed(String)

    init(_ error: Errno) {
        self =
            switch error {
            case .brokenPipe: .readerGone
            case .noSpace, .diskQuotaExceeded: .failed("the disk is full")
            case .badFileDescriptor: .failed("stdout is closed")
            default: .failed(error.description)
            }
    }
}

/// Where a program prints: everything that it prints goes through here, whole or with an error.
package struct Output: Sendable {
    package static let answers = Output(descriptor: STDOUT_FILENO)
    package static let remarks = Output(descriptor: STDERR_FILENO)

    let descriptor: Int32

    /// To be called before anything is opened.
    ///
    /// A standard descriptor that is closed would be the next file's, and what is printed would go into that file: it
    /// is taken by one that cannot be used. A reader that went away and a file that may not grow are told by the write
    /// that fails, not by a signal; programs that are started get the signals back.
    package static func begin() {
        for (descriptor, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
        where fcntl(descriptor, F_GETFD) < 0 {
            _ = open("/dev/null", mode)
        }
        signal(SIGPIPE) { _ in }
        signal(SIGXFSZ) { _ in }
    }

    /// Straight to the descriptor.
    package func write(_ text: String) throws(OutputError) {
        var pieces = GatheredPieces()
        do throws(Errno) {
            try pieces.add(text.utf8, to: descriptor)
            try pieces.flush(to: descriptor)
        } catch {
            throw OutputError(error)
        }
    }

    /// Ends it: what some file systems only tell then is told too.
    package func close() throws(OutputError) {
        guard closeDescriptor(descriptor) != 0 else { return }
        let error = Errno(rawValue: errno)
        if error != .interrupted { throw OutputError(error) }
    }
}

/// Much that is printed in small pieces.
package final class OutputPieces {
    private let output: Output
    private var pieces = GatheredPieces()

    package init(_ output: Output) { self.output = output }

    package func write(_ text: String) throws(OutputError) {
        do throws(Errno) { try pieces.add(text.utf8, to: output.descriptor) } catch { throw OutputError(error) }
    }

    package func finish() throws(OutputError) {
        do throws(Errno) { try pieces.flush(to: output.descriptor) } catch { throw OutputError(error) }
    }
}

private func closeDescriptor(_ descriptor: Int32) -> Int32 { close(descriptor) }
