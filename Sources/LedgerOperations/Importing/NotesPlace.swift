import LedgerModel
import LocalFiles
import TraceFormats
import TraceSources

/// Where notes are: one file, or a folder of them, such as one note a day.
struct NotesPlace {
    let path: String

    private static let largest = 16 << 20
    /// A folder with more is no folder of notes.
    private static let mostFiles = 20_000
    private static let endings = ["md", "markdown", "txt", "text"]

    /// Reads all of it. A file of a folder that cannot be read is a warning, and one in which nothing says a date is
    /// counted in `withoutDate`.
    ///
    /// Throws `.unreadable`, `.tooLarge`.
    func read(_ zones: ZoneHistory, today: CivilDay) throws(LedgerError) -> (NotesReading, withoutDate: Int) {
        guard Folders.isFolder(path) else { return (try file(path, zones, today, isDaily: false), 0) }
        let files = Self.endings.flatMap { Folders.files(below: path, withExtension: $0) }.sorted()
        guard !files.isEmpty, files.count <= Self.mostFiles else {
            throw LedgerError(
                .unreadable,
                files.isEmpty
                    ? "there are no notes in this folder" : "this folder has more than \(Self.mostFiles) notes",
                location: path, hint: "Name a folder of Markdown or plain text, or a single file.")
        }
        var all = NotesReading()
        var seen: Set<String> = []
        var withoutDate = 0
        for name in files {
            do throws(LedgerError) {
                var one = try file(name, zones, today, isDaily: true)
                // Where nothing says a date, it is a page and no note of a day.
                if !one.isDated {
                    let count = one.entries.count
                    one.entries.removeAll { $0.when == nil }
                    if one.entries.count < count { withoutDate += 1 }
                }
                all.entries += one.entries.filter { seen.insert($0.externalID).inserted }
                all.skipped += one.skipped
                all.diagnostics.append(one.diagnostics)
            } catch {
                all.diagnostics.warn(name, "\(error.message); the file was left out")
            }
        }
        return (all, withoutDate)
    }

    private func file(
        _ path: String, _ zones: ZoneHistory, _ today: CivilDay, isDaily: Bool
    ) throws(LedgerError) -> NotesReading {
        try NotesReader.read(
            LedgerFiles.read(path, limit: Self.largest), fileName: path, zones: zones, today: today,
            day: NoteDates(today: today).fileName(PathName.stem(path)), isDaily: isDaily)
    }
}
