import LedgerModel
import LedgerStore
import LocalFiles
import TraceFormats
import TraceSources

/// Calendars that were dropped on a page. They are saved beside the ledger so that they can be read again, as
/// `LEDGER.files/Work/1.ics`, for their owner only.
struct DropFolder: Sendable {
    let path: String

    init(beside ledger: String) { path = Folders.absolute(ledger) + ".files" }

    /// The files of the calendar with this name.
    func files(of name: String) -> [String] { Folders.files(in: folder(name), withExtension: "ics") }

    /// The files that arrived completely but were not read to their end, by form, oldest first. Each is handed out only
    /// once, so that a file which crashed one server does not crash the next. Incomplete files are deleted.
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

    /// Removes the number before the original name of a file.
    private func dropped(_ form: String, _ name: String) -> DroppedFile {
        DroppedFile(path: form + "/" + name, name: String(name.drop { $0 != "-" }.dropFirst()))
    }

    /// Creates the folder. Throws `.unwritable`.
    func make(_ name: String? = nil) throws(LedgerError) {
        for folder in [path] + (name.map { [folder($0)] } ?? []) {
            guard Folders.make(folder) || FileKind(at: folder) == .folder else { throw refused }
        }
    }

    /// Copies a file to this calendar and returns its new path. The received file stays until it is read, so that it is
    /// not lost if the server ends meanwhile.
    func take(_ file: String, into name: String) throws(LedgerError) -> String {
        try make(name)
        let numbers = files(of: name).compactMap { Int(PathName.stem($0)) }
        let place = folder(name) + "/\((numbers.max() ?? 0) + 1).ics"
        guard FileName.add(place, for: file) else {
            throw LedgerError(
                .unwritable, "the file could not be saved beside the ledger", location: path,
                hint: "Check that you may write to the ledger’s folder, then drop it again.")
        }
        return place
    }

    /// Deletes the files of a calendar and returns their number.
    @discardableResult
    func delete(_ name: String) -> Int {
        let gone = entries(folder(name)).count { FileName.remove(folder(name) + "/" + $0) }
        Folders.removeEmpty(folder(name))
        Folders.removeEmpty(path)
        return gone
    }

    /// The place where the files of a form are written, and where they wait once the form is complete.
    struct Form {
        let drops: DropFolder
        let whole: String
        var part: String { whole + DropFolder.part }

        /// Creates the folder. Tries again, because another form may delete the empty parent between the two steps.
        /// Throws `.unwritable`.
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

        /// Moves all files at once, so that no crash leaves only some. Throws `.unwritable`.
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
            .unwritable, "the file cannot be saved beside the ledger", location: path,
            hint: "Check that you may write to the ledger’s folder.")
    }

    private func remove(_ form: String) {
        if !FileName.remove(form) { Folders.removeWithFiles(form) }
    }

    private static let incoming = ".incoming-"
    private static let part = ".part"
    private static let again = ".again"

    private func folder(_ name: String) -> String { path + "/" + Self.safe(name) }

    /// A safe file name: letters, digits, spaces and characters that are valid everywhere. It is never hidden and never
    /// leaves the folder.
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
    /// Deletes the file if it still exists, and its folders if they are empty then.
    package func delete() {
        FileName.remove(path)
        if Folders.removeEmpty(PathName.folder(path)) { Folders.removeEmpty(PathName.folder(PathName.folder(path))) }
    }
}

/// The kind of a dropped file, by its content. The name only decides if the content does not.
enum DroppedKind {
    case calendar
    /// Text, Markdown or JSON, so probably notes.
    case notes
    case zip
    /// Packed in another way.
    case archive
    /// What a word processor or the like wrote, by its name for people.
    case document(String)
    case other

    init(_ bytes: [UInt8], name: String) {
        let start = bytes.prefix(4096)
        let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start
        let first = text.drop { $0 <= 32 }.prefix(15)
        if String(decoding: first, as: UTF8.self).uppercased() == "BEGIN:VCALENDAR" {
            self = .calendar
        } else if let what = Self.document(start, name: name.lowercased()) {
            self = .document(what)
        } else if start.starts(with: Self.zipStart) {
            self = .zip
        } else if start.starts(with: [0x1F, 0x8B]) {
            self = .archive
        } else if name.lowercased().hasSuffix(".ics") {
            // The calendar reader will say what is wrong with it.
            self = .calendar
        } else if !start.contains(0), String(validating: Self.whole(start), as: UTF8.self) != nil, !bytes.isEmpty {
            self = first.first == UInt8(ascii: "<") ? .other : .notes
        } else {
            self = .other
        }
    }

