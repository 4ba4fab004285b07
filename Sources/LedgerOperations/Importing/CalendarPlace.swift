import LedgerModel
import LocalFiles
import TraceFormats

/// A calendar to read: a file, the files of a folder, or an address.
struct CalendarPlace: Sendable {
    /// `kept` has no file any more; only its stored series are expanded further.
    enum Shape: Sendable { case file, folder, address, kept }

    var locator: String
    var shape: Shape
    /// The files that are read together as one calendar.
    var files: [String]

    /// What messages call it. Of an address only the host is shown.
    var shown: String { Source.shown(locator) }

    /// The name to use if the calendar does not state one.
    var name: String { dropped ?? Source.host(of: locator) ?? PathName.stem(locator) }
    /// The name under which it was dropped on a page.
    private(set) var dropped: String?

    /// What messages call one of its files.
    func shown(_ file: String) -> String {
        dropped.map { "\($0)/\(PathName.last(file))" } ?? Source.shown(file)
    }

    /// Every calendar at a path or an address. A folder with calendar files is one calendar, so that the events of a
    /// deleted file are withdrawn.
    ///
    /// Throws `.noCalendar` if there is none, `.usage` for an address of another kind.
    static func all(at text: String) throws(LedgerError) -> [CalendarPlace] {
        let lower = text.lowercased()
        if ["http://", "https://", "webcal://", "webcals://"].contains(where: lower.hasPrefix) {
            return [CalendarPlace(locator: text, shape: .address, files: [text])]
        }
        let path = Folders.absolute(
            try PathName.local(text, hint: "Write https://, http:// or webcal://, or name a file or folder."))
        guard Folders.isFolder(path) else { return [CalendarPlace(locator: path, shape: .file, files: [path])] }
        let files = Folders.files(below: path, withExtension: "ics")
        let byFolder = Dictionary(grouping: files, by: PathName.folder)
        guard !byFolder.isEmpty else {
            throw LedgerError(
                .noCalendar, "there is no .ics file in this folder", location: path,
                hint: "Export the calendar as an .ics file, or name the file itself.")
        }
        return byFolder.sorted { $0.key < $1.key }.map { folder, files in
            CalendarPlace(locator: folder, shape: .folder, files: files)
        }
    }

    /// The place of a known calendar.
    ///
    /// Throws `.fetchFailed` if its address was left out of an export, `.noCalendar` if its folder has no calendars any
    /// more. The latter is more likely a missing disk than a deleted year.
    init(of source: Source, drops: DropFolder) throws(LedgerError) {
        if let name = source.droppedName {
            self.init(dropped: name, in: drops)
        } else if source.isAddress {
            guard !source.isAddressLeftOut else {
                throw LedgerError(
                    .fetchFailed, "the address was left out of the export that this ledger came from",
                    location: source.shownLocator, hint: "Give it again: \(offer: .calendarAddress)")
            }
            self.init(locator: source.locator, shape: .address, files: [source.locator])
        } else if Folders.isFolder(source.locator) {
            let files = Folders.files(in: source.locator, withExtension: "ics")
            guard !files.isEmpty else {
                throw LedgerError(
                    .noCalendar, "there is no .ics file left in this folder; nothing was withdrawn",
                    location: source.locator,
                    hint: "If they are gone for good: \(offer: .removeSource(source.id))")
            }
            self.init(locator: source.locator, shape: .folder, files: files)
        } else {
            self.init(locator: source.locator, shape: .file, files: [source.locator])
        }
    }

    /// The calendar that was dropped on a page under this name.
    ///
    /// - Parameter covered: Files that others replace.
    init(dropped name: String, in drops: DropFolder, without covered: [String] = []) {
        let files = drops.files(of: name).filter { !covered.contains($0) }
        self.init(locator: Source.dropped(name), shape: files.isEmpty ? .kept : .folder, files: files)
        dropped = name
    }

    private init(locator: String, shape: Shape, files: [String]) {
        self.locator = locator
        self.shape = shape
        self.files = files
    }
}

/// What the files of a calendar contain, and which of them could not be read completely.
struct CalendarFiles {
    var readings: [CalendarReading] = []
    /// When the file of each reading was dropped; `nil` if only the whole calendar has an age.
    private var dropped: [Instant?] = []
    var failures: [LedgerError] = []
    var diagnostics = Diagnostics()

    /// Whether everything was read, so that missing events are really gone.
    var isWhole: Bool { failures.isEmpty }

    /// Until when each reading counts. If files were dropped on different days, the older ones count up to a week after
    /// their day.
    var bounds: [Instant?] {
        let newest = dropped.compactMap { $0 }.max()
        return dropped.map { day in
            guard let day, let newest, newest - day > 86_400 else { return nil }
            return day + Source.speaksAhead
        }
    }

    mutating func add(_ reading: CalendarReading, from file: String, dropped at: Instant?) {
        readings.append(reading)
        dropped.append(at)
        diagnostics.append(reading.diagnostics)
        if let line = reading.cutAt {
            failures.append(
                LedgerError(
                    .calendarCut, "the calendar breaks off inside what begins here",
                    location: "\(file):\(line)",
                    hint: "New events in it were read; nothing known was changed or withdrawn. Export or fetch "
                        + "it again, then import it."))
        }
    }

    /// The warnings to store with the source until the next reading.
    var warnings: [Diagnostic] { failures.map { Diagnostic($0.location, $0.message) } + diagnostics.list }

    /// The error if nothing could be read at all.
    func failure(in place: CalendarPlace) -> LedgerError {
        guard let first = failures.first, failures.count > 1 else {
            return failures.first ?? LedgerError(.noCalendar, "there is no calendar here", location: place.shown)
        }
        return LedgerError(
            .noCalendar, "none of the \(failures.count) files in this folder can be read", location: place.shown,
            hint: "The first: \(first.location): \(first.message)")
    }
}
