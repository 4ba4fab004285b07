import LedgerModel

/// `Mon-Thu 9:00-17:00`, `Tue, Thu 7:30-9:00`, `weekdays 9am-5pm`, `Monday to Friday 9 to 17`.
enum HoursLine {
    /// In minutes: a longer night was probably typed the wrong way round.
    static let longestNight = 720

    /// One line for all days with the same hours, in the order of the week.
    static func write(_ days: [DayHours]) -> [String] {
        var groups: [(days: [Int], spans: [ClockRange])] = []
        for day in normal(days) {
            if let index = groups.firstIndex(where: { $0.spans == day.spans }) {
                groups[index].days.append(day.weekday)
            } else {
                groups.append(([day.weekday], day.spans))
            }
        }
        return groups.map { "\(names($0.days)) \($0.spans.map(\.text).joined(separator: ", "))" }
    }

    /// `nil` if the line cannot be read.
    static func read(_ line: String) -> [DayHours]? {
        var result: [DayHours] = []
        var days: [Int] = []
        var spans: [ClockRange] = []
        func close() -> Bool {
            guard !days.isEmpty, !spans.isEmpty else { return false }
            result += days.map { DayHours(weekday: $0, spans: spans) }
            (days, spans) = ([], [])
            return true
        }
        for word in words(line) {
            if let named = weekdays(word) {
                if !spans.isEmpty, !close() { return nil }
                days += named
            } else if let span = span(word) {
                spans.append(span)
            } else {
                return nil
            }
        }
        return close() ? normal(result) : nil
    }

    /// One entry per weekday in the order of the week, its spans in the order of the day.
    static func normal(_ days: [DayHours]) -> [DayHours] {
        (1...7).compactMap { weekday in
            var spans: [ClockRange] = []
            for span in days.filter({ $0.weekday == weekday }).flatMap(\.spans) where !spans.contains(span) {
                spans.append(span)
            }
            guard !spans.isEmpty else { return nil }
            return DayHours(weekday: weekday, spans: spans.sorted { ($0.start, $0.end) < ($1.start, $1.end) })
        }
    }

    /// `Mon-Fri`, `Tue, Thu`.
    private static func names(_ days: [Int]) -> String {
        var runs: [(first: Int, last: Int)] = []
        for day in days {
            if let last = runs.last, last.last + 1 == day {
                runs[runs.count - 1].last = day
            } else {
                runs.append((day, day))
            }
        }
        func name(_ day: Int) -> String { Weekday(rawValue: day)?.short ?? "" }
        return runs.map { run in
            switch run.last - run.first {
            case 0: name(run.first)
            case 1: "\(name(run.first)), \(name(run.last))"
            default: "\(name(run.first))-\(name(run.last))"
            }
        }.joined(separator: ", ")
    }

    /// Splits a line into words, with each range as one word, whatever dash or word joins it.
    private static func words(_ line: String) -> [Substring] {
        var text = line.lowercased()
        for dash in ["–", "—", "−"] { text = text.replacing(dash, with: "-") }
        for word in [" to ", " until ", " bis "] { text = text.replacing(word, with: "-") }
        text = text.replacing("every day", with: "daily").replacing("uhr", with: " ")
        var tight = ""
        for character in text {
            let character = character.isWhitespace ? " " : character
            if character == "-" || tight.hasSuffix("-") {
                while tight.last == " " { tight.removeLast() }
                if character == " " { continue }
            }
            tight.append(character)
        }
        let skipped: Set<Substring> = ["and", "from", "on", "at", "&", "each", "every", "h", "und", "von"]
        return tight.split { $0 == " " || $0 == "," || $0 == ";" }.map {
            $0.hasSuffix(":") || $0.hasSuffix(".") ? $0.dropLast() : $0
        }.filter { !$0.isEmpty && !skipped.contains($0) }
    }

    private static func weekdays(_ word: Substring) -> [Int]? {
        switch word {
        case "daily": return Array(1...7)
        case "weekdays", "weekday", "workdays", "werktags": return Array(1...5)
        case "weekend", "weekends": return [6, 7]
        default: break
        }
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first.flatMap(weekday), parts.count <= 2 else { return nil }
        guard parts.count == 2 else { return [first] }
        guard let last = weekday(parts[1]) else { return nil }
        return first <= last ? Array(first...last) : Array(first...7) + Array(1...last)
    }

