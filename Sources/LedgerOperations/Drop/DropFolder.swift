import LedgerModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Calendars that were dropped on a page, kept beside the ledger so that they can be read again:
/// `LEDGER.files/Work/1.ics`, for their owner only.
struct DropFolder: Sendable {
    let path: String

    init(beside ledger: String) { path = Folders.absolute(ledger) + ".files" }

    /// Files of the calendar that is kept under this name.
    func files(of name: String) -> [String] { Folders.files(in: folder(name), withExtension: "ics") }

    /// What was taken in whole and not read to its end, oldest first. Each is handed out once: what a server ended
    /// over must not end the next one too.
    func waiting() -> [String] {
        var waiting: [String] = []
        for name in entries(path).sorted() where name.hasPrefix(Self.incoming) {
            let file = path + "/" + name
            if name.hasSuffix(Self.part) || name.hasSuffix(Self.again) {
                unlink(file)
            } else if rename(file, file + Self.again) == 0 {
                waiting.append(file + Self.again)
            }
        }
        rmdir(path)
        return waiting
    }

    /// Makes the folder. Throws `.unreadable`.
    func make(_ name: String? = nil) throws(LedgerError) {
        for folder in [path] + (name.map { [folder($0)] } ?? []) {
            guard mkdir(folder, 0o700) != 0 else { continue }
            guard errno == EEXIST, Folders.isPlainFolder(folder) else {
                throw LedgerError(
                    .unreadable, "there is no place beside the ledger to keep this file", location: path,
                    hint: "Check that you may write to the ledger’s folder.")
            }
        }
    }

    /// Puts a file to this calendar and returns where it is there. The one that was taken in stays until it is read,
    /// so that a server that ends meanwhile finds it again.
    func take(_ file: String, into name: String) throws(LedgerError) -> String {
        try make(name)
        let numbers = files(of: name).compactMap { Int(PathName.stem($0)) }
        let place = folder(name) + "/\((numbers.max() ?? 0) + 1).ics"
        guard link(file, place) == 0 || rename(file, place) == 0 else {
            throw LedgerError(
                .unreadable, "the file could not be kept beside the ledger", location: path,
                hint: "Check that you may write to the ledger’s folder, and drop it again.")
        }
        return place
    }

    /// Deletes what is kept of a calendar; returns how many files went.
    @discardableResult
    func delete(_ name: String) -> Int {
        let gone = entries(folder(name)).count { unlink(folder(name) + "/" + $0) == 0 }
        rmdir(folder(name))
        rmdir(path)
        return gone
    }

    /// Where a new file is written, and where it waits once it is whole.
    func incoming(_ id: ULID, _ fileName: String) -> (part: String, whole: String) {
        let whole = path + "/" + Self.incoming + id.text + "-" + Self.safe(fileName)
        return (whole + Self.part, whole)
    }

    /// The name that a waiting file was dropped by.
    static func droppedName(_ waiting: String) -> String {
        let name = waiting.split(separator: "/").last.map(String.init) ?? ""
        let dropped = String(name.dropFirst(incoming.count + 27))
        return dropped.hasSuffix(again) ? String(dropped.dropLast(again.count)) : dropped
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
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while names.count < 10_000, let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}

/// Takes a file away, if it is still there, and its folder, if that holds nothing else.
func removeFile(_ path: String) {
    unlink(path)
    rmdir(PathName.folder(path))
}
