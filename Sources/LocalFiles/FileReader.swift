import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// Reads whole files from outside, up to a limit.
package enum FileReader {
    /// Throws `.unreadable` if the file is missing, not a plain file or forbidden; `.tooLarge` beyond `limit` bytes.
    package static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        do {
            // Without O_NONBLOCK, opening a named pipe could wait forever.
            let file = try FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec, .nonBlocking])
            return try file.closeAfter {
                guard FileKind(of: file) == .file else {
                    throw FileError(
                        .unreadable, "this is not a file", path: path, hint: "Name a file, not a folder or a device.")
                }
                return try contents(file, path, limit)
            }
        } catch let error as FileError {
            throw error
        } catch let error as Errno {
            throw FileError(
                .unreadable, "the file cannot be read: \(error.description)", path: path, hint: hint(for: error))
        } catch {
            throw FileError(
                .unreadable, "the file cannot be read", path: path, hint: "Check the path and its permissions.")
        }
    }

    /// The first bytes of a file; empty if it cannot be read.
    package static func start(of path: String, _ count: Int) -> [UInt8] {
        guard
            let file = try? FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec, .nonBlocking])
        else { return [] }
        let bytes = try? file.closeAfter {
            try [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
                length = FileKind(of: file) == .file ? try file.read(into: UnsafeMutableRawBufferPointer(buffer)) : 0
            }
        }
        return bytes ?? []
    }

    private static func hint(for error: Errno) -> String {
        switch error {
        case .noSuchFileOrDirectory, .notDirectory: "Check its spelling."
        case .permissionDenied, .notPermitted: "Give yourself permission to read it, or copy it to where you have it."
        default: "Check the path and its permissions."
        }
    }

    private static func contents(_ file: FileDescriptor, _ path: String, _ limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: min(limit + 1, 1 << 18))
        while true {
            let count = try chunk.withUnsafeMutableBytes { try file.read(into: $0) }
            if count == 0 { return bytes }
            guard bytes.count + count <= limit else {
                throw FileError(
                    .tooLarge, "the file is larger than \(limit >> 20) MB", path: path,
                    hint: "Split it, or leave out what you do not need.")
            }
            bytes.append(contentsOf: chunk[..<count])
        }
    }
}
