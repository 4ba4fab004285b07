package import LedgerModel

/// Reads notes from a text file, one per line: `2026-03-17 9:30 restore drill done 90m #resilience @Maria`.
/// Time, length, tags and people are optional. A date on a line of its own, or as a heading, is the day of the
/// lines below that have none.
package enum InboxReader {
    package struct Line: Sendable, Hashable {
        /// Counted from 1.
        package var number: Int
        package var externalID: String
        package var text: String
        package var at: Instant?
        /// Whether only the day is known; `at` is noon then.
        package var isDay: Bool
        /// Whether `at` depends on the day of this reading (`yesterday 10:00`, `9:15`, `4.11.`): right only the first
        /// time.
        package var isRelative: Bool
        /// Whether the time is read in the zone that the person was in.
        package var isFloating: Bool
        /// Seconds.
        package var length: Int64?
        package var tags: [String]
        package var people: [String]
    }

    package struct Reading: Sendable {
        package var lines: [Line] = []
        /// Lines left out, each with a warning.
        package var skipped = 0
        package var diagnostics = Diagnostics()
    }

    static let longestLine = 10_000

    /// Throws `.unreadable` if the file is not text. A line that cannot be read is a warning.
    package static func read(
        _ bytes: [UInt8], fileName: String, spoken: SpokenTime
    ) throws(LedgerError) -> Reading {
        guard !bytes.contains(0) else {
            let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
            throw LedgerError(
                .unreadable, isWide ? "this file is written in UTF-16" : "this is not a text file", location: fileName,
                hint: isWide ? "Save it as UTF-8 and import it again." : "Name a file of plain text, one note per line."
            )
        }
        var reading = Reading()
        var seen: [String: Int] = [:]
        var heading = InboxDay()
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        for (index, row) in body.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            func skip(_ why: String) {
                reading.skipped += 1
                reading.diagnostics.warn("\(fileName):\(index + 1)", why)
            }
            guard row.count <= longestLine else {
                skip("the line is longer than \(longestLine) bytes and was left out")
                continue
            }
            guard let written = String(validating: row, as: UTF8.self) else {
                skip("the line is not UTF-8 and was left out: save the file as UTF-8")
                continue
            }
            let text = written.trimmed
            // Bullets of a notes app are not part of the note.
            let bare = text.hasPrefix("- ") || text.hasPrefix("* ") ? String(text.dropFirst(2)).trimmed : text
            guard !bare.isEmpty else { continue }
            switch heading.take(bare, spoken) {
            case .doubt(let doubt):
                skip(doubt.warning("line", "it was left out, and so are the lines below it that have no date"))
                continue
            case .heading: continue
            case nil: break
            }
            switch InboxTime.read(bare, under: heading.day, spoken) {
            case .doubt(let doubt): skip(doubt.warning("line", "it was left out"))
            case .found(let time) where time.text.isEmpty: skip("there is nothing but a time; left out")
            case .found(let time) where heading.isUnclear && (time.isRelative && time.heading == nil || time.at == nil):
                skip("the line has no date and the heading above it is not one; left out")
            case .found(let time):
                // Equal lines are different notes; their day and then their count make the ids differ.
                let key = (time.heading.map { $0.iso + "\u{0}" } ?? "") + bare
                seen[key, default: 0] += 1
                if let line = line(index + 1, key, seen[key] ?? 1, time) {
                    reading.lines.append(line)
                } else {
                    skip("the line is only tags, people and a length; left out")
                }
            }
        }
        return reading
    }

    /// Reads one typed line like a line of the file. Throws `.badTime` if it begins like a date and is none, and
    /// `.usage` if there is nothing but a time.
    package static func note(_ typed: String, spoken: SpokenTime) throws(LedgerError) -> Line {
        switch InboxTime.read(typed.trimmed, under: nil, spoken) {
        case .doubt(let doubt): throw doubt.error(String(typed.trimmed.prefix { !$0.isWhitespace }), .badTime)
        case .found(let time):
            guard !typed.trimmed.isEmpty else {
                throw LedgerError(
                    .usage, "a note needs a text", hint: "Write for example \(offer: .note("restore drill done")).")
            }
            guard let line = line(1, typed, 1, time) else {
                throw LedgerError(.usage, "there is nothing but a time", hint: "Write what happened after it.")
            }
            return line
        }
    }

    /// The time at the beginning of a typed text, and the text after it; `nil` if it begins with words. Throws
    /// `.badTime` if it begins like a date and is none.
    package static func time(
        _ typed: String, spoken: SpokenTime
    ) throws(LedgerError) -> (at: Instant, length: Int64?, isDay: Bool, text: String)? {
        switch InboxTime.read(typed.trimmed, under: nil, spoken) {
        case .doubt(let doubt): throw doubt.error(String(typed.trimmed.prefix { !$0.isWhitespace }), .badTime)
        case .found(let time):
            guard let at = time.at, !time.text.isEmpty else { return nil }
            return (at, time.length, time.isDay, String(time.text))
        }
    }

    /// `nil` if no words are left.
    private static func line(_ number: Int, _ key: String, _ occurrence: Int, _ time: InboxTime) -> Line? {
        var words = time.text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard !words.isEmpty else { return nil }
        var length = time.length
        var tags: [String] = []
        var people: [String] = []
        while let last = words.last, words.count > 1 {
            let bare = last.trimmingAny(",.;")
            if bare.hasPrefix("#"), bare.count > 1 {
                tags.insert(String(bare.dropFirst()), at: 0)
            } else if bare.hasPrefix("@"), bare.count > 1 {
                let name = bare.dropFirst().replacing("_", with: " ")
                // Who writes was there.
                if name.lowercased() != "me" { people.insert(String(name), at: 0) }
            } else if length == nil, bare.first?.isNumber == true, bare.contains(where: \.isLetter),
                let seconds = SpokenDuration.parse(bare), (1...MyJobSettings.longestInterval).contains(seconds)
            {
                length = seconds
            } else {
                break
            }
            words.removeLast()
        }
        return Line(
            number: number, externalID: "inbox/\(contentHash("\(key)\u{0}\(occurrence)"))",
            text: words.joined(separator: " "), at: time.at, isDay: time.isDay, isRelative: time.isRelative,
            isFloating: time.isFloating, length: length, tags: tags, people: people)
    }
}

