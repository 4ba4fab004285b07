/// A VEVENT as written: values read, nothing resolved or expanded.
package struct CalendarEvent: Sendable {
    package enum Status: String, Sendable { case confirmed, tentative, cancelled }

    package enum BusyStatus: String, Sendable {
        case free, tentative, busy
        case away = "oof"
        case elsewhere = "workingelsewhere"
    }

    /// The line of its BEGIN.
    package var line: Int
    package var uid: String?
    package var start: ZonedTime?
    package var end: ZonedTime?
    package var duration: CalendarDuration?
    package var rules: [RecurrenceRule] = []
    package var exceptRules: [RecurrenceRule] = []
    package var extraDates: [ExtraDate] = []
    package var exceptDates: [ZonedTime] = []
    package var recurrenceID: ZonedTime?
    /// RANGE=THISANDFUTURE.
    package var isThisAndFuture = false
    package var sequence: Int64 = 0
    /// Seconds since 1970 in UTC; 0 if missing.
    package var lastModified: Int64 = 0
    package var stamp: Int64 = 0
    package var status: Status?
    package var isTransparent = false
    /// How Outlook shows the time; nil where it was not written.
    package var busyStatus: BusyStatus?
    /// Outlook says that it is a whole day.
    package var isMarkedWholeDay = false
    /// CLASS PRIVATE or CONFIDENTIAL.
    package var isPrivate = false
    package var summary = ""
    package var description = ""
    package var categories: [String] = []
    package var organizer: CalendarPerson?
    package var attendees: [CalendarPerson] = []
    /// The person's standing; only in the text of a private series.
    package var standing: String?
    /// Whether there is a rule, even if it cannot be used.
    package var hasRule = false

    package init(line: Int) { self.line = line }

    package var isRecurring: Bool { hasRule || !rules.isEmpty || !extraDates.isEmpty }
}

extension CalendarEvent {
    /// The event in canonical lines; of a private event only its times and `standing`.
    ///
    /// - Parameter id: What the change of a single occurrence is known by, so that its words can be found.
    package func lines(isPrivate: Bool, uid: String, standing: String, id: String? = nil) -> [String] {
        var lines = ["BEGIN:VEVENT", "UID:" + CalendarText.escaped(uid)]
        if let id { lines.append("X-LIMELIGHT-ID:" + CalendarText.escaped(id)) }
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
        if let busyStatus { lines.append("X-MICROSOFT-CDO-BUSYSTATUS:" + busyStatus.rawValue.uppercased()) }
        if isMarkedWholeDay { lines.append("X-MICROSOFT-CDO-ALLDAYEVENT:TRUE") }
        // Also where nothing is private yet: the words may have to go later.
        if isPrivate || !standing.isEmpty { lines.append("X-LIMELIGHT-AS:" + standing) }
        if isPrivate { lines.append("CLASS:PRIVATE") } else { lines += publicLines }
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
        if let alias { return text + ";EMAIL=" + CalendarText.quoted(address) + ":mailto:" + alias }
        return text + (address.isEmpty ? ":invalid:nomail" : ":mailto:" + address)
    }
}

