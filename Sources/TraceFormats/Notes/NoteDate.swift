package import LedgerModel

/// Dates as people write them in notes: at the beginning of one, in a heading, or in brackets at the end.
///
/// `SpokenParts` and `SpokenBeginning` read them. Here is what notes of an earlier time add: words that depend on the
/// day of reading, such as *yesterday*, are no dates in them, and the year may be that of the heading.
package struct NoteDates: Sendable {
    let today: CivilDay
    /// The year of the heading above; `nil` if it has none.
    var headingYear: Int?

    package init(today: CivilDay) { self.today = today }

    private var year: SpokenYear { headingYear.map { .given($0) } ?? .latest }

    /// The date of a text, and the text without it.
    struct Found: Hashable {
        /// `nil` if the text has only a time of day.
        var date: SpokenDate?
        var exact: Instant?
        /// Seconds after midnight, and the end if it is said.
        var clock: Int64?
        var until: Int64?
        var rest: Substring
    }

    enum Reading: Hashable {
        case found(Found)
        case doubt(SpokenDoubt)
    }

    enum Whole: Hashable {
        case date(SpokenDate)
        case doubt(SpokenDoubt)

        var date: SpokenDate? { if case .date(let date) = self { date } else { nil } }
    }

    /// Reads a text that is only a date: `2026-03-17`, `Tue, 17 March 2026:`, `Week of 3 March 2026`, `Q3 2026`.
    func whole(_ text: String) -> Whole? {
        var text = text.trimmed
        // Words that may surround a date: “Notes for March 2026”, “Q3 2026 review”.
        while let word = text.split(whereSeparator: \.isWhitespace).first, Self.around.contains(word.lowercased()) {
            text = String(text.dropFirst(word.count)).trimmed
        }
        while let word = text.split(whereSeparator: \.isWhitespace).last, Self.around.contains(word.lowercased()) {
            text = String(text.dropLast(word.count)).trimmed
        }
        switch SpokenParts.whole(text, today: today, year: year) {
        case .found(let parts):
            guard var date = parts.date, parts.from == nil, date.weight != .relative else { return nil }
            if headingYear != nil { date.lacksYear = false }
            return .date(date)
        case .doubt(let doubt): return SpokenParts.hasOnlyDateWords(text) ? .doubt(doubt) : nil
        case nil: return nil
        }
    }

    private static let around: Set<String> = [
        "notes", "for", "brag", "document", "log", "done", "accomplishments", "wins", "review", "the", "in", "of",
        "highlights", "results", "achievements", "ending", "beginning", "starting", "summary", "goals", "ziele",
    ]

    /// Reads a date, a time of day or both at the beginning, with the punctuation after them.
    func first(_ text: String) -> Reading? {
        switch SpokenBeginning.read(text, today: today, year: year) {
        case .doubt(let doubt): return .doubt(doubt)
        case nil: return nil
        case .found(let found):
            guard found.parts.date?.weight != .relative else { return nil }
            var date = found.parts.date
            if headingYear != nil { date?.lacksYear = false }
            return .found(
                Found(
                    date: date, exact: found.exact, clock: found.parts.from, until: found.parts.until, rest: found.rest)
            )
        }
    }

    /// Reads a date in brackets at the end: `Shipped the audit (17 March 2026)`. `[[2026-03-17]]` is a link.
    func last(_ text: String) -> (date: SpokenDate, rest: String)? {
        var trimmed = text.trimmed
        // Tags may follow it.
        var tags = ""
        while let start = trimmed.lastIndex(where: \.isWhitespace), trimmed[start...].dropFirst().hasPrefix("#") {
            tags = " " + trimmed[start...].dropFirst() + tags
            trimmed = trimmed[..<start].trimmed
        }
        for (open, close) in [("(", ")"), ("[", "]")] where trimmed.hasSuffix(close) && !trimmed.hasSuffix("]]") {
            guard let start = trimmed.lastIndex(of: Character(open)) else { continue }
            let inside = String(trimmed[trimmed.index(after: start)...].dropLast())
            guard let date = whole(inside)?.date else { continue }
            return (date, trimmed[..<start].trimmed + tags)
        }
        return nil
    }

    /// `[2026-03-17 09:30] Title. Body`, as jrnl writes it, or the same without brackets.
    func journal(_ line: String, isBare: Bool) -> Found? {
        guard line.hasPrefix("[") || isBare else { return nil }
        let begin = isBare ? line[...] : line.dropFirst()
        guard begin.first?.isNumber == true, case .found(let found) = first(line), !found.rest.isEmpty,
            let date = found.date, date.unit == .day, !date.lacksYear
        else { return nil }
        guard isBare else {
            return found.clock != nil || found.exact != nil || line.dropFirst(11).first == "]" ? found : nil
        }
        return found.clock == nil ? nil : found
    }

    /// The date that the name of a file says, without its ending: `2026-03-17`, `20260317`, `2026-W12 review`.
    package func fileName(_ stem: String) -> SpokenDate? {
        let plain = stem.replacing("_", with: "-")
        let digits = plain.prefix { $0.isASCII && $0.isNumber }
        if digits.count == 8, plain.count == 8 || plain.dropFirst(8).first.map({ !$0.isNumber }) == true {
            let parts = [digits.prefix(4), digits.dropFirst(4).prefix(2), digits.dropFirst(6)]
            return CivilDay(iso: parts.joined(separator: "-")).map { SpokenDate(.day, around: $0) }
        }
        let found = whole(plain)?.date ?? whole(String(plain.prefix(10)))?.date
        return found.flatMap { $0.lacksYear ? nil : $0 }
    }
}
