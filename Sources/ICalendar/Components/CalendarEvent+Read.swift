extension CalendarEvent {
    /// Takes one property in; a message says what could not be read.
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
        guard rules.count + exceptRules.count < 8 else { return "there are more rules than are read" }
        do throws(RuleProblem) {
            let rule = try RecurrenceRule(parsing: CalendarText.string(line.value))
            if line.name == .rule { rules.append(rule) } else { exceptRules.append(rule) }
            return rule.hasUnreadPart ? "a part of the rule cannot be read and was passed over" : nil
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
