import LedgerModel
import LedgerStore
import LocalFiles
import Questions
import TraceSources

extension Importing {
    /// Reads every calendar in a .zip file, each as if it had been dropped on a page. If one cannot be read, the others
    /// still are. Throws as `CalendarArchive`.
    ///
    /// - Parameter path: Absolute.
    func importArchive(
        _ path: String, arena: Arena?, progress: @escaping ImportProgress
    ) async throws(LedgerError) -> ImportReport {
        var report = ImportReport()
        progress("unpacking", 0, nil)
        let archive = try await CalendarArchive(path, unpackingIn: PathName.folder(Folders.absolute(store.path)))
        for (name, unpacked) in zip(archive.names, try await archive.unpack()) {
            await attempt(name, &report) { () throws(LedgerError) in
                let bytes = try LedgerFiles.read(unpacked, limit: Self.largestCalendar)
                do throws(LedgerError) {
                    return try await importDroppedCalendar(
                        DroppedFile(path: unpacked, name: name), bytes, arena, progress)
                } catch {
                    var error = error
                    error.location = name
                    throw error
                }
            }
        }
        if archive.refused > 0 {
            let shown = Source.shown(path)
            report.failures.append((shown, .refused(archive.refused, in: shown)))
        }
        return report
    }

    /// The absolute path of a .zip file; `nil` if there is none at this path. Throws `.noCalendar` for the document of
    /// another program.
    static func archive(at path: String) throws(LedgerError) -> String? {
        let path = Folders.absolute(path)
        switch DroppedKind(FileReader.start(of: path, 4096), name: PathName.last(path)) {
        case .zip: return path
        case .document(let what): throw LedgerError.document(what)
        default: return nil
        }
    }
}

extension LedgerError {
    /// The error for calendars of an archive that were not read.
    fileprivate static func refused(_ count: Int, in archive: String) -> LedgerError {
        let were =
            count == 1
            ? "is no plain file, or has a path out of it, and was not read"
            : "are no plain files, or have a path out of it, and were not read"
        return LedgerError(
            .noCalendar, "\(Words.count(count, "calendar")) in this archive \(were)", location: archive,
            hint: "Unpack it, and look at what it holds.")
    }
}
