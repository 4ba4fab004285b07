package import LedgerModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file on its way in: only its owner may read it, and it is gone unless it comes whole.
package final class IncomingFile {
    private let descriptor: Int32
    private let part: String
    private let dropped: DroppedFile
    private var isWhole = false

    init(_ name: String, in folder: DropFolder, id: ULID) throws(LedgerError) {
        let place = folder.incoming(id, name)
        part = place.part
        dropped = DroppedFile(path: place.whole, name: name)
        descriptor = try Self.begin(part, in: folder)
        guard descriptor >= 0 else {
            throw LedgerError(
                .unreadable, "the file cannot be kept beside the ledger", location: folder.path,
                hint: "Check that you may write to the ledger’s folder.")
        }
    }

    /// The folder goes when it is empty, and may do so between the two steps.
    private static func begin(_ part: String, in folder: DropFolder) throws(LedgerError) -> Int32 {
        for _ in 0..<8 {
            try folder.make()
            let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            if descriptor >= 0 || errno != ENOENT { return descriptor }
        }
        return -1
    }

    deinit {
        close(descriptor)
        if !isWhole { removeFile(part) }
    }

    /// Throws `.diskFull`.
    package func write(_ bytes: some Sequence<UInt8>) throws(LedgerError) {
        let written = bytes.withContiguousStorageIfAvailable(writeAll) ?? Array(bytes).withUnsafeBufferPointer(writeAll)
        if !written { throw Self.full }
    }

    /// Throws `.diskFull`.
    package func finish() throws(LedgerError) -> DroppedFile {
        guard fsync(descriptor) == 0, rename(part, dropped.path) == 0 else { throw Self.full }
        isWhole = true
        return dropped
    }

    private func writeAll(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var rest = UnsafeRawBufferPointer(bytes)
        while let start = rest.baseAddress, !rest.isEmpty {
            #if canImport(Glibc)
                let count = Glibc.write(descriptor, start, rest.count)
            #else
                let count = Darwin.write(descriptor, start, rest.count)
            #endif
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
        return true
    }

    private static let full = LedgerError(
        .diskFull, "the file could not be kept whole; nothing of it was", hint: "Free some space and drop it again.")
}

/// A file that was taken in whole and waits to be read.
package struct DroppedFile: Sendable, Hashable {
    package let path: String
    /// As it was called where it came from; never a path.
    package let name: String
}
