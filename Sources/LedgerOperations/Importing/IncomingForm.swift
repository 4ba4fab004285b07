package import LedgerModel
import LocalFiles
import Synchronization
import TraceSources

/// The files of a form while they arrive. They are readable only by their owner, in a separate folder, and deleted
/// unless the form arrives completely.
package final class IncomingForm {
    private let place: DropFolder.Form
    private var files: [DroppedFile] = []
    private var current: (file: PrivateFile, dropped: DroppedFile)?
    private var isWhole = false

    init(_ place: DropFolder.Form) { self.place = place }

    deinit {
        current = nil
        if !isWhole { place.discard() }
    }

    package var count: Int { files.count }

    /// Begins a file. Its name is only shown and never used as a path. Throws `.unwritable`, `.diskFull`.
    package func begin(_ name: String) throws(LedgerError) {
        if files.isEmpty { try place.make() }
        let (part, whole) = place.file(files.count + 1, name)
        current = try kept { () throws(FileError) in
            (try PrivateFile(part), DroppedFile(path: whole, name: name))
        }
    }

    /// Appends bytes to the present file. Throws `.diskFull`.
    package func write(_ bytes: [UInt8]) throws(LedgerError) {
        guard let current else { return }
        try kept { () throws(FileError) in try current.file.write(bytes) }
    }

    /// Ends the present file. Throws `.diskFull`.
    package func end() throws(LedgerError) {
        guard let ended = current else { return }
        try kept { () throws(FileError) in try ended.file.finish() }
        current = nil
        files.append(ended.dropped)
    }

    /// Ends the form. From now on its files survive the end of the server. Throws `.unwritable`.
    package func finish() throws(LedgerError) -> ReceivedFiles {
        if !files.isEmpty { try place.settle() }
        isWhole = true
        return ReceivedFiles(files)
    }

    /// Does `work` and removes the temporary path from its errors, since it would tell the person nothing.
    private func kept<Value>(_ work: () throws(FileError) -> Value) throws(LedgerError) -> Value {
        do throws(FileError) {
            return try work()
        } catch {
            throw LedgerError(
                LedgerError(error).code, "the file could not be saved beside the ledger: \(error.message)",
                hint: "Nothing was saved. Free some space or fix the ledger’s folder, then drop it again.")
        }
    }
}

/// The files of a complete form. They are deleted with the form unless someone takes them.
package final class ReceivedFiles: Sendable {
    package let files: [DroppedFile]
    private let isTaken = Atomic(false)

    init(_ files: [DroppedFile]) { self.files = files }

    /// Says that the caller will delete them.
    package func take() { isTaken.store(true, ordering: .relaxed) }

    /// Deletes the files, unless someone took them.
    package func discard() {
        guard !isTaken.load(ordering: .relaxed) else { return }
        for file in files { file.delete() }
    }

    deinit { discard() }
}

/// A file that arrived completely and waits to be read.
package struct DroppedFile: Sendable, Hashable {
    package let path: String
    /// The original name; never a path.
    package let name: String
}
