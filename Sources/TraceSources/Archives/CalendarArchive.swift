package import LedgerModel
import LocalFiles
import Programs

/// The calendars in a .zip file, such as Google’s export, as the program `unzip` prints them.
///
/// No name in the archive ever becomes a path: all calendars are printed in one go and told apart by their lengths.
package struct CalendarArchive {
    /// The most bytes of calendars that come out.
    package static let mostBytes: Int64 = 2 << 30
    /// The most files in an archive.
    package static let mostEntries = 100_000

    private let unzip: Program
    private let path: String
    private let folder: ScratchFolder
    private let entries: [ArchiveEntry]

    /// The calendars that are read, by the last part of their names.
    package var names: [String] { entries.filter(\.isRead).map(\.shownName) }
    /// What is not read although its name ends in .ics: a link, or a file with a path out of the archive.
    package let refused: Int

    /// Lists the calendars.
    ///
    /// Throws `.unreadable` if it is no archive or `unzip` is missing, `.noCalendar` if no calendar is in it or one is
    /// encrypted, `.tooLarge` beyond the limits, `.unwritable`, `.diskFull`.
    ///
    /// - Parameters:
    ///   - path: Absolute.
    ///   - place: The folder in which it is unpacked.
    ///   - limit: The most bytes of calendars.
    package init(
        _ path: String, unpackingIn place: String, limit: Int64 = mostBytes
    ) async throws(LedgerError) {
        do { folder = try ScratchFolder(in: place) } catch { throw LedgerError(error) }
        // In a name with a bracket or a star unzip would see a pattern.
        guard let link = folder.link("archive.zip", to: path) else { throw Self.damaged }
        self.path = link
        do {
            unzip = try await Program(named: "unzip", environment: ["LC_ALL": "C.UTF-8", "UNZIP": nil, "ZIPINFO": nil])
        } catch {
            throw LedgerError(
                .unreadable, "this is an archive of files, and the program unzip was not found",
                hint: "Install it (Debian, Ubuntu: apt install unzip), or unpack the archive and name what is in it.")
        }
        var text: [UInt8] = []
        do {
            // A line for each file: its rights first, its name last.
            let listed = try await unzip.collect(
                ["-Zs-h-t", link], limits: ProgramLimits(time: .seconds(60), output: 64 << 20))
            guard listed.end.isSuccess else { throw Self.damaged }
            text = listed.bytes
        } catch ProgramError.printedTooMuch {
            throw Self.tooMany
        } catch {
            throw Self.damaged
        }
        let lines = text.split(separator: UInt8(ascii: "\n"))
        guard lines.count <= Self.mostEntries else { throw Self.tooMany }
        entries = lines.compactMap { ArchiveEntry(String(decoding: $0, as: UTF8.self)) }.filter(\.isCalendar)
        refused = entries.count { !$0.isRead }
        guard !entries.contains(where: \.isEncrypted) else {
            throw LedgerError(
                .noCalendar, "the calendars in this archive are encrypted",
                hint: "Unpack it with its password, then read the .ics files that were in it.")
        }
        guard entries.contains(where: \.isRead) else {
            throw LedgerError(
                .noCalendar, "there is no .ics file in this archive",
                hint: "Export the calendar as an iCalendar (.ics) file, and read that.")
        }
        guard entries.reduce(0, { $0 &+ $1.size }) <= limit, entries.allSatisfy({ $0.size <= limit }) else {
            throw LedgerError(
                .tooLarge, "the calendars in this archive are larger than \(limit >> 20) MB",
                hint: "Unpack it, and read them one by one.")
        }
    }

    /// Writes each calendar to a file and returns their paths, in the order of `names`. They are there as long as this
    /// archive.
    ///
    /// Throws `.unreadable` if the archive is damaged, `.unwritable`, `.diskFull`.
    package func unpack() async throws(LedgerError) -> [String] {
        var unpacking = Unpacking(entries, folder)
        do {
            let end = try await unzip.run(
                ["-pC", path, "*.ics"], limits: ProgramLimits(silence: .seconds(60), output: Int(Self.mostBytes))
            ) { chunk in
                try chunk.withUnsafeBytes { try unpacking.take($0) }
            }
            guard end.isSuccess, unpacking.isWhole else { throw Self.damaged }
            return unpacking.files
        } catch let error as FileError {
            throw LedgerError(error)
        } catch {
            throw Self.damaged
        }
    }

    private static let damaged = LedgerError(
        .unreadable, "this archive is damaged, or not a .zip file",
        hint: "Download it again, or unpack it and read the .ics files that are in it.")

    private static let tooMany = LedgerError(
        .tooLarge, "this archive holds more than \(mostEntries) files",
        hint: "Unpack it, and read the .ics files that are in it.")
}

/// A file in an archive, as a line of `zipinfo -s` tells it.
///
/// `-rw-r--r--  3.0 unx       53 tx defN 26-Nov-29 16:54 Takeout/Calendar/Work.ics`
struct ArchiveEntry: Sendable, Hashable {
    let name: String
    let size: Int64
    let isEncrypted: Bool
    private let isFile: Bool

    /// `nil` for a line of another form.
    init?(_ line: String) {
        let parts = line.split(separator: " ", maxSplits: 8, omittingEmptySubsequences: true)
        guard parts.count == 9, let first = parts[0].first, let size = Int64(parts[3]), size >= 0,
            let type = parts[4].first
        else { return nil }
        name = String(parts[8])
        self.size = size
        isEncrypted = type.isUppercase
        // Of a file that was packed without rights the first letter is a question mark.
        isFile = first == "-" || first == "?"
    }

    /// Whether `unzip` prints it for `*.ics`, whatever the case.
    var isCalendar: Bool { name.lowercased().hasSuffix(".ics") }

    /// Whether it is read: no link, folder or device, and nothing that would leave the archive.
    var isRead: Bool {
        let parts = name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
        return isFile && !parts.contains("..") && parts.first != "" && size > 0
    }

    var shownName: String { String(name.split { $0 == "/" || $0 == "\\" }.last ?? "") }
}

/// Cuts what `unzip` prints into files, by the lengths that the archive states.
private struct Unpacking {
    private var entries: ArraySlice<ArchiveEntry>
    private let folder: ScratchFolder
    private var left: Int64 = 0
    private var file: PrivateFile?
    private(set) var files: [String] = []

    init(_ entries: [ArchiveEntry], _ folder: ScratchFolder) {
        self.entries = entries.filter { $0.size > 0 }[...]
        self.folder = folder
    }

    var isWhole: Bool { entries.isEmpty && left == 0 }

    mutating func take(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            if left == 0 { try begin() }
            let count = min(Int64(rest.count), left)
            try file?.write(rest.prefix(Int(count)))
            left -= count
            rest = rest.dropFirst(Int(count))
            if left == 0 {
                try file?.finish()
                file = nil
            }
        }
    }

    private mutating func begin() throws {
        // More than was listed.
        guard let entry = entries.popFirst() else { throw ProgramError.printedTooMuch }
        left = entry.size
        guard entry.isRead else { return }
        files.append(folder.file("\(files.count + 1).ics"))
        file = try PrivateFile(files[files.count - 1])
    }
}
