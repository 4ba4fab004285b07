import ICalendar
import LedgerModel

extension ReadingBuilder {
    /// Only what can be expanded again is kept: a rule or dates.
    func isKept(_ parts: [SeriesPart]) -> Bool {
        parts.contains { !$0.event.rules.isEmpty || !$0.event.extraDates.isEmpty }
    }

    /// The series as a small calendar that reads to the same drafts.
    mutating func keepSeries(uid: String, parts: [SeriesPart]) {
        let isPrivate = options.isPrivate || parts.contains { $0.event.isPrivate }
        var ids: [String] = []
        var seen: Set<String> = []
        for part in parts {
            let event = part.event
            let times =
                [event.start, event.end, event.recurrenceID].compactMap { $0 } + event.exceptDates
                + event.extraDates.map(\.start)
            for id in times.compactMap(\.zoneID) where seen.insert(id).inserted { ids.append(id) }
        }
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
        if file.method == "CANCEL" { lines.append("METHOD:CANCEL") }
        for id in ids { lines += zones.component(id)?.lines() ?? [] }
        for part in parts {
            lines += part.event.lines(
                isPrivate: options.isPrivate || part.event.isPrivate, uid: uid,
                standing: Attendance.name(of: part.template.standing))
        }
        lines.append("END:VCALENDAR\r\n")
        let text = lines.joined(separator: "\r\n")
        recordsLeft -= text.utf8.count
        guard recordsLeft >= 0 else {
            return warnings.warn(
                parts[0].event.line,
                "the series of this file are longer than is kept; this one goes on when the file is read again")
        }
        reading.series.append(
            SeriesRecord(uid: uid, text: text, isPrivate: isPrivate, line: parts[0].event.line))
    }
}
