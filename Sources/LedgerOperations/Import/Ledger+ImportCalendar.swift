import LedgerModel
import LedgerStore
import TraceFormats
import TraceSources

extension Ledger {
    /// One calendar to read: a file, a folder of single events, or an address.
    struct CalendarPlace: Sendable {
        var locator: String
        /// Read together as one calendar.
        var files: [String]
        var isAddress = false
    }

    static let largestCalendar = 200 << 20

    /// Reads a calendar whole: new, changed and vanished events become versions.
    ///
    /// Throws `.noCalendar`, `.unreadable`, `.tooLarge`, `.fetchFailed`; a bad event is a warning with its line.
    func importCalendar(
        _ place: CalendarPlace, arena: Arena?, progress: @escaping ImportProgress
    ) async throws(LedgerError) -> ImportOutcome {
        let began = world.now()
        let frame = try store.frame()
        try settleZone(frame)
        let zones = try ownZones(frame)
        let known = try store.sources().first { $0.kind == .calendar && $0.locator == place.locator }
        let horizon = zones.day(of: now).firstOfYear.adding(months: 24) - 1
        let me = Set(try store.me())

        var readings: [CalendarReading] = []
        var state = known?.state ?? ""
        var failed = 0
        var diagnostics = Diagnostics()
        for file in place.files {
            progress(PathName.last(place.locator), readings.count, place.files.count)
            do throws(LedgerError) {
                let bytes: [UInt8]
                if place.isAddress {
                    let answer = try await fetch(file, since: state)
                    guard let body = answer.body else {
                        // Nothing changed since the last time.
                        return ImportOutcome(known!)
                    }
                    bytes = body
                    state = answer.state
                } else {
                    bytes = try FileReader.read(file, limit: Self.largestCalendar)
                }
                readings.append(
                    try CalendarReader.read(
                        bytes,
                        options: .init(
                            fileName: place.isAddress ? PathName.last(file) : file, me: me, zones: zones,
                            zoneNamed: world.zoneNamed, horizon: horizon, isPrivate: known?.isPrivate ?? false)))
            } catch {
                // Of a folder the rest is still read.
                guard place.files.count > 1 else { throw error }
                failed += 1
                diagnostics.warn(error.location.isEmpty ? file : error.location, error.message)
            }
        }
        let name = readings.count == 1 ? readings[0].name : nil
        let source = try store.source(
            kind: .calendar, locator: place.locator,
            name: name.flatMap { $0.isEmpty ? nil : $0 } ?? PathName.stem(place.locator),
            arena: arena, now: now)
        var outcome = ImportOutcome(source)
        let writer = try ImportWriter(store, source: source, context: try context(frame))
        var kept: Set<PublicID> = []
        for reading in readings {
            let drafts = reading.drafts.map(Self.noteIfLogged)
            for draft in drafts { kept.insert(draft.id) }
            try writer.write(drafts)
            outcome.read += reading.records
            outcome.skipped += reading.skipped
            diagnostics.append(reading.diagnostics)
            if let owner = reading.suggestedOwner {
                outcome.remarks.append(
                    "Most events are with \(owner). If that is you: `limelight me add \(owner)`, then `limelight sync`."
                )
            }
        }
        try writer.write(series: readings.flatMap { $0.series.map { ($0.uid, $0.text) } })
        if failed == 0, readings.allSatisfy(\.isListing) { try writer.withdrawAllBut(kept) }
        outcome.skipped += failed
        outcome.diagnostics = diagnostics
        outcome.count = writer.count
        try store.finishImport(of: source, state: state, warnings: diagnostics.list, now: now)
        outcome.seconds = world.now() - began
        return outcome
    }

    /// An event titled `log: …` is a note: the phone's way in.
    static func noteIfLogged(_ event: EvidenceDraft) -> EvidenceDraft {
        guard event.title.lowercased().hasPrefix("log:"), !event.flags.contains(.allDay) else { return event }
        var note = event
        note.kind = .note
        note.externalID = "event/" + event.externalID
        note.title = String(event.title.dropFirst(4)).trimmed
        note.standing = .none
        note.series = nil
        note.headCount = event.people.count
        return note
    }

    /// The calendars that a path or an address holds. Throws `.noCalendar` when there is none.
    func calendarPlaces(_ text: String) throws(LedgerError) -> [CalendarPlace] {
        let lower = text.lowercased()
        if ["http://", "https://", "webcal://"].contains(where: lower.hasPrefix) {
            return [CalendarPlace(locator: text, files: [text], isAddress: true)]
        }
        let path = Folders.absolute(text)
        guard Folders.isFolder(path) else { return [CalendarPlace(locator: path, files: [path])] }
        let byFolder = Dictionary(grouping: Folders.files(below: path, withExtension: "ics"), by: PathName.folder)
        guard !byFolder.isEmpty else {
            throw LedgerError(
                .noCalendar, "there is no .ics file in this folder", location: path,
                hint: "Export the calendar as an .ics file, or name the file itself.")
        }
        return byFolder.sorted { $0.key < $1.key }.flatMap { folder, files in
            // A store of one file an event (vdir, as khal keeps it) is one calendar.
            files.count > 1 && files.allSatisfy { Folders.size($0) < 65_536 } && files.count >= 8
                ? [CalendarPlace(locator: folder, files: files)]
                : files.map { CalendarPlace(locator: $0, files: [$0]) }
        }
    }
}
