import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// Why something could not be printed.
package enum OutputError: Error, Hashable, Sendable {
    /// The reader went away, as `head` does. This is not an error.
    case readerGone
    /// The reason, worded to follow “the answer could not be printed whole:”.
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

/// Where a program prints. Everything is printed completely or with an error.
package struct Output: Sendable {
    package static let answers = Output(descriptor: STDOUT_FILENO)
    package static let remarks = Output(descriptor: STDERR_FILENO)

    let descriptor: Int32

    /// Must be called before anything is opened.
    ///
    /// If a standard descriptor is closed, the next opened file would get its number, and what is printed would go into
    /// that file. So a descriptor that cannot be used takes its place. It also turns the signals for a reader that went
    /// away and for a file that may not grow into failing writes. Started programs get the signals back.
    package static func begin() {
        for (descriptor, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
        where fcntl(descriptor, F_GETFD) < 0 {
            _ = open("/dev/null", mode)
        }
        signal(SIGPIPE) { _ in }
        signal(SIGXFSZ) { _ in }
    }

    /// Writes to the descriptor without a buffer.
    package func write(_ text: String) throws(OutputError) {
        var pieces = GatheredPieces()
        do throws(Errno) {
            try pieces.add(text.utf8, to: descriptor)
            try pieces.flush(to: descriptor)
        } catch {
            throw OutputError(error)
        }
    }

    /// Closes the descriptor. Some file systems report write errors only then.
    package func close() throws(OutputError) {
        guard closeDescriptor(descriptor) != 0 else { return }
        let error = Errno(rawValue: errno)
        if error != .interrupted { throw OutputError(error) }
    }
}

/// Buffers much output that is printed in small pieces.
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
