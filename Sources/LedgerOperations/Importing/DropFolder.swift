import LedgerModel
import LocalFiles

/// Calendars that were dropped on a page, kept beside the ledger so that they can be read again:
/// `LEDGER.files/Work/1.ics`, for their owner only.
struct DropFolder: Sendable {
    let path: String

    init(beside ledger: String) { path = Folders.absolute(ledger) + ".files" }

    /// Files of the calendar that is kept under this name.
    func files(of name: String) -> [String] { Folders.files(in: folder(name), withExtension: "ics") }

    /// What came whole and was not read to its end, form by form, oldest first. Each is handed out once: what a server
    /// ended over must not end the next one too. What did not come whole is deleted.
    func waiting() -> [[DroppedFile]] {
        var waiting: [[DroppedFile]] = []
        for name in entries(path).sorted() where name.hasPrefix(Self.incoming) {
            let form = path + "/" + name
            if name.hasSuffix(Self.part) || name.hasSuffix(Self.again) || !FileName.move(form, to: form + Self.again) {
                remove(form)
            } else {
                waiting.append(entries(form + Self.again).sorted().map { dropped(form + Self.again, $0) })
            }
        }
        Folders.removeEmpty(path)
        return waiting
    }

    /// Files have a number before the name that they were dropped by.
    private func dropped(_ form: String, _ name: String) -> DroppedFile {
        DroppedFile(path: form + "/" + name, name: String(name.drop { $0 != "-" }.dropFirst()))
    }

    /// Makes the folder. Throws `.unwritable`.
    func make(_ name: String? = nil) throws(LedgerError) {
        for folder in [path] + (name.map { [folder($0)] } ?? []) {
            guard Folders.make(folder) || FileKind(at: folder) == .folder else { throw refused }
        }
    }

    /// Puts a file to this calendar and returns where it is there. The one that was taken in stays until it is read,
    /// so that a server that ends meanwhile finds it again.
    func take(_ file: String, into name: String) throws(LedgerError) -> String {
        try make(name)
        let numbers = files(of: name).compactMap { Int(PathName.stem($0)) }
        let place = folder(name) + "/\((numbers.max() ?? 0) + 1).ics"
        guard FileName.add(place, for: file) else {
            throw LedgerError(
                .unwritable, "the file could not be kept beside the ledger", location: path,
                hint: "Check that you may write to the ledger’s folder, and drop it again.")
        }
        return place
    }

    /// Deletes what is kept of a calendar; returns how many files went.
    @discardableResult
    func delete(_ name: String) -> Int {
        let gone = entries(folder(name)).count { FileName.remove(folder(name) + "/" + $0) }
        Folders.removeEmpty(folder(name))
        Folders.removeEmpty(path)
        return gone
    }

    /// Where the files of a form are written, and where they wait once it is whole.
    struct Form {
        let drops: DropFolder
        let whole: String
        var part: String { whole + DropFolder.part }

        /// The folder above goes when it is empty, and may do so between the two steps. Throws `.unwritable`.
        func make() throws(LedgerError) {
            for _ in 0..<8 {
                try drops.make()
                if Folders.make(part) { return }
            }
            throw drops.refused
        }

        func file(_ number: Int, _ name: String) -> (part: String, whole: String) {
            let name = "/" + (number < 10 ? "0" : "") + "\(number)-" + DropFolder.safe(name)
            return (part + name, whole + name)
        }

        /// All of them at once, so that no crash leaves some. Throws `.unwritable`.
        func settle() throws(LedgerError) {
            guard FileName.move(part, to: whole) else { throw drops.refused }
        }

        func discard() {
            drops.remove(part)
            Folders.removeEmpty(drops.path)
        }
    }

    func form(_ id: ULID) -> Form { Form(drops: self, whole: path + "/" + Self.incoming + id.text) }

    private var refused: LedgerError {
        LedgerError(
            .unwritable, "there is no place beside the ledger to keep this file", location: path,
            hint: "Check that you may write to the ledger’s folder.")
    }

    private func remove(_ form: String) {
        if !FileName.remove(form) { Folders.removeWithFiles(form) }
    }

    private static let incoming = ".incoming-"
    private static let part = ".part"
    private static let again = ".again"

    private func folder(_ name: String) -> String { path + "/" + Self.safe(name) }

    /// Letters, digits, blanks and what may stand in a file's name everywhere; never hidden, never a way out.
    static func safe(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars.prefix(200) {
            let isKept =
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || " -_.@()".unicodeScalars.contains(scalar)
            guard result.utf8.count < 100 else { break }
            result.unicodeScalars.append(isKept ? scalar : "-")
        }
        let trimmed = result.trimmed.drop { $0 == "." || $0 == " " || $0 == "-" }
        return trimmed.isEmpty ? "calendar" : String(trimmed)
    }

    private func entries(_ folder: String) -> [String] {
        (FolderReader.entries(of: folder, limit: 10_000) ?? []).map(\.name)
    }
}

extension DroppedFile {
    /// Takes the file away, if it is still there, and its folders, if they hold nothing else.
    package func delete() {
        FileName.remove(path)
        if Folders.removeEmpty(PathName.folder(path)) { Folders.removeEmpty(PathName.folder(PathName.folder(path))) }
    }
}