/// The day that a heading, or a date on a line of its own, gives to the lines below it.
struct InboxDay {
    private(set) var day: CivilDay?
    /// Whether the heading looks like a date and is none.
    private(set) var isUnclear = false
    private var level = 0

    enum Taken {
        case heading
        case doubt(SpokenDoubt)
    }

    /// A level below every possible heading.
    private static let plain = 100

    /// `nil` if the line is a note. The next heading of the same or a higher level ends the day.
    mutating func take(_ line: String, _ spoken: SpokenTime) -> Taken? {
        let marks = line.prefix { $0 == "#" }.count
        let isHeading = marks > 0 && (marks == line.count || line.dropFirst(marks).first?.isWhitespace == true)
        let text = isHeading ? String(line.dropFirst(marks)) : line
        switch SpokenParts.whole(text, today: spoken.today) {
        case .found(let parts):
            // “Tuesday” is a different day each week, and “October” none.
            guard let date = parts.date, date.unit == .day, date.weight != .relative, parts.from == nil else { break }
            (day, isUnclear, level) = (date.first, false, isHeading ? marks : Self.plain)
            return .heading
        case .doubt(let doubt) where isHeading || text.split(whereSeparator: \.isWhitespace).count == 1:
            (day, isUnclear, level) = (nil, true, isHeading ? marks : Self.plain)
            return .doubt(doubt)
        case .doubt, nil: break
        }
        if isHeading, marks <= level { (day, isUnclear) = (nil, false) }
        return isHeading ? .heading : nil
    }
}
