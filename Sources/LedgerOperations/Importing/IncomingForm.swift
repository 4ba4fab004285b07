package import LedgerModel
import LocalFiles
import Synchronization
import TraceSources

/// The files of one form on their way in: for their owner only, in a folder of their own, and gone unless the form
/// comes whole.
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

    /// Begins with a file. Its name is for the eye; it leads nowhere. Throws `.unwritable`, `.diskFull`.
    package func begin(_ name: String) throws(LedgerError) {
        if files.isEmpty { try place.make() }
        let (part, whole) = place.file(files.count + 1, name)
        current = try kept { () throws(FileError) in
            (try PrivateFile(part), DroppedFile(path: whole, name: name))
        }
    }

    /// Some of the file that began last. Throws `.diskFull`.
    package func write(_ bytes: [UInt8]) throws(LedgerError) {
        guard let current else { return }
        try kept { () throws(FileError) in try current.file.write(bytes) }
    }

    /// The file is over. Throws `.diskFull`.
    package func end() throws(LedgerError) {
        guard let ended = current else { return }
        try kept { () throws(FileError) in try ended.file.finish() }
        current = nil
        files.append(ended.dropped)
    }

    /// The form is whole: a server that ends from now on leaves its files to the next. Throws `.unwritable`.
    package func finish() throws(LedgerError) -> ReceivedFiles {
        if !files.isEmpty { try place.settle() }
        isWhole = true
        return ReceivedFiles(files)
    }

    /// Where they lie for a moment tells nobody anything.
    private func kept<Value>(_ work: () throws(FileError) -> Value) throws(LedgerError) -> Value {
        do throws(FileError) {
            return try work()
        } catch {
            throw LedgerError(
                LedgerError(error).code, "the file could not be kept beside the ledger: \(error.message)",
                hint: "Nothing of it was kept. Free some space, or mend the ledger’s folder, and drop it again.")
        }
    }
}

/// Files of a form that came whole; gone with the form unless somebody takes them.
package final class ReceivedFiles: Sendable {
    package let files: [DroppedFile]
    private let isTaken = Atomic(false)

    init(_ files: [DroppedFile]) { self.files = files }

    /// From now on they are somebody else's to delete.
    package func take() { isTaken.store(true, ordering: .relaxed) }

    /// Deletes what nobody took.
    package func discard() {
        guard !isTaken.load(ordering: .relaxed) else { return }
        for file in files { file.delete() }
    }

    deinit { discard() }
}

/// A file that was taken in whole and waits to be read.
package struct DroppedFile: Sendable, Hashable {
    package let path: String
    /// As it was called where it came from; never a path.
    package let name: String
}
