import LedgerModel

/// Dates as people write them: at the beginning of a note, in a heading, or in brackets at the end.
///
/// Nothing is guessed: `03/04/2026` is not a date, since either number could be the month.
enum NoteDate {
    /// The date of a text, and the text without it.
    struct Found: Hashable {
        var when: NoteEntry.When
        /// Seconds after midnight, if a time of day follows the day.
        var clock: Int64?
        var rest: Substring
    }

    /// Reads a text that is only a date: `2026-03-17`, `Tue, 17 March 2026:`, `Week of 3 March 2026`, `Q3 2026`.
    static func whole(_ text: String, year: Int?) -> NoteEntry.When? {
        var words = NoteWords.all(text)
        // With text after the colon, it is not only a date.
        guard let end = words.last?.end, !text[end...].contains(where: { $0.isLetter || $0.isNumber }) else {
            return nil
        }
        // Words that may surround a date: “Notes for March 2026”, “Q3 2026 review”.
        let around: Set<String> = [
            "notes", "for", "brag", "document", "log", "done", "accomplishments", "wins", "review", "the", "in", "of",
            "highlights", "results", "achievements", "ending", "beginning", "starting", "summary",
        ]
        while let first = words.first, around.contains(first.lower) { words.removeFirst() }
        while let last = words.last, around.contains(last.lower) { words.removeLast() }
        guard let found = leading(words[...], year: year), found.count == words.count else { return nil }
        return found.when
    }

    /// Reads a date at the beginning, with a time of day after it and the punctuation around them.
    static func first(_ text: String, year: Int?) -> Found? {
        let words = NoteWords.all(text)
        if let word = words.first, let found = instant(word, text[word.end...]) { return found }
        guard let found = leading(words[...], year: year), found.count > 0 else { return nil }
        var count = found.count
        var clock: Int64?
        if case .day = found.when {
            var next = count
            if words.indices.contains(next), words[next].lower == "at" { next += 1 }
            if words.indices.contains(next), let seconds = NoteWords.clock(words, &next) {
                clock = seconds
                count = next
            }
        }
        let last = words[count - 1]
        let tail = text[last.end...]
        // A date that continues as a sentence is part of it: “March 2026 was hard”.
        let isOpen = tail.first.map { !$0.isWhitespace && !":-–—,.)]*_|".contains($0) } ?? false
        let bare = tail.drop { $0.isWhitespace || ":-–—,.)]*_|>".contains($0) }
        let isMarked =
            tail.first.map { ":-–—)]*_|".contains($0) } ?? true
            || tail.drop(while: \.isWhitespace).first.map { "-–—:|".contains($0) } ?? true
        guard !isOpen, isMarked || found.isPlain else { return nil }
        return Found(when: found.when, clock: clock, rest: bare)
    }

    /// Whether a text begins with figures that look like a day but are impossible or ambiguous: `2026-02-30`,
    /// `03/04/2026`.
    static func isUnclear(_ text: String) -> Bool {
        guard let word = NoteWords.all(text).first?.text else { return false }
        return ["-", "/", "."].contains { mark in
            let parts = word.split(separator: mark, omittingEmptySubsequences: false)
            return parts.count == 3 && parts.contains { $0.count == 4 }
                && parts.allSatisfy { (1...4).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isNumber } }
        }
    }

    /// Reads `2026-03-17T09:30`, with or without seconds, a fraction and an offset.
    private static func instant(_ word: NoteWords.Word, _ tail: Substring) -> Found? {
        guard word.lower.count > 13, let day = CivilDay(iso: word.lower.prefix(10)),
            word.lower.dropFirst(10).first == "t"
        else { return nil }
        let rest = tail.drop { $0.isWhitespace || ":-–—,.)]*_|>".contains($0) }
        if let at = SpokenTime.rfc3339(word.text) { return Found(when: .at(at), rest: rest) }
        let clock = SpokenTime.clock(String(word.lower.dropFirst(11).prefix { $0 != "." }))
        return clock.map { Found(when: .day(day), clock: $0, rest: rest) }
    }

    /// Reads a day in brackets at the end: `Shipped the audit (17 March 2026)`.
    static func last(_ text: String, year: Int?) -> Found? {
        var trimmed = text.trimmed
        // Tags may follow it.
        var tags = ""
        while let start = trimmed.lastIndex(where: \.isWhitespace), trimmed[start...].dropFirst().hasPrefix("#") {
            tags = " " + trimmed[start...].dropFirst() + tags
            trimmed = trimmed[..<start].trimmed
        }
        for (open, close) in [("(", ")"), ("[", "]")] where trimmed.hasSuffix(close) {
            guard let start = trimmed.lastIndex(of: Character(open)) else { continue }
            let inside = String(trimmed[trimmed.index(after: start)...].dropLast())
            guard let when = whole(inside, year: year) else { continue }
            return Found(when: when, rest: Substring(trimmed[..<start].trimmed + tags))
        }
        return nil
    }

    /// How many words a date takes, and whether it is a day in figures, which needs no punctuation after it.
    private static func leading(
        _ words: ArraySlice<NoteWords.Word>, year: Int?
    ) -> (when: NoteEntry.When, count: Int, isPlain: Bool)? {
        var rest = words
        let isWeekdayFirst = rest.first.map { $0.lower.count >= 3 && Weekday($0.lower) != nil } ?? false
        if isWeekdayFirst { rest = rest.dropFirst() }
        func taken(_ count: Int) -> Int { count + (isWeekdayFirst ? 1 : 0) }
        if let (day, count) = NoteWords.day(rest, year: year) {
            let isPlain = rest.first.map { $0.text.contains(where: { "-./".contains($0) }) } ?? false
            return (.day(day), taken(count), isPlain || isWeekdayFirst)
        }
        guard !isWeekdayFirst, let (span, last, count) = NoteWords.span(rest, year: year) else { return nil }
        return (.within(span, last: last), count, false)
    }
}
