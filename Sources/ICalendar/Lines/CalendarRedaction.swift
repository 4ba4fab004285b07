/// Takes the words out of single components of a calendar file and leaves the rest byte for byte.
package enum CalendarRedaction {
    /// What is written in place of the words of a component.
    package struct Mask: Sendable, Hashable {
        /// The person's standing, since those who are invited go.
        package var standing: String
        /// Whether it is a day off, which only its title may have said.
        package var isLeave: Bool

        package init(standing: String, isLeave: Bool) {
            self.standing = standing
            self.isLeave = isLeave
        }
    }

    /// The file without the words of some components: only what tells their times stays of them.
    ///
    /// `nil` if nothing has to go. To-dos, journal entries and the like that say CLASS:PRIVATE or CONFIDENTIAL lose
    /// their words too.
    ///
    /// - Parameter masks: By the line at which the component begins.
    package static func redacted(_ bytes: [UInt8], masks: [Int: Mask]) -> [UInt8]? {
        var result: [UInt8] = []
        var isChanged = false
        var part: [Line] = []
        var depth = 0
        var reader = LineReader(bytes, maximum: longestLine)
        while let line = reader.next() {
            let read = Line(line, bytes)
            if depth > 0 || read.beginsPart {
                part.append(read)
                depth += read.name == "BEGIN" ? 1 : read.name == "END" ? -1 : 0
                guard depth <= 0 else { continue }
            } else {
                result += read.raw
                continue
            }
            isChanged = append(part, masks, to: &result) || isChanged
            part = []
            depth = 0
        }
        // The end of the file may be missing.
        if !part.isEmpty { isChanged = append(part, masks, to: &result) || isChanged }
        return isChanged ? result : nil
    }

    /// Appends a component with or without its words. Returns whether some were taken out.
    private static func append(_ part: [Line], _ masks: [Int: Mask], to result: inout [UInt8]) -> Bool {
        let mask = masks[part[0].number]
        let isPrivate = part.contains { $0.name == "CLASS" && ["PRIVATE", "CONFIDENTIAL"].contains($0.value) }
        guard mask != nil || isPrivate else {
            for line in part { result += line.raw }
            return false
        }
        let isEnded = part.count > 1 && part[part.count - 1].name == "END"
        var kept = [part[0]]
        var nested = 0
        var hadWords = false
        for line in part.dropFirst().dropLast(isEnded ? 1 : 0) {
            if line.name == "BEGIN" { nested += 1 }
            let isLeft = nested == 0 && stays(line.name) && !(mask?.isLeave == true && line.name == busyStatus)
            if isLeft { kept.append(line) }
            hadWords = hadWords || !isLeft && !ours.contains(line.name)
            if line.name == "END" { nested -= 1 }
        }
        guard hadWords || !isPrivate else {
            for line in part { result += line.raw }
            return false
        }
        for line in kept { result += line.raw }
        var own = ["CLASS:PRIVATE"]
        if let mask {
            own.append("X-LIMELIGHT-AS:" + mask.standing)
            if mask.isLeave { own.append(busyStatus + ":OOF") }
        }
        for line in own { result += Array((line + "\r\n").utf8) }
        if isEnded { result += part[part.count - 1].raw }
        return true
    }

    /// A line with its name in upper case and its place in the file.
    private struct Line {
        let number: Int
        let name: String
        let value: String
        let raw: ArraySlice<UInt8>

        init(_ line: LineReader.Line, _ bytes: [UInt8]) {
            number = line.number
            let content = line.content
            let end = content.firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") } ?? content.endIndex
            name = String(decoding: content[content.startIndex..<end].prefix(60), as: UTF8.self).uppercased()
            let isShort = content.count < 100
            let colon = isShort ? content.firstIndex(of: UInt8(ascii: ":")) : nil
            value = colon.map { CalendarText.string(ContentLine.trimmed(content[($0 + 1)...])).uppercased() } ?? ""
            raw = bytes[line.range]
        }

        /// Whether it begins something other than the calendar and a zone.
        var beginsPart: Bool { name == "BEGIN" && value != "VCALENDAR" && value != "VTIMEZONE" }
    }

    private static func stays(_ name: String) -> Bool { times.contains(name) || name == busyStatus }

    /// What tells times, and which occurrence and version it is.
    private static let times: Set<String> = [
        "UID", "RECURRENCE-ID", "DTSTART", "DTEND", "DUE", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "SEQUENCE",
        "LAST-MODIFIED", "DTSTAMP", "CREATED", "STATUS", "TRANSP", "X-MICROSOFT-CDO-ALLDAYEVENT",
    ]
    private static let busyStatus = "X-MICROSOFT-CDO-BUSYSTATUS"
    /// What an earlier time has written.
    private static let ours: Set<String> = ["CLASS", "X-LIMELIGHT-AS", busyStatus]
    private static let longestLine = 1 << 24
}
