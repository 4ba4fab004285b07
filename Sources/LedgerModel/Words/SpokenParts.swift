/// A date and a time of day as they were said together, in either order.
package struct SpokenParts: Hashable, Sendable {
    package var date: SpokenDate?
    /// Seconds after midnight.
    package var from: Int64?
    /// Seconds after midnight; on the next day if it is not later than `from`.
    package var until: Int64?

    package init(date: SpokenDate? = nil, from: Int64? = nil, until: Int64? = nil) {
        self.date = date
        self.from = from
        self.until = until
    }

    package enum Reading: Hashable, Sendable {
        case found(SpokenParts)
        case doubt(SpokenDoubt)
    }

    /// Reads a text that is nothing but a date, a time, or both; `nil` if it is neither.
    package static func whole(_ text: String, today: CivilDay, year: SpokenYear = .latest) -> Reading? {
        let words = SpokenWords(text).all
        guard let last = words.last, !text[last.end...].contains(where: { $0.isLetter || $0.isNumber }) else {
            return nil
        }
        var parts = SpokenParts()
        var rest = words[...]
        while let first = rest.first {
            if let (day, clock) = dayAndClock(first), parts == SpokenParts() {
                parts.date = day
                parts.from = clock
                rest = rest.dropFirst()
                continue
            }
            if parts.date == nil {
                let reader = SpokenDateReader(today: today, year: year, hasClock: parts.from != nil)
                switch reader.read(rest) {
                case .date(let date, let count):
                    parts.date = date
                    rest = rest.dropFirst(count)
                    // “2026-03-17, Tue”
                    if let next = rest.first, date.unit == .day,
                        SpokenNames.weekday(next.name, isShort: true) == date.first.weekday
                    {
                        rest = rest.dropFirst()
                    }
                    continue
                case .doubt(let doubt): return .doubt(doubt)
                case nil: break
                }
            }
            if parts.from == nil {
                switch SpokenClock.read(rest) {
                case .time(let from, let until, let count):
                    (parts.from, parts.until) = (from, until)
                    rest = rest.dropFirst(count)
                    continue
                case .doubt(let doubt): return .doubt(doubt)
                case nil: break
                }
            }
            guard rest.count > 1, SpokenNames.before.contains(first.name) else { return nil }
            rest = rest.dropFirst()
        }
        return parts == SpokenParts() ? nil : .found(parts)
    }

    /// Whether a text has no word but figures, and names of months and days.
    package static func hasOnlyDateWords(_ text: String) -> Bool {
        let words = SpokenWords(text).all
        return !words.isEmpty
            && words.allSatisfy { word in
                word.text.contains { $0.isASCII && $0.isNumber } || SpokenNames.month(word.name) != nil
                    || SpokenNames.weekday(word.name, isShort: true) != nil || SpokenNames.units[word.name] != nil
                    || SpokenNames.before.contains(word.name) || word.name == "of"
            }
    }

    /// `2026-03-17T09:30`
    private static func dayAndClock(_ word: SpokenWords.Word) -> (SpokenDate, Int64)? {
        guard word.text.utf8.count > 11, let day = CivilDay(iso: word.text.prefix(10)),
            word.text.dropFirst(10).first == "t", let clock = SpokenClock.seconds(String(word.text.dropFirst(11)))
        else { return nil }
        return (SpokenDate(.day, around: day), clock)
    }
}

