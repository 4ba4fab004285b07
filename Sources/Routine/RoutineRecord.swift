package import LedgerModel
import LocalFiles

/// What the routine did last, kept in its folder.
package struct RoutineRecord: Sendable, Hashable {
    /// RFC 3339.
    package var at: String
    /// What went wrong; empty when nothing did.
    package var problem = ""
    /// When it last wrote something, RFC 3339; empty when it never did.
    package private(set) var wroteAt = ""
    /// Names of the files in the folder that it wrote then.
    package private(set) var wrote: [String] = []

    /// A run that goes on from the one before.
    package init(at: String, after last: RoutineRecord?) {
        self.at = at
        wroteAt = last?.wroteAt ?? ""
        wrote = last?.wrote ?? []
    }

    package mutating func add(_ name: String) {
        if wroteAt != at { wrote = [] }
        wroteAt = at
        wrote.append(name)
    }

    private static let name = ".last-run"

    /// Nil when it never ran.
    package init?(in folder: String) {
        guard let lines = RoutineFile.lines(folder + "/" + Self.name), lines.count >= 3 else { return nil }
        at = String(lines[0])
        problem = String(lines[1])
        wroteAt = String(lines[2])
        wrote = lines.dropFirst(3).filter { !$0.isEmpty }.map(String.init)
    }

    package func keep(in folder: String) throws(LedgerError) {
        let lines = [at, problem.replacing("\n", with: " "), wroteAt] + wrote
        try RoutineFile.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: folder + "/" + Self.name)
    }

    /// Takes the record away, and the folder when nothing was ever written to it.
    package static func forget(in folder: String) {
        FileName.remove(folder + "/" + name)
        Folders.removeEmpty(folder)
    }
}

/// Small texts of the routine's own.
enum RoutineFile {
    /// Nil where none can be read.
    static func lines(_ path: String) -> [Substring]? {
        guard let bytes = try? FileReader.read(path, limit: 65_536) else { return nil }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// Throws `.unwritable`, `.diskFull`.
    static func write(_ bytes: [UInt8], to path: String) throws(LedgerError) {
        do { try PrivateFile.write(bytes, to: path) } catch { throw LedgerError(error) }
    }
}

extension LedgerError {
    init(_ error: FileError) {
        self.init(file: error.kind.rawValue, error.message, path: error.path, hint: error.hint)
    }
}
