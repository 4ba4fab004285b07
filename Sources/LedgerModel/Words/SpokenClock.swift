/// Reads the time of day at the beginning of words: `9:30`, `14 Uhr`, `14.30`, `5:45 pm`, `noon`, `13:00-13:45`.
package enum SpokenClock {
    typealias Word = SpokenWords.Word

    enum Found: Hashable {
        /// Seconds after midnight; `until` is the end of a span, after midnight if it is not later than `from`.
        case time(from: Int64, until: Int64?, count: Int)
        case doubt(SpokenDoubt)
    }

    /// Seconds after midnight, if the whole text is a time of day.
    package static func seconds(_ text: String) -> Int64? {
        let words = SpokenWords(text).all
        guard case .time(let from, nil, let count) = read(words[...]), count == words.count else { return nil }
        return from
    }

    /// A figure such as `4.11` is read as a time: that it is no day is for the reader of dates to say.
    static func read(_ words: ArraySlice<Word>) -> Found? {
        guard let first = words.first else { return nil }
        if let found = joined(words, first) ?? parted(words, first) { return found }
        guard let (from, count) = single(words) else { return isBroken(words, first) ? .doubt(.noTime()) : nil }
        let rest = words.dropFirst(count)
        guard let mark = rest.first, marks.contains(mark.text),
            words.dropFirst(count - 1).first?.isClosed != true,
            let (until, more) = single(rest.dropFirst(), isEnd: true)
        else { return .time(from: from, until: nil, count: count) }
        return .time(from: from, until: until, count: count + 1 + more)
    }

    /// `13:00-13:45`, `13-14 Uhr`, `1-2pm`.
    private static func joined(_ words: ArraySlice<Word>, _ first: Word) -> Found? {
        let parts = first.bare.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let start = parts.first, let end = parts.last, !start.isEmpty else { return nil }
        let unit = words.dropFirst().first.map(\.bare).flatMap { isUnit($0) && !first.isClosed ? $0 : nil }
        func clock(_ text: String, _ unit: String?, isEnd: Bool) -> Int64? {
            if let unit, let seconds = parse(text + unit, isEnd: isEnd) { return seconds }
            return parse(text, isEnd: isEnd)
        }
        let half =
            unit.flatMap { halves[$0] != nil ? $0 : nil }
            ?? [end].compactMap { text in
                halves.keys.first { text.hasSuffix($0) }
            }.first
        guard let until = clock(end, unit, isEnd: true) else { return nil }
        guard let from = clock(start, unit ?? half, isEnd: false) else { return nil }
        return .time(from: from, until: until, count: unit == nil ? 1 : 2)
    }

    /// `13 bis 14 Uhr`, `1 to 2pm`: the unit of the end is that of both.
    private static func parted(_ words: ArraySlice<Word>, _ first: Word) -> Found? {
        let rest = words.dropFirst(2)
        guard first.bare.digits(1...2) != nil, !first.isClosed, marks.contains(words.dropFirst().first?.text ?? ""),
            let end = rest.first, let (until, count) = single(rest, isEnd: true),
            let unit = ([end.bare] + rest.dropFirst().prefix(count - 1).map(\.bare)).compactMap(unit(of:)).first,
            let from = parse(first.bare + unit, isEnd: false)
        else { return nil }
        return .time(from: from, until: until, count: 2 + count)
    }

    /// The unit that a word is or ends in.
    private static func unit(of word: String) -> String? {
        (["uhr", "o'clock", "o’clock"] + halves.keys.sorted()).first { word.hasSuffix($0) }
    }

    private static let marks: Set<String> = ["-", "to", "bis", "until"]

    /// One time and how many words it takes.
    private static func single(_ words: ArraySlice<Word>, isEnd: Bool = false) -> (seconds: Int64, count: Int)? {
        guard let first = words.first else { return nil }
        if let next = words.dropFirst().first, isUnit(next.bare), !first.isClosed,
            let seconds = parse(first.bare + next.bare, isEnd: isEnd)
        {
            // `14 Uhr 30`
            if next.bare == "uhr", first.bare.utf8.count <= 2, !next.isClosed,
                let minutes = words.dropFirst(2).first?.bare.digits(2...2), minutes < 60
            {
                return (seconds + Int64(minutes) * 60, 3)
            }
            return (seconds, 2)
        }
        return parse(first.bare, isEnd: isEnd).map { ($0, 1) }
    }

    /// Whether a word after figures says that they are a time.
    static func isUnit(_ word: String) -> Bool {
        word == "uhr" || word == "o'clock" || word == "o’clock" || halves[word] != nil
    }

    private static let halves: [String: Int64] = ["am": 0, "pm": 12, "a.m": 0, "p.m": 12]

    /// - Parameter isEnd: whether midnight at the end of the day may be written as 24:00.
    private static func parse(_ word: String, isEnd: Bool) -> Int64? {
        switch word {
        case "noon", "mittag", "mittags": return 43_200
        case "midnight", "mitternacht": return 0
        default: break
        }
        var body = word[...]
        var half: Int64?
        var hasUnit = false
        for (suffix, hours) in halves where body.hasSuffix(suffix) {
            half = hours
            body = body.dropLast(suffix.count)
        }
        for suffix in ["uhr", "o'clock", "o’clock"] where half == nil && body.hasSuffix(suffix) {
            hasUnit = true
            body = body.dropLast(suffix.count)
        }
        if body.hasSuffix("h"), body.contains(where: { $0 == ":" || $0 == "." }) { body = body.dropLast() }
        let mark: Character = body.contains(":") ? ":" : "."
        let parts = body.split(separator: mark, omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts.count > 1 || half != nil || hasUnit, mark == ":" || parts.count < 3,
            var hour = parts[0].digits(1...2)
        else { return nil }
        let numbers = parts.dropFirst().compactMap { $0.digits(2...2) }
        guard numbers.count == parts.count - 1, numbers.allSatisfy({ $0 < 60 }) else { return nil }
        if let half {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + Int(half)
        }
        let minute = numbers.first ?? 0
        let second = numbers.count > 1 ? numbers[1] : 0
        guard hour <= 23 || isEnd && hour == 24 && minute == 0 && second == 0 else { return nil }
        return Int64(hour * 3600 + minute * 60 + second)
    }

    /// Whether the first word has the look of a time, as `25:10` has and `4:1` has not.
    private static func isBroken(_ words: ArraySlice<Word>, _ first: Word) -> Bool {
        let parts = first.bare.split(separator: ":", omittingEmptySubsequences: false)
        if (2...3).contains(parts.count), parts[0].digits(1...2) != nil,
            parts.dropFirst().allSatisfy({ $0.digits(2...2) != nil })
        {
            return true
        }
        let next = words.dropFirst().first?.bare ?? ""
        return first.bare.digits(1...2) != nil && isUnit(next)
            || halves.keys.contains { first.bare.hasSuffix($0) && first.bare.dropLast($0.count).digits(1...2) != nil }
    }
}