    /// The first bytes of a .zip file.
    static let zipStart: [UInt8] = [0x50, 0x4B, 3, 4]

    /// What kind of document a file is; `nil` if it is none. The formats of today are .zip files inside.
    private static func document(_ start: ArraySlice<UInt8>, name: String) -> String? {
        if start.starts(with: Array("%PDF".utf8)) { return "a PDF file" }
        // The old formats of Microsoft Office.
        if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "a document of Microsoft Office" }
        guard start.starts(with: zipStart) else { return nil }
        let kinds = [
            (".docx", "a Word document"), (".xlsx", "an Excel table"), (".pptx", "a PowerPoint presentation"),
            (".odt", "a text document"), (".ods", "a spreadsheet"), (".odp", "a presentation"),
            (".pages", "a Pages document"), (".epub", "a book"),
        ]
        if let kind = kinds.first(where: { name.hasSuffix($0.0) }) { return kind.1 }
        let inside = String(decoding: start.prefix(256), as: UTF8.self)
        return inside.contains("[Content_Types].xml") || inside.contains("mimetypeapplication/") ? "a document" : nil
    }

    /// The bytes without a character that was cut in half.
    private static func whole(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard bytes.count == 4096 else { return bytes }
        var bytes = bytes
        for _ in 0..<3 {
            guard let last = bytes.last, last >= 0x80 else { break }
            bytes = bytes.dropLast()
            if last >= 0xC0 { break }
        }
        return bytes
    }
}

/// The name under which a dropped calendar is saved, and the earlier files that it replaces.
struct DroppedPlace {
    var name: String
    /// Whether the same calendar was dropped before.
    var isKnown: Bool
    /// The files that this one replaces.
    var covered: [String]
    /// The number of files of the same calendar with other content, such as another range of days.
    var others: Int
}

extension Importing {
    var drops: DropFolder { DropFolder(beside: store.path) }

    /// A calendar is the same as one that was dropped before if it has the same name and shares an event with it.
    /// Another calendar with the same name gets a number.
    ///
    /// A file replaces an older one only if it has nearly all of its events. Otherwise both are saved, because an
    /// export of half a year must not remove the other half.
    func place(of sketch: CalendarSketch, fileName: String) throws(LedgerError) -> DroppedPlace {
        let own = sketch.name.flatMap { $0.trimmed.isEmpty ? nil : $0 } ?? Self.plainStem(fileName)
        let base = DropFolder.safe(own).replacing(".", with: " ")
        for number in 1...Self.mostOfOneName {
            let name = number == 1 ? base : "\(base) \(number)"
            let known = try store.read { try $0.source(Source.id(kind: .calendar, locator: Source.dropped(name))) }
            if let known, try !isSame(sketch, as: known) { continue }
            var place = DroppedPlace(name: name, isKnown: known != nil, covered: [], others: 0)
            for file in drops.files(of: name) {
                let bytes = try? LedgerFiles.read(file, limit: Self.largestCalendar)
                if let kept = bytes.flatMap(CalendarSketch.init), !sketch.covers(kept) {
                    place.others += 1
                } else {
                    place.covered.append(file)
                }
            }
            return place
        }
        throw LedgerError(
            .usage, "there are already \(Self.mostOfOneName) calendars with this name", location: fileName,
            hint: "Give the file another name, or remove calendars that you do not need.")
    }

    private static var mostOfOneName: Int { 99 }

    private func isSame(_ sketch: CalendarSketch, as source: Source) throws(LedgerError) -> Bool {
        let ids = try store.read { try $0.externalIDs(seenBy: source) }
        return ids.isEmpty || sketch.events.isEmpty
            || ids.contains { id in
                let uid = id.hasPrefix("event/") ? id.dropFirst(6) : id[...]
                return uid.lastIndex(of: "/").map { sketch.events.contains(String(uid[..<$0])) } ?? false
            }
    }

    /// The stem without a download number: `basic (1).ics` becomes `basic`.
    private static func plainStem(_ fileName: String) -> String {
        var stem = PathName.stem(fileName)
        if stem.hasSuffix(")"), let open = stem.lastIndex(of: "("),
            stem[stem.index(after: open)...].dropLast().allSatisfy(\.isNumber)
        {
            stem = String(stem[..<open]).trimmed
        }
        return stem.isEmpty ? fileName : stem
    }
}
