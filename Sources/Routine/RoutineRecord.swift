package import LedgerModel
import LocalFiles

/// What the routine did last, saved in its folder.
package struct RoutineRecord: Sendable, Hashable {
    /// RFC 3339.
    package var at: String
    /// What went wrong; empty if nothing did.
    package var problem = ""
    /// When it last wrote something, in RFC 3339; empty if it never did.
    package private(set) var wroteAt = ""
    /// The names of the files that it wrote then.
    package private(set) var wrote: [String] = []

    /// The record of a run after an earlier one.
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

    /// Reads the record; `nil` if the routine never ran.
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

    /// Deletes the record, and the folder if nothing was ever written to it.
    package static func forget(in folder: String) {
        FileName.remove(folder + "/" + name)
        Folders.removeEmpty(folder)
    }
}

/// Small text files of the routine.
enum RoutineFile {
    /// The lines of a file; `nil` if it cannot be read.
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