extension CalendarEvent {
    /// Reads one property; returns a message if it cannot be read.
    mutating func read(_ line: ContentLine, limits: CalendarLimits) -> String? {
        let value = line.value
        switch line.name {
        case .uid: uid = CalendarText.unescaped(value, limit: 1000)
        case .start: return time(line, "the start", into: \.start)
        case .finish: return time(line, "the end", into: \.end)
        case .recurrenceID:
            isThisAndFuture = line[.range]?.uppercased() == "THISANDFUTURE"
            return time(line, "the recurrence id", into: \.recurrenceID)
        case .duration:
            duration = CalendarDuration(bytes: value)
            return duration == nil ? "the duration cannot be read" : nil
        case .rule, .exceptRule: return rule(line)
        case .extraDates: return readExtraDates(line, limits)
        case .exceptDates: return readExceptDates(line, limits)
        case .sequence: sequence = Int64(CalendarText.string(ContentLine.trimmed(value))) ?? 0
        case .lastModified: lastModified = CalendarTime(bytes: value)?.local ?? 0
        case .stamp: stamp = CalendarTime(bytes: value)?.local ?? 0
        case .status: status = Status(rawValue: word(value))
        case .transparency: isTransparent = word(value) == "transparent"
        case .busyStatus: busyStatus = BusyStatus(rawValue: word(value))
        case .isWholeDay: isMarkedWholeDay = word(value) == "true"
        case .classification: isPrivate = ["private", "confidential"].contains(word(value))
        case .summary: summary = CalendarText.unescaped(value, limit: limits.title)
        case .description: description = CalendarText.unescaped(value, limit: limits.body)
        case .categories:
            for part in CalendarText.list(value) where categories.count < 100 {
                let tag = CalendarText.unescaped(part, limit: 200)
                if !tag.isEmpty, !categories.contains(tag) { categories.append(tag) }
            }
        case .organizer: organizer = CalendarPerson(line)
        case .attendee:
            guard attendees.count < limits.people else { return nil }
            attendees.append(CalendarPerson(line))
        case .standing: standing = word(value)
        default: break
        }
        return nil
    }

    private func word(_ value: ArraySlice<UInt8>) -> String {
        value.count > 40 ? "" : CalendarText.string(ContentLine.trimmed(value)).lowercased()
    }

    private mutating func time(
        _ line: ContentLine, _ what: String, into path: WritableKeyPath<Self, ZonedTime?>
    ) -> String? {
        guard let time = CalendarTime(bytes: line.value) else { return "\(what) is not a date" }
        self[keyPath: path] = ZonedTime(time, zoneID: line[.zoneID], line: line.number)
        return nil
    }

    private mutating func rule(_ line: ContentLine) -> String? {
        hasRule = hasRule || line.name == .rule
        guard rules.count + exceptRules.count < 8 else { return "there are too many rules" }
        do throws(RuleProblem) {
            let rule = try RecurrenceRule(parsing: CalendarText.string(line.value))
            if line.name == .rule { rules.append(rule) } else { exceptRules.append(rule) }
            return rule.hasUnreadPart ? "a part of the rule cannot be read and was skipped" : nil
        } catch {
            return error.message + (line.name == .rule ? "; only its first date is read" : "")
        }
    }

    private mutating func readExceptDates(_ line: ContentLine, _ limits: CalendarLimits) -> String? {
        var message: String?
        for part in line.value.split(separator: UInt8(ascii: ",")) where exceptDates.count < limits.dates {
            guard let time = CalendarTime(bytes: part) else {
                message = "an excepted date cannot be read"
                continue
            }
            exceptDates.append(ZonedTime(time, zoneID: line[.zoneID], line: line.number))
        }
        return message
    }

    private mutating func readExtraDates(_ line: ContentLine, _ limits: CalendarLimits) -> String? {
        var message: String?
        func zoned(_ bytes: ArraySlice<UInt8>) -> ZonedTime? {
            CalendarTime(bytes: bytes).map { ZonedTime($0, zoneID: line[.zoneID], line: line.number) }
        }
        for part in line.value.split(separator: UInt8(ascii: ",")) where extraDates.count < limits.dates {
            let ends = part.split(separator: UInt8(ascii: "/"), maxSplits: 1)
            guard let first = ends.first, let start = zoned(first) else {
                message = "an extra date cannot be read"
                continue
            }
            var end = ExtraDate.End.none
            if ends.count == 2 {
                if let time = zoned(ends[1]) {
                    end = .at(time)
                } else if let duration = CalendarDuration(bytes: ends[1]) {
                    end = .after(duration)
                } else {
                    message = "the end of an extra date cannot be read"
                }
            }
            extraDates.append(ExtraDate(start: start, end: end))
        }
        return message
    }
}