    private static func weekday(_ word: Substring) -> Int? {
        let singular = word.hasSuffix("days") ? word.dropLast() : word
        return SpokenNames.weekday(singular.filter { $0 != "." }.folded, isShort: true)?.rawValue
    }

    private static func span(_ word: Substring) -> ClockRange? {
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        // “9 to 5” is a day; “22 to 6” is a night.
        if parts.count == 2, let start = clock(parts[0]), let end = clock(parts[1]), (300..<720).contains(start),
            end <= start, (60...480).contains(end), parts.allSatisfy({ !$0.hasSuffix("m") })
        {
            return ClockRange(start: start, end: end + 720)
        }
        guard parts.count == 2, let start = clock(parts[0]), let end = clock(parts[1]) else { return nil }
        return MyJobText.span(ClockRange(start: start, end: end).text)
    }

    /// Minutes after midnight: `9`, `24`, or a time as people write it.
    private static func clock(_ text: Substring) -> Int? {
        if text == "24" || text == "24:00" { return 1440 }
        if (1...2).contains(text.count), text.allSatisfy({ $0.isASCII && $0.isNumber }), let hour = Int(text) {
            return hour < 24 ? hour * 60 : nil
        }
        return SpokenTime.clock(String(text)).map { Int($0 / 60) }
    }
}

extension JobText {
    /// The working week that holds on a day.
    static func week(_ myJob: MyJob, on day: CivilDay) -> WorkingWeek? {
        let weeks = myJob.settings.workingHours.sorted { $0.from < $1.from }
        return weeks.last { $0.from <= day } ?? weeks.first
    }

    /// New working hours hold from today on; earlier ones stay as they were.
    static func readHours(
        _ working: [String], _ possible: [String], into myJob: inout MyJob, on day: CivilDay,
        _ remarks: inout [String]
    ) throws(LedgerError) {
        let possibleDays = try hours(possible, .possible, stands: myJob.settings.possibleHours, &remarks)
        if possibleDays != HoursLine.normal(myJob.settings.possibleHours) {
            myJob.settings.possibleHours = possibleDays
        }
        let stated = week(myJob, on: day)
        var workingDays = try hours(working, .working, stands: stated?.days ?? [], &remarks)
        // Nothing said is assumed; the usual hours, when they are said, are the person’s word.
        if workingDays.isEmpty, stated == nil { return }
        if workingDays.isEmpty { workingDays = WorkingWeek.assumed.days }
        guard workingDays != HoursLine.normal(stated?.days ?? []) else { return }
        myJob.settings.workingHours.removeAll { $0.from == day }
        myJob.settings.workingHours.append(WorkingWeek(from: day, days: workingDays))
        myJob.settings.workingHours.sort { $0.from < $1.from }
    }

    /// Accepts hours over a night and says so, unless they were there before. A night of more than half a day is
    /// refused with a question.
    private static func hours(
        _ lines: [String], _ box: JobBox, stands: [DayHours], _ remarks: inout [String]
    ) throws(LedgerError) -> [DayHours] {
        var days: [DayHours] = []
        for line in lines {
            guard let read = HoursLine.read(line) else {
                throw LedgerError(
                    .badTime, "in “\(box.label)” the line “\(shown(line))” is not a time",
                    hint: "Nothing was saved. Write the days and the hours, as in Mon-Fri 9:00-17:00.")
            }
            days += read
            let nights = read.flatMap { $0.spans.filter(\.passesMidnight) }
            let isNew = read.contains { day in
                let before = stands.filter { $0.weekday == day.weekday }.flatMap(\.spans)
                return day.spans.contains { $0.passesMidnight && !before.contains($0) }
            }
            guard isNew, let night = nights.max(by: { $0.length < $1.length }) else { continue }
            guard night.length <= HoursLine.longestNight else {
                let (start, end) = (ClockRange.clock(night.start), ClockRange.clock(night.end))
                throw LedgerError(
                    .badTime,
                    "in “\(box.label)” the line “\(shown(line))” goes from \(start) through the night to \(end) of the next day",
                    hint:
                        "Nothing was saved. Swap the hours, or write the night in two parts: Mon \(start)-24:00, Tue 0:00-\(end)."
                )
            }
            remarks.append("“\(shown(line))” passes midnight: it ends on the morning after the day it names.")
        }
        return HoursLine.normal(days)
    }

    private static func shown(_ line: String) -> String { line.count > 60 ? line.prefix(59) + "…" : line }
}
