package import LedgerModel

/// Reads notes from a text file, one a line: `2026-03-17 9:30 restore drill done 90m #resilience @Maria`.
/// Time, length, tags and people can each be left out.
package enum InboxReader {
    package struct Line: Sendable, Hashable {
        package var externalID: String
        package var text: String
        package var at: Instant?
        /// Seconds.
        package var length: Int64?
        package var tags: [String]
        package var people: [String]
    }

    package struct Reading: Sendable {
        package var lines: [Line] = []
        package var diagnostics = Diagnostics()
    }

    static let longestLine = 10_000

    package static func read(_ bytes: [UInt8], fileName: String, spoken: SpokenTime) -> Reading {
        var reading = Reading()
        var seen: [String: Int] = [:]
        let rows = bytes.split(separator: 10, omittingEmptySubsequences: false)
        for (index, row) in rows.enumerated() {
            guard row.count <= longestLine else {
                reading.diagnostics.warn(
                    "\(fileName):\(index + 1)", "the line is longer than \(longestLine) bytes and was left out")
                continue
            }
            let text = String(decoding: row, as: UTF8.self).trimmed
            // Bullets and headings of a notes app are no part of the note.
            let bare = text.hasPrefix("- ") || text.hasPrefix("* ") ? String(text.dropFirst(2)).trimmed : text
            guard !bare.isEmpty, !bare.hasPrefix("#  "), !bare.hasPrefix("# ") else { continue }
            // Equal lines are different notes: the second is told from the first by its count.
            seen[bare, default: 0] += 1
            let line = line(bare, occurrence: seen[bare]!, spoken)
            guard !line.text.isEmpty else {
                reading.diagnostics.warn("\(fileName):\(index + 1)", "there is nothing beside the date; left out")
                continue
            }
            reading.lines.append(line)
        }
        return reading
    }

    private static func line(_ text: String, occurrence: Int, _ spoken: SpokenTime) -> Line {
        var words = text.split(separator: " ").map(String.init)
        var at: Instant?
        // Only a line that starts with a date has a time: “9:30” alone would be another day tomorrow.
        if let first = words.first, let day = CivilDay(iso: first.prefix(10)) {
            if first.count > 10, let instant = try? spoken.parse(first) {
                at = instant
                words.removeFirst()
            } else if first.count == 10 {
                words.removeFirst()
                if let clock = words.first, let instant = try? spoken.parse("\(first) \(clock)") {
                    at = instant
                    words.removeFirst()
                } else {
                    at = spoken.zones.zone(on: day).instant(day, seconds: 43_200)
                }
            }
        }
        var length: Int64?
        var tags: [String] = []
        var people: [String] = []
        while let last = words.last, words.count > 1 {
            if last.hasPrefix("#"), last.count > 1 {
                tags.insert(String(last.dropFirst()), at: 0)
            } else if last.hasPrefix("@"), last.count > 1 {
                people.insert(String(last.dropFirst()).replacing("_", with: " "), at: 0)
            } else if length == nil, last.first?.isNumber == true, last.last?.isLetter == true,
                let seconds = SpokenDuration.parse(last), (1...FrameSettings.longestInterval).contains(seconds)
            {
                length = seconds
            } else {
                break
            }
            words.removeLast()
        }
        return Line(
            externalID: "inbox/\(contentHash("\(text)\u{0}\(occurrence)"))", text: words.joined(separator: " "), at: at,
            length: length, tags: tags, people: people)
    }
}