/// The date or time at the beginning of a line of notes, and what follows it.
package struct SpokenBeginning: Hashable, Sendable {
    package var parts: SpokenParts
    /// A moment with its offset from UTC.
    package var exact: Instant?
    /// The text after it and the punctuation between.
    package var rest: Substring

    package enum Reading: Hashable, Sendable {
        case found(SpokenBeginning)
        case doubt(SpokenDoubt)
    }

    /// `nil` if the line begins with words. What only might be a date, such as `May 5`, `October` or `monday`, is one
    /// if a time or a mark follows: “Monday planning” is not.
    package static func read(_ line: String, today: CivilDay, year: SpokenYear = .latest) -> Reading? {
        let words = SpokenWords(line).all
        // `[[2026-03-17]]` is a link.
        guard let first = words.first, !line.hasPrefix("[[") else { return nil }
        if let found = moment(first, line) { return found }
        switch SpokenDateReader(today: today, year: year, isLine: true).read(words[...]) {
        case .doubt(let doubt): return .doubt(doubt)
        case .date(let date, let count): return dated(date, count, words, line)
        case nil: break
        }
        if ["von", "from"].contains(first.text),
            case .time(let from, .some(let until), let count)? = SpokenClock.read(words.dropFirst())
        {
            let parts = SpokenParts(date: nil, from: from, until: until)
            return .found(SpokenBeginning(parts: parts, exact: nil, rest: after(words[count].end, line)))
        }
        guard first.text.first?.isNumber == true else { return nil }
        switch SpokenClock.read(words[...]) {
        case .doubt(let doubt): return .doubt(doubt)
        case .time(let from, let until, let count):
            if isMeasure(words.dropFirst(count).first, first) { return nil }
            let parts = SpokenParts(date: nil, from: from, until: until)
            return .found(SpokenBeginning(parts: parts, exact: nil, rest: after(words[count - 1].end, line)))
        case nil: return nil
        }
    }

    private static func dated(
        _ date: SpokenDate, _ count: Int, _ words: [SpokenWords.Word], _ line: String
    ) -> Reading? {
        var parts = SpokenParts(date: date)
        var taken = count
        if date.unit == .day {
            var next = words.dropFirst(count)
            if let word = next.first, ["at", "um", "von", "from", "-"].contains(word.text) { next = next.dropFirst() }
            switch SpokenClock.read(next) {
            case .doubt(let doubt): return .doubt(doubt)
            case .time(let from, let until, let more):
                (parts.from, parts.until) = (from, until)
                taken = next.startIndex + more
            case nil: break
            }
        }
        let end = words[taken - 1].end
        guard date.weight == .full || parts.from != nil || isMarked(line[end...]) else { return nil }
        return .found(SpokenBeginning(parts: parts, exact: nil, rest: after(end, line)))
    }

    /// `2026-03-17T09:30`, with or without seconds, a fraction and an offset.
    private static func moment(_ word: SpokenWords.Word, _ line: String) -> Reading? {
        guard word.text.utf8.count > 10, let day = CivilDay(iso: word.text.prefix(10)),
            word.text.dropFirst(10).first == "t"
        else { return nil }
        let date = SpokenParts(date: SpokenDate(.day, around: day))
        let rest = after(word.end, line)
        if let exact = SpokenTime.rfc3339(word.text) {
            return .found(SpokenBeginning(parts: date, exact: exact, rest: rest))
        }
        let clock = word.text.dropFirst(11).prefix { $0 != "." }
        guard let seconds = SpokenClock.seconds(String(clock)) else { return .doubt(.noTime()) }
        let parts = SpokenParts(date: date.date, from: seconds)
        return .found(SpokenBeginning(parts: parts, exact: nil, rest: rest))
    }

    /// `3.14 is pi`, `1.30 h`: figures that a sentence goes on from.
    private static func isMeasure(_ next: SpokenWords.Word?, _ first: SpokenWords.Word) -> Bool {
        guard !first.text.contains(":"), first.text.contains(".") else { return false }
        return next.map { measures.contains($0.bare) } ?? false
    }

    private static let measures: Set<String> = [
        "h", "hours", "hour", "hrs", "stunden", "km", "m", "kg", "kb", "mb", "gb", "tb", "%", "€", "$", "eur", "usd",
        "million", "times", "is", "was", "are", "of", "days", "tage", "x",
    ]

    private static func isMarked(_ tail: Substring) -> Bool {
        guard let first = tail.first else { return true }
        return ":-–—)]*_|".contains(first)
            || tail.drop(while: \.isWhitespace).first.map { "-–—:|".contains($0) } ?? true
    }

    /// What follows, without the punctuation between. A hyphen is punctuation if white space follows it.
    private static func after(_ end: String.Index, _ line: String) -> Substring {
        var rest = line[end...].drop { ":,;.)]*_|>".contains($0) }.drop(while: \.isWhitespace)
        while let mark = rest.first, "-–—:|>".contains(mark) {
            let next = rest.dropFirst()
            guard next.first?.isWhitespace ?? true || "–—:|".contains(mark) else { break }
            rest = next.drop(while: \.isWhitespace)
        }
        return rest
    }
}
