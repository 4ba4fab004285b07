import LedgerModel

/// The day that a line of its own, or a heading, gives to the lines below it.
struct InboxDay {
    private(set) var day: CivilDay?
    private var level = 0

    /// Below any heading that can be written.
    private static let plain = 100

    /// True when the line is a heading or a date and no note. Another heading of the same or a higher level ends
    /// the day.
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
