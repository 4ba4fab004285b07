package import LedgerModel

/// Reads notes from a text file, one per line: `2026-03-17 9:30 restore drill done 90m #resilience @Maria`.
/// Time, length, tags and people are optional. A date on a line of its own, or as a heading, is the day of the
/// lines below that begin with a time of day.
package enum InboxReader {
    package struct Line: Sendable, Hashable {
        /// Counted from 1.
        package var number: Int
        package var externalID: String
        package var text: String
        package var at: Instant?
        /// Whether `at` depends on the day of this reading (`yesterday 10:00`, `9:15`): right only the first time.
        package var isRelative: Bool
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
            guard !bare.isEmpty, !heading.take(bare) else { continue }
            switch InboxTime(bare, under: heading.day, spoken) {
            case .impossible(let why): skip(why)
            case .found(let time) where time.words.isEmpty: skip("there is nothing but a time; left out")
            case .found(let time):
                // Equal lines are different notes; their day and then their count make the ids differ.
                let key = (time.day.map { $0.iso + "\u{0}" } ?? "") + bare
                seen[key, default: 0] += 1
                reading.lines.append(line(index + 1, key, seen[key] ?? 1, time))
            }
        }
        return reading
    }

    /// Reads one typed line like a line of the file. `nil` if its time is impossible, or if there is nothing but a
    /// time.
    package static func note(_ typed: String, spoken: SpokenTime) -> Line? {
        guard case .found(let time) = InboxTime(typed.trimmed, under: nil, spoken), !time.words.isEmpty else {
            return nil
        }
        return line(1, typed, 1, time)
    }

    private static func line(_ number: Int, _ key: String, _ occurrence: Int, _ time: InboxTime.Found) -> Line {
        var words = time.words
        var length: Int64?
        var tags: [String] = []
        var people: [String] = []
        while let last = words.last, words.count > 1 {
            if last.hasPrefix("#"), last.count > 1 {
                tags.insert(String(last.dropFirst()), at: 0)
            } else if last.hasPrefix("@"), last.count > 1 {
                people.insert(String(last.dropFirst()).replacing("_", with: " "), at: 0)
            } else if length == nil, last.first?.isNumber == true, last.last?.isLetter == true,
                let seconds = SpokenDuration.parse(last), (1...MyJobSettings.longestInterval).contains(seconds)
            {
                length = seconds
            } else {
                break
            }
            words.removeLast()
        }
        return Line(
            number: number, externalID: "inbox/\(contentHash("\(key)\u{0}\(occurrence)"))",
            text: words.joined(separator: " "), at: time.at, isRelative: time.isRelative, length: length, tags: tags,
            people: people)
    }
}

/// The day that a heading, or a date on a line of its own, gives to the lines below it.
struct InboxDay {
    private(set) var day: CivilDay?
    private var level = 0

    /// A level below every possible heading.
    private static let plain = 100

    /// True if the line is a heading or a date, not a note. The next heading of the same or a higher level ends the
    /// day.
    mutating func take(_ line: String) -> Bool {
        let marks = line.prefix { $0 == "#" }.count
        let isHeading = marks > 0 && (marks == line.count || line.dropFirst(marks).first?.isWhitespace == true)
        if let day = Self.day(isHeading ? String(line.dropFirst(marks)) : line) {
            self.day = day
            level = isHeading ? marks : Self.plain
            return true
        }
        if isHeading, marks <= level { day = nil }
        return isHeading
    }

    /// `2026-03-17`, `Tuesday 2026-03-17`, `2026-03-17, Tue:`.
    private static func day(_ text: String) -> CivilDay? {
        let words = text.split { $0.isWhitespace || $0 == "," || $0 == ":" }.map(String.init)
        guard (1...2).contains(words.count) else { return nil }
        let days = words.compactMap { CivilDay(iso: $0) }
        guard days.count == 1, words.count == 1 || words.contains(where: { Weekday($0.lowercased()) != nil }) else {
            return nil
        }
        return days[0]
    }
}
