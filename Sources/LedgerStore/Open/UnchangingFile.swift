import GRDB

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A ledger where nothing can be written: on a read-only disk, in a folder of somebody else’s. SQLite makes a file
/// beside the ledger even to read it; it does without when it is told that nobody changes the file meanwhile.
enum UnchangingFile {
    /// Whether that can be said of a ledger that cannot be opened as usual: it can be read, it cannot be written to
    /// here, and no program left anything beside it that belongs to it.
    static func isOne(_ path: String) -> Bool {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let isClosed = access(path, W_OK) != 0 || access(folder.isEmpty ? "/" : folder, W_OK) != 0
        return access(path, R_OK) == 0 && isClosed && size(path + "-wal") == 0
    }

    /// Opens it for reading alone.
    static func open(_ path: String, _ configuration: Configuration) throws -> DatabaseQueue {
        var configuration = configuration
        configuration.readonly = true
        return try DatabaseQueue(path: address(path), configuration: configuration)
    }

    private static func address(_ path: String) -> String {
        var text = "file:"
        for byte in path.utf8 {
            if plain.contains(byte) {
                text.unicodeScalars.append(UnicodeScalar(byte))
            } else {
                let hex = String(byte, radix: 16)
                text += "%" + (hex.count < 2 ? "0" : "") + hex
            }
        }
        return text + "?immutable=1"
    }

    private static let plain = Set("/._-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

    private static func size(_ path: String) -> Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }
}
