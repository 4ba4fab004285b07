import LedgerModel

/// The first words of a line, which can make up a date.
enum NoteWords {
    struct Word: Hashable {
        /// The word without punctuation around it.
        var text: String
        var lower: String
        /// The end of the word and its punctuation.
        var end: String.Index
    }

    /// The first dozen: no date is longer.
    static func all(_ line: String) -> [Word] {
        var words: [Word] = []
        var index = line.startIndex
        while index < line.endIndex, words.count < 12 {
            while index < line.endIndex, line[index].isWhitespace || "([*_<".contains(line[index]) {
                index = line.index(after: index)
            }
            let start = index
            while index < line.endIndex, !line[index].isWhitespace, !")]*_|>–—".contains(line[index]) {
                index = line.index(after: index)
            }
            guard start < index else {
                // Punctuation on its own ends a possible date.
                break
            }
            var end = index
            while end > start, ":,;.".contains(line[line.index(before: end)]) { end = line.index(before: end) }
            let text = String(line[start..<end])
            if text.isEmpty || text == "-" { break }
            words.append(Word(text: text, lower: text.lowercased(), end: end))
            // A colon ends the date.
            if end < index, line[end] == ":" { break }
        }
        return words
    }

    /// Reads `2026-03-17`, `2026/03/17`, `17.03.2026`, `17/03/2026`, `17 March 2026`, `March 17th, 2026`, and the same
    /// without a year if `year` is known.
    static func day(_ words: ArraySlice<Word>, year: Int?) -> (day: CivilDay, count: Int)? {
        guard let first = words.first else { return nil }
        if let day = figures(first.text) { return (day, 1) }
        let rest = words.dropFirst()
        if let number = ordinal(first.lower) {
            let next = rest.first?.lower == "of" ? rest.dropFirst() : rest
            guard let month = next.first.flatMap({ month($0.lower) }) else { return nil }
            let count = 2 + (next.startIndex - rest.startIndex)
            if let stated = next.dropFirst().first.flatMap({ Self.year($0.lower) }) {
                return CivilDay(year: stated, month: month, day: number).map { ($0, count + 1) }
            }
            return year.flatMap { CivilDay(year: $0, month: month, day: number) }.map { ($0, count) }
        }
        guard let month = month(first.lower), let number = rest.first.flatMap({ ordinal($0.lower) }) else { return nil }
        if let stated = rest.dropFirst().first.flatMap({ Self.year($0.lower) }) {
            return CivilDay(year: stated, month: month, day: number).map { ($0, 3) }
        }
        return year.flatMap { CivilDay(year: $0, month: month, day: number) }.map { ($0, 2) }
    }

    /// `March 2026`, `2026-03`, `Q3 2026`, `2026 Q3`, `Week of 3 March 2026`, `2026-W12`, `Week 12, 2026`, `2026`.
    static func span(
        _ words: ArraySlice<Word>, year: Int?
    ) -> (span: NoteEntry.Span, last: CivilDay, count: Int)? {
        guard let first = words.first else { return nil }
        let rest = words.dropFirst()
        if first.lower == "week" || first.lower == "kw" || first.lower == "wk" {
            if let next = rest.first, ["of", "beginning", "starting", "ending"].contains(next.lower),
                let (day, count) = day(rest.dropFirst(), year: year)
            {
                return (.week, day.monday + 6, count + 2)
            }
            if let (day, count) = day(rest, year: year) { return (.week, day.monday + 6, count + 1) }
            guard let number = rest.first.flatMap({ Int($0.lower) }), (1...53).contains(number) else { return nil }
            if let stated = rest.dropFirst().first.flatMap({ Self.year($0.lower) }) {
                return week(number, stated).map { (.week, $0, 3) }
            }
            return year.flatMap { week(number, $0) }.map { (.week, $0, 2) }
        }
        if let (span, last) = coded(first.lower) { return (span, last, 1) }
        if let month = month(first.lower) {
            if let stated = rest.first.flatMap({ Self.year($0.lower) }) {
                return end(.month, stated, month).map { (.month, $0, 2) }
            }
            return year.flatMap { end(.month, $0, month) }.map { (.month, $0, 1) }
        }
        if let quarter = quarter(first.lower) {
            if let stated = rest.first.flatMap({ Self.year($0.lower) }) {
                return end(.quarter, stated, quarter * 3).map { (.quarter, $0, 2) }
            }
            return year.flatMap { end(.quarter, $0, quarter * 3) }.map { (.quarter, $0, 1) }
        }
        guard let stated = Self.year(first.lower) else { return nil }
        if let next = rest.first {
            if let quarter = quarter(next.lower) { return end(.quarter, stated, quarter * 3).map { (.quarter, $0, 2) } }
            if let month = month(next.lower) { return end(.month, stated, month).map { (.month, $0, 2) } }
        }
        return end(.year, stated, 12).map { (.year, $0, 1) }
    }

