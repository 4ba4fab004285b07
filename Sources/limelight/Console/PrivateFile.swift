import LedgerModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A new file that only its owner may read; it takes its name when it is whole.
final class PrivateFile {
    private let path: String
    private let temporary: String
    private var stream: UnsafeMutablePointer<FILE>?

    init(_ path: String) throws(LedgerError) {
        self.path = path
        temporary = path + ".part"
        unlink(temporary)
        let descriptor = open(temporary, O_CREAT | O_WRONLY | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0, let stream = fdopen(descriptor, "w") else {
            throw LedgerError(
                .unreadable, "the file cannot be written", location: path,
                hint: "Check that its folder exists and that you may write to it.")
        }
        self.stream = stream
    }

    deinit {
        if let stream {
            fclose(stream)
            unlink(temporary)
        }
    }

    func write(_ text: String) throws(LedgerError) {
        guard let stream, fputs(text, stream) >= 0 else { throw Self.failed(path) }
    }

    func finish() throws(LedgerError) {
        guard let stream else { return }
        self.stream = nil
        guard fflush(stream) == 0, fsync(fileno(stream)) == 0 else {
            fclose(stream)
            unlink(temporary)
            throw Self.failed(path)
        }
        fclose(stream)
        guard rename(temporary, path) == 0 else { throw Self.failed(path) }
    }

    private static func failed(_ path: String) -> LedgerError {
        LedgerError(
            .diskFull, "the file could not be written whole; it was left out", location: path,
            hint: "Free some space and try again.")
    }
}
