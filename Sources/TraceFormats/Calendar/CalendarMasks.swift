import ICalendar
import LedgerModel

/// Where the words of a calendar file are that the ledger does not show.
package enum CalendarMasks {
    /// The file as it may be saved: without the words of private events, and of those that `hides` says.
    /// `nil` if it may be saved as it is, or is not a calendar.
    ///
    /// - Parameter hides: Given the UID of an event, and the external id of its piece; that is `nil` for a series, with
    ///   the ids of its changed occurrences.
    package static func redacted(
        _ bytes: [UInt8], options: CalendarReader.Options,
        hides: (_ uid: String, _ id: String?, _ changed: [String]) throws -> Bool
    ) rethrows -> [UInt8]? {
        let file = CalendarFile(parsing: bytes)
        guard file.isCalendar else { return nil }
        var builder = ReadingBuilder(file: file, options: options)
        builder.keepsParts = true
        _ = builder.build()
        var changed: [String: [String]] = [:]
        for part in builder.parts { if let id = part.id { changed[part.uid, default: []].append(id) } }
        var masks: [Int: CalendarRedaction.Mask] = [:]
        var hidden: Set<String> = []
        for part in builder.parts {
            guard try part.isPrivate || hides(part.uid, part.id, changed[part.uid] ?? []) else { continue }
            masks[part.line] = part.mask
            hidden.insert(part.uid)
        }
        // Versions that are not read go with the one that is.
        let read = Set(builder.parts.map(\.line))
        for event in file.events where !read.contains(event.line) && hidden.contains(event.uid ?? "") {
            masks[event.line] = CalendarRedaction.Mask(standing: "none", isLeave: false)
        }
        return CalendarRedaction.redacted(bytes, masks: masks)
    }
}

/// An event of a file, and the piece that it describes.
struct CalendarPart {
    var line: Int
    var uid: String
    /// The external id of the piece; `nil` for a series.
    var id: String?
    var isPrivate: Bool
    var mask: CalendarRedaction.Mask

    init(_ event: CalendarEvent, _ template: EvidenceDraft, uid: String, id: String?) {
        line = event.line
        self.uid = uid
        self.id = id
        isPrivate = event.isPrivate
        var kept = template
        // What its calendar does not call private is so by the person’s word.
        if !event.isPrivate { kept.flags.insert(.madePrivate) }
        mask = CalendarRedaction.Mask(
            standing: Attendance.name(of: kept), isLeave: template.flags.contains(.leave))
    }
}