    /// Seconds after midnight of `09:30`, `9:30am`, `09:30 PM`; moves `index` past it.
    static func clock(_ words: [Word], _ index: inout Int) -> Int64? {
        let word = words[index].lower
        guard word.contains(":") || word.hasSuffix("am") || word.hasSuffix("pm") else { return nil }
        if words.indices.contains(index + 1), ["am", "pm"].contains(words[index + 1].lower),
            let seconds = SpokenTime.clock(word + words[index + 1].lower)
        {
            index += 2
            return seconds
        }
        guard let seconds = SpokenTime.clock(word) else { return nil }
        index += 1
        return seconds
    }

    /// Reads `2026-03-17`, `2026/3/17`, `17.3.2026`, and `17/3/2026` if only one of the numbers can be the month.
    private static func figures(_ text: String) -> CivilDay? {
        for mark in ["-", "/", "."] {
            let parts = text.split(separator: mark, omittingEmptySubsequences: false)
            guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy(\.isDigit) })
            else { continue }
            let numbers = parts.compactMap { Int($0) }
            if parts[0].count == 4 { return CivilDay(year: numbers[0], month: numbers[1], day: numbers[2]) }
            guard parts[2].count == 4, mark != "-" || numbers[0] > 12 || numbers[1] > 12 || numbers[0] == numbers[1]
            else { return nil }
            if mark == "." { return CivilDay(year: numbers[2], month: numbers[1], day: numbers[0]) }
            if numbers[0] > 12 || numbers[0] == numbers[1] {
                return CivilDay(year: numbers[2], month: numbers[1], day: numbers[0])
            }
            return numbers[1] > 12 ? CivilDay(year: numbers[2], month: numbers[0], day: numbers[1]) : nil
        }
        return nil
    }

    /// `2026-03`, `2026-q3`, `2026q3`, `q3-2026`, `2026-w12`.
    private static func coded(_ text: String) -> (NoteEntry.Span, CivilDay)? {
        let parts = text.split(whereSeparator: { "-/".contains($0) }).map(String.init)
        if parts.count == 2, let stated = year(parts[0]) {
            if parts[1].hasPrefix("w"), let number = Int(parts[1].dropFirst()), (1...53).contains(number) {
                return week(number, stated).map { (.week, $0) }
            }
            if let quarter = quarter(parts[1]) { return end(.quarter, stated, quarter * 3).map { (.quarter, $0) } }
            if parts[1].count == 2, let month = Int(parts[1]), (1...12).contains(month) {
                return end(.month, stated, month).map { (.month, $0) }
            }
        }
        if parts.count == 2, let quarter = quarter(parts[0]), let stated = year(parts[1]) {
            return end(.quarter, stated, quarter * 3).map { (.quarter, $0) }
        }
        if parts.count == 1, text.count == 6, let stated = year(String(text.prefix(4))),
            let quarter = quarter(String(text.suffix(2)))
        {
            return end(.quarter, stated, quarter * 3).map { (.quarter, $0) }
        }
        return nil
    }

    /// The Sunday of a week of ISO 8601.
    private static func week(_ number: Int, _ year: Int) -> CivilDay? {
        guard let fourth = CivilDay(year: year, month: 1, day: 4) else { return nil }
        return fourth.monday + Int64(number * 7 - 1)
    }

    private static func end(_ span: NoteEntry.Span, _ year: Int, _ month: Int) -> CivilDay? {
        CivilDay(year: year, month: month, day: 1).map { $0.adding(months: 1) - 1 }
    }

    private static func year(_ text: String) -> Int? {
        guard text.count == 4, text.allSatisfy(\.isDigit), let number = Int(text), (1950...2199).contains(number)
        else { return nil }
        return number
    }

    private static func quarter(_ text: String) -> Int? {
        guard text.count == 2, text.first == "q", let number = text.last?.wholeNumberValue, (1...4).contains(number)
        else { return nil }
        return number
    }

    /// `march`, `mar`, `sept`.
    private static func month(_ text: String) -> Int? {
        guard text.count >= 3, text.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
        let name = text == "sept" ? "sep" : text
        let index = monthNames.firstIndex { month in
            let lower = month.lowercased()
            return lower == name || (name.count == 3 && lower.hasPrefix(name))
        }
        return index.map { $0 + 1 }
    }

    /// `17`, `17th`, `3rd`.
    private static func ordinal(_ text: String) -> Int? {
        let digits = text.prefix(while: \.isDigit)
        guard (1...2).contains(digits.count), let number = Int(digits), (1...31).contains(number),
            ["", "st", "nd", "rd", "th"].contains(text.dropFirst(digits.count))
        else { return nil }
        return number
    }
}

extension Character {
    /// False for a digit with a combining mark: it compares as a digit, but is not a number.
    fileprivate var isDigit: Bool { isASCII && isNumber }
}
