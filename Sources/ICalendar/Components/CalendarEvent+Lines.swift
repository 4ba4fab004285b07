extension CalendarEvent {
    /// The event in canonical lines; of a private one only what is about time, and `standing`.
    package func lines(isPrivate: Bool, uid: String, standing: String) -> [String] {
        var lines = ["BEGIN:VEVENT", "UID:" + CalendarText.escaped(uid)]
        if let recurrenceID {
            lines.append("RECURRENCE-ID" + (isThisAndFuture ? ";RANGE=THISANDFUTURE" : "") + recurrenceID.text)
        }
        if let start { lines.append("DTSTART" + start.text) }
        if let end { lines.append("DTEND" + end.text) }
        if let duration { lines.append("DURATION:" + duration.text) }
        lines += rules.map { "RRULE:" + $0.text }
        lines += exceptRules.map { "EXRULE:" + $0.text }
        lines += extraDates.map { "RDATE" + $0.text }
        lines += exceptDates.map { "EXDATE" + $0.text }
        if sequence != 0 { lines.append("SEQUENCE:\(sequence)") }
        if lastModified != 0 {
            lines.append("LAST-MODIFIED:" + CalendarTime.basicText(lastModified, isDate: false) + "Z")
        }
        if stamp != 0 { lines.append("DTSTAMP:" + CalendarTime.basicText(stamp, isDate: false) + "Z") }
        if let status { lines.append("STATUS:" + status.rawValue.uppercased()) }
        if isTransparent { lines.append("TRANSP:TRANSPARENT") }
        if isPrivate {
            lines.append("CLASS:PRIVATE")
            lines.append("X-LIMELIGHT-AS:" + standing)
        } else {
            lines += publicLines
        }
        lines.append("END:VEVENT")
        return lines
    }

    private var publicLines: [String] {
        var lines: [String] = []
        if !summary.isEmpty { lines.append("SUMMARY:" + CalendarText.escaped(summary)) }
        if !description.isEmpty { lines.append("DESCRIPTION:" + CalendarText.escaped(description)) }
        if !categories.isEmpty {
            lines.append("CATEGORIES:" + categories.map(CalendarText.escaped).joined(separator: ","))
        }
        if let organizer { lines.append("ORGANIZER" + organizer.text) }
        lines += attendees.map { "ATTENDEE" + $0.text }
        return lines
    }
}

extension RecurrenceRule {
    var text: String {
        textWithoutUntil + (until.map { ";UNTIL=" + $0.basicText + ($0.isUTC ? "Z" : "") } ?? "")
    }
}

extension ExtraDate {
    var text: String {
        switch end {
        case .none: start.text
        case .at(let time): period(with: time.time.basicText + (time.time.isUTC ? "Z" : ""))
        case .after(let duration): period(with: duration.text)
        }
    }

    private func period(with end: String) -> String {
        var zone = ""
        if !start.time.isDate, !start.time.isUTC, let id = start.zoneID { zone = ";TZID=" + CalendarText.quoted(id) }
        return ";VALUE=PERIOD" + zone + ":" + start.time.basicText + (start.time.isUTC ? "Z" : "") + "/" + end
    }
}

extension CalendarPerson {
    var text: String {
        var text = ""
        if !name.isEmpty { text += ";CN=" + CalendarText.quoted(name) }
        if !participation.isEmpty { text += ";PARTSTAT=" + CalendarText.quoted(participation.uppercased()) }
        if isResource { text += ";CUTYPE=RESOURCE" }
        if isInformed { text += ";ROLE=NON-PARTICIPANT" }
        return text + (address.isEmpty ? ":invalid:nomail" : ":mailto:" + address)
    }
}
