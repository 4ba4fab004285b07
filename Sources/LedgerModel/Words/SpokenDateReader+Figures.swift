/// Dates in figures: what each could mean, and which of it is meant.
extension SpokenDateReader {
    /// `2026-03-17`, `17.3.2026`, `4.11.`, `9/14/2026`, `9/14`; `nil` if the figures are no date.
    func figures(_ words: ArraySlice<Word>, _ first: Word) -> Found? {
        for mark in ["-", "/", "."] as [Character] {
            let text = mark == "." ? first.text : first.bare
            var parts = text.split(separator: mark, omittingEmptySubsequences: false)
            let endsInStop = mark == "." && parts.count > 2 && parts.last?.isEmpty == true
            if endsInStop { parts.removeLast() }
            guard parts.count == 2 || parts.count == 3 else { continue }
            let numbers = parts.compactMap { $0.digits(1...4) }
            guard numbers.count == parts.count else { continue }
            let isFourDigits = parts.map { $0.utf8.count == 4 }
            if parts.count == 2 {
                guard !isFourDigits.contains(true), parts.allSatisfy({ $0.utf8.count <= 2 }) else { return nil }
                return mark == "."
                    ? dotted(numbers, parts[1], endsInStop: endsInStop, words)
                    : mark == "/" ? slashed(numbers, words) : nil
            }
            if isFourDigits[0], parts[1...].allSatisfy({ $0.utf8.count <= 2 }) {
                return dated(numbers[2], numbers[1], numbers[0])
            }
            guard parts[0].utf8.count <= 2, parts[1].utf8.count <= 2 else { return nil }
            if isFourDigits[2] { return threePart(numbers[0], numbers[1], numbers[2], mark) }
            guard mark != "-", let year = shortYear(parts) else { return nil }
            return threePart(numbers[0], numbers[1], year, mark)
        }
        return joined(first.text)
    }

    /// Two days in one word, or a day with more behind it, is no day, and no word either.
    private func joined(_ text: String) -> Found? {
        guard isLine else { return nil }
        if text.utf8.count > 10, CivilDay(iso: text.prefix(10)) != nil, text.dropFirst(10).first != "t" {
            return .doubt(.impossible("more follows it in the same word"))
        }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        let isSpan =
            ends.count == 2 && ends[1].hasSuffix(".")
            && ends.allSatisfy { end in
                !end.isEmpty && end.allSatisfy { $0 == "." || $0.isASCII && $0.isNumber }
            }
        return isSpan ? .doubt(.impossible("it names two days")) : nil
    }

    private func dated(_ day: Int, _ month: Int, _ year: Int) -> Found {
        SpokenDate(day: day, month: month, year: year).map { .date($0, count: 1) }
            ?? .doubt(Self.noDay(day, month, year))
    }

    /// Day first with stops; with other marks either, if only one of them is possible.
    private func threePart(_ a: Int, _ b: Int, _ year: Int, _ mark: Character) -> Found {
        let dayFirst = SpokenDate(day: a, month: b, year: year)
        let monthFirst = SpokenDate(day: b, month: a, year: year)
        if mark != ".", let dayFirst, let monthFirst, a != b {
            return .doubt(
                SpokenDoubt(
                    "could be \(dayFirst.text) or \(monthFirst.text)",
                    write: "\(dayFirst.first.iso) or \(monthFirst.first.iso)"))
        }
        if let date = dayFirst ?? monthFirst { return .date(date, count: 1) }
        return .doubt(Self.noDay(b > 12 ? b : a, b > 12 ? a : b, year))
    }

    /// The year that two digits mean. In a sentence `1.10.12` is rather a version than a day.
    private func shortYear(_ parts: [Substring]) -> Int? {
        guard let number = parts[2].digits(2...2) else { return nil }
        let now = today.components.year
        let year = 2000 + number > now + 20 ? 1900 + number : 2000 + number
        let isPlain = parts.allSatisfy { $0.utf8.count == 2 } || abs(year - now) <= 1
        return isLine && !isPlain ? nil : year
    }

    /// `4.11.` is a day and `14.30` a time; `4.11` could be both.
    private func dotted(
        _ numbers: [Int], _ second: Substring, endsInStop: Bool, _ words: ArraySlice<Word>
    ) -> Found? {
        let (day, month) = (numbers[0], numbers[1])
        let date = year.choose(today: today) { SpokenDate(day: day, month: month, year: $0) }
        if endsInStop { return date.map { .date($0, count: 1) } ?? .doubt(Self.noDay(day, month, nil)) }
        let next = words.dropFirst()
        if next.first.map({ SpokenClock.isUnit($0.bare) }) == true { return nil }
        guard let date else { return nil }
        // A time beside it says that this is the day.
        if case .time = SpokenClock.read(next) { return .date(date, count: 1) }
        if hasClock { return .date(date, count: 1) }
        guard second.utf8.count == 2 else {
            guard !isLine else { return nil }
            return .doubt(SpokenDoubt("could be \(Self.short(date)) or a number", write: "\(day).\(month)."))
        }
        guard day <= 23, month <= 59 else { return .date(date, count: 1) }
        return .doubt(
            SpokenDoubt(
                "could be \(Self.short(date)) or the time \(day):\(second)",
                write: "\(day).\(month). for the day or \(day):\(second) for the time"))
    }

    /// `9/14` can only be one day; `12/11` could be two.
    private func slashed(_ numbers: [Int], _ words: ArraySlice<Word>) -> Found? {
        // “1/2 of them” says no day.
        if isLine, ["of", "von"].contains(words.dropFirst().first?.text) { return nil }
        func made(_ day: Int, _ month: Int) -> SpokenDate? {
            year.choose(today: today) { SpokenDate(day: day, month: month, year: $0) }
        }
        let dayFirst = made(numbers[0], numbers[1])
        let monthFirst = made(numbers[1], numbers[0])
        if let dayFirst, let monthFirst, numbers[0] != numbers[1] {
            return .doubt(
                SpokenDoubt(
                    "could be \(Self.short(dayFirst)) or \(Self.short(monthFirst))",
                    write: "\(Self.brief(dayFirst)) or \(Self.brief(monthFirst))"))
        }
        guard var date = dayFirst ?? monthFirst else {
            return isLine ? nil : .doubt(Self.noDay(numbers[0], numbers[1], nil))
        }
        // “24/7 on call” says no day.
        if isLine { date.weight = .light }
        return .date(date, count: 1)
    }

    /// `12 November`.
    private static func short(_ date: SpokenDate) -> String {
        let (_, month, day) = date.first.components
        return "\(day) \(monthNames[month - 1])"
    }

    /// `12 Nov`.
    private static func brief(_ date: SpokenDate) -> String {
        let (_, month, day) = date.first.components
        return "\(day) \(monthNames[month - 1].prefix(3))"
    }
}
