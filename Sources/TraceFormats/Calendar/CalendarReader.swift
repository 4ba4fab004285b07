import ICalendar
package import LedgerModel

/// Reads a calendar file into evidence: one draft for each event and for each occurrence of a series.
///
/// External ids are `UID/original-start` for an occurrence (`20260317T080000Z`, without `Z` if the series
/// floats, `20260317` for whole days) and `UID/single` for an event that is not part of a series, so that
/// each keeps its id when it moves.
package struct CalendarReader {
    package struct Options: Sendable {
        /// The name of the file in messages.
        package var fileName: String
        /// The person's mail addresses in lower case.
        package var me: Set<String>
        /// The zones the person was in: for floating times and whole days.
        package var zones: ZoneHistory
        /// Looks up a zone of the time zone database by name.
        package var zoneNamed: @Sendable (String) -> Zone?
        /// Series are expanded until the end of this day.
        package var horizon: CivilDay
        /// Who is no person.
        package var machines = Machines()
        /// Keep times only.
        package var isPrivate: Bool
        package var limits: Limits

        package init(
            fileName: String, me: Set<String> = [], zones: ZoneHistory,
            zoneNamed: @escaping @Sendable (String) -> Zone?,
            horizon: CivilDay, isPrivate: Bool = false, limits: Limits = Limits()
        ) {
            self.fileName = fileName
            self.me = Set(me.map { $0.lowercased() })
            self.zones = zones
            self.zoneNamed = zoneNamed
            self.horizon = horizon
            self.isPrivate = isPrivate
            self.limits = limits
        }
    }

    /// Bounds on what one calendar may hold.
    package struct Limits: Sendable, Hashable {
        /// Bytes of a file.
        package var file = 200 << 20
        package var events = 500_000
        /// Occurrences of a series, of one that has a rule finer than daily, and of all events of a file.
        package var occurrences = 20_000
        package var fineOccurrences = 300
        package var allOccurrences = 500_000
        /// Bytes that the texts and people of the occurrences of a series take if each is written out, and of a
        /// file.
        package var room = 32 << 20
        package var allRoom = 256 << 20
        /// Bytes of the series that are kept of a file; further series end at the horizon.
        package var records = 64 << 20
        /// Zones that a file may name.
        package var zones = 500

        package init() {}
    }

    /// Throws `.noCalendar` if the bytes are not a calendar and `.tooLarge` beyond the limits. A single event
    /// that cannot be read is a warning.
    package static func read(_ bytes: [UInt8], options: Options) throws(LedgerError) -> CalendarReading {
        guard bytes.count <= options.limits.file else {
            throw LedgerError(
                .tooLarge, "the calendar is larger than \(options.limits.file >> 20) MB",
                location: options.fileName,
                hint: "Export a shorter range of dates.")
        }
        var limits = CalendarLimits()
        limits.events = options.limits.events
        limits.zones = options.limits.zones
        let file = CalendarFile(parsing: bytes, limits: limits)
        guard file.isCalendar else { throw refusal(bytes, fileName: options.fileName) }
        var builder = ReadingBuilder(file: file, options: options)
        return builder.build()
    }

    /// The error for bytes that are not a calendar.
    package static func refusal(_ bytes: [UInt8], fileName: String) -> LedgerError {
        let text = bytes.prefix(4096).drop { $0 <= 32 || $0 >= 0x80 }
        // Nobody can look up lines in a document from an address.
        let location = fileName.contains("://") ? fileName : fileName + ":1"
        if bytes.prefix(2) == [0xFF, 0xFE] || bytes.prefix(2) == [0xFE, 0xFF] {
            return LedgerError(
                .noCalendar, "this file is written in UTF-16", location: location,
                hint: "Save it as UTF-8 and import it again.")
        }
        if text.first == UInt8(ascii: "<") {
            return LedgerError(
                .noCalendar, "this is a web page, not a calendar", location: location,
                hint: "Use the address of the calendar itself, which ends in .ics, or export the calendar to a file.")
        }
        return LedgerError(
            .noCalendar, "this is not a calendar: it has no line BEGIN:VCALENDAR", location: location,
            hint: "Export the calendar as an iCalendar (.ics) file.")
    }
}
