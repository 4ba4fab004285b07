import LedgerModel
import LedgerStore
import LocalFiles
import TraceFormats
import TraceSources

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

/// What a dropped file is, by its content; its name only breaks a tie.
enum DroppedKind {
    case calendar
    /// Text, Markdown or JSON: notes somebody has.
    case notes
    case archive
    case other

    init(_ bytes: [UInt8], name: String) {
        let start = bytes.prefix(4096)
        let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start
        let first = text.drop { $0 <= 32 }.prefix(15)
        if String(decoding: first, as: UTF8.self).uppercased() == "BEGIN:VCALENDAR" {
            self = .calendar
        } else if start.starts(with: [0x50, 0x4B, 3, 4]) || start.starts(with: [0x1F, 0x8B]) {
            self = .archive
        } else if name.lowercased().hasSuffix(".ics") {
            // The calendar's reader says what is wrong with it.
            self = .calendar
        } else if !start.contains(0), String(validating: Self.whole(start), as: UTF8.self) != nil, !bytes.isEmpty {
            self = first.first == UInt8(ascii: "<") ? .other : .notes
        } else {
            self = .other
        }
    }

    /// Without a character that the cut went through.
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

/// Under which name a dropped calendar is kept, and which earlier files of it this one says again.
struct DroppedPlace {
    var name: String
    /// Read before: the same calendar once more.
    var isKnown: Bool
    /// Files that this one takes the place of.
    var covered: [String]
    /// Files of the same calendar that say something else, as another range of days.
    var others: Int
}

extension Importing {
    var drops: DropFolder { DropFolder(beside: store.path) }

    /// A calendar is the same as one that was dropped before when it bears its name and shares an event with it;
    /// another of the same name gets a number.
    ///
    /// What does not say nearly everything again that a kept file says stands beside that: an export of half a
    /// year must not take the other half away.
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
            .usage, "there are \(Self.mostOfOneName) calendars of this name already", location: fileName,
            hint: "Give the file another name, or remove those that are not needed.")
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

    /// `basic (1).ics` is `basic`, downloaded twice.
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
