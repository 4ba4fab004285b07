/// Reads the date at the beginning of words.
struct SpokenDateReader {
    typealias Word = SpokenWords.Word

    var today: CivilDay
    var year: SpokenYear = .latest
    /// Whether more than a date may follow, so that what only might be one is none.
    var isLine = false
    /// Whether the time of day is already known, so that `4.11` is no time.
    var hasClock = false

    enum Found: Hashable {
        case date(SpokenDate, count: Int)
        case doubt(SpokenDoubt)

        func following(_ count: Int) -> Found {
            if case .date(let date, let own) = self { .date(date, count: own + count) } else { self }
        }
    }

    func read(_ words: ArraySlice<Word>) -> Found? {
        guard let first = words.first else { return nil }
        return relative(words) ?? weekday(words) ?? figures(words, first) ?? coded(first) ?? named(words)
            ?? span(words)
    }

    // MARK: Seen from today

    private func relative(_ words: ArraySlice<Word>) -> Found? {
        guard let first = words.first else { return nil }
        if let days = SpokenNames.relative[first.name] { return seen(SpokenDate(.day, around: today + days), 1) }
        let isLast = SpokenNames.last.contains(first.name)
        let isNext = SpokenNames.next.contains(first.name)
        guard isLast || isNext || SpokenNames.this.contains(first.name), let next = words.dropFirst().first else {
            return nil
        }
        if let weekday = SpokenNames.weekday(next.name, isShort: !isLine) {
            let back = Int64((today.weekday.rawValue - weekday.rawValue + 7) % 7)
            if isLast { return seen(SpokenDate(.day, around: today - (back == 0 ? 7 : back)), 2) }
            if isNext { return seen(SpokenDate(.day, around: today + 7 - back), 2) }
            return seen(SpokenDate(.day, around: today.monday + Int64(weekday.rawValue - 1)), 2)
        }
        if let unit = SpokenNames.units[next.name] {
            let now = SpokenDate(unit, around: today)
            let day = isLast ? now.first - 1 : isNext ? now.next : today
            return seen(SpokenDate(unit, around: day), 2)
        }
        guard isLast, let month = SpokenNames.month(next.name) else { return nil }
        let before = SpokenYear.latest.choose(today: today.firstOfMonth - 1) {
            SpokenDate(.month, month: month, year: $0)
        }
        return before.map { seen($0, 2) }
    }

    private func seen(_ date: SpokenDate, _ count: Int) -> Found {
        var date = date
        date.weight = .relative
        date.lacksYear = false
        return .date(date, count: count)
    }

    /// `tuesday`, or a date with its weekday, which has to fit.
    private func weekday(_ words: ArraySlice<Word>) -> Found? {
        guard let first = words.first,
            let weekday = SpokenNames.weekday(first.name, isShort: !isLine || first.text.hasSuffix("."))
        else { return nil }
        let rest = first.isClosed && isLine ? [] : words.dropFirst()
        if let found = rest.first.flatMap({ figures(rest, $0) }) ?? named(rest) {
            guard case .date(var date, let count) = found, date.unit == .day else { return found }
            guard date.first.weekday == weekday else {
                return .doubt(
                    SpokenDoubt(
                        "is not a date: \(date.text) is a \(date.first.weekday.name)",
                        write: "\(date.first.iso), or the date of a \(weekday.name)"))
            }
            date.weight = .full
            return .date(date, count: count + 1)
        }
        let back = Int64((today.weekday.rawValue - weekday.rawValue + 7) % 7)
        if case .next(let day) = year {
            let ahead = Int64((weekday.rawValue - day.weekday.rawValue + 7) % 7)
            return seen(SpokenDate(.day, around: day + ahead), 1)
        }
        return seen(SpokenDate(.day, around: today - back), 1)
    }

    // MARK: Names

    /// `17 March 2026`, `17. März`, `March 17th, 2026`, `October 2026`, `October`.
    private func named(_ words: ArraySlice<Word>) -> Found? {
        guard let first = words.first else { return nil }
        if let number = Self.ordinal(first.bare), !first.isClosed {
            var rest = words.dropFirst()
            if rest.first?.text == "of" { rest = rest.dropFirst() }
            guard let word = rest.first, let month = SpokenNames.month(word.name) else { return nil }
            let count = 1 + (rest.startIndex - words.startIndex)
            // “3 may come” says no day.
            let weight: SpokenDate.Weight = isLine && word.name == "may" ? .light : .full
            return dayAndMonth(number, month, word.isClosed ? [] : rest.dropFirst(), count, weight)
        }
        guard let month = SpokenNames.month(first.name) else { return nil }
        let rest = first.isClosed ? [] : words.dropFirst()
        if let number = rest.first.flatMap({ Self.ordinal($0.bare) }) {
            let isClosed = rest.first?.isClosed == true
            return dayAndMonth(number, month, isClosed ? [] : rest.dropFirst(), 2, .light)
        }
        return spanOrYear(rest, 1) { SpokenDate(.month, month: month, year: $0) }
    }

    private func dayAndMonth(
        _ day: Int, _ month: Int, _ rest: ArraySlice<Word>, _ count: Int, _ weight: SpokenDate.Weight
    ) -> Found? {
        let stated = rest.first.flatMap { Self.year($0.bare) }
        let made =
            stated.map { SpokenDate(day: day, month: month, year: $0) }
            ?? year.choose(today: today) { SpokenDate(day: day, month: month, year: $0) }
        guard var date = made else { return .doubt(Self.noDay(day, month, stated)) }
        date.weight = stated == nil ? weight : .full
        return .date(date, count: count + (stated == nil ? 0 : 1))
    }

    /// A span with the year that may follow it.
    private func spanOrYear(_ rest: ArraySlice<Word>, _ count: Int, _ make: (Int) -> SpokenDate?) -> Found? {
        let stated = rest.first.flatMap { Self.year($0.bare) }
        guard var date = stated.map(make) ?? year.choose(today: today, make) else { return nil }
        date.weight = .light
        return .date(date, count: count + (stated == nil ? 0 : 1))
    }

    /// `Q4`, `Q1 2026`, `4. Quartal 2026`, `week 12`, `KW 12, 2026`, `week of 3 March`, `2026`, `2026 Q3`.
    private func span(_ words: ArraySlice<Word>) -> Found? {
        guard let first = words.first else { return nil }
        let rest = first.isClosed ? [] : words.dropFirst()
        if let quarter = Self.quarter(first.bare) {
            return spanOrYear(rest, 1) { SpokenDate(.quarter, month: quarter * 3, year: $0) }
        }
        if let quarter = first.bare.digits(1...1), (1...4).contains(quarter), rest.first?.name == "quartal" {
            return spanOrYear(rest.dropFirst(), 2) { SpokenDate(.quarter, month: quarter * 3, year: $0) }
        }
        if first.bare.first == "w", let number = first.bare.dropFirst().digits(2...2), (1...53).contains(number) {
            return spanOrYear(rest, 1) { SpokenDate(week: number, year: $0) }
        }
        if SpokenNames.weekWords.contains(first.name) { return week(rest) }
        guard let year = Self.year(first.text) else { return nil }
        if let next = rest.first {
            if let quarter = Self.quarter(next.bare) {
                return SpokenDate(.quarter, month: quarter * 3, year: year).map { light($0, 2) }
            }
            if let month = SpokenNames.month(next.name) {
                return SpokenDate(.month, month: month, year: year).map { light($0, 2) }
            }
        }
        return SpokenDate(.year, month: 1, year: year).map { light($0, 1) }
    }

    private func week(_ rest: ArraySlice<Word>) -> Found? {
        var day = rest
        var count = 1
        if let next = rest.first, ["of", "beginning", "starting", "ending", "vom", "ab"].contains(next.name) {
            day = rest.dropFirst()
            count = 2
        }
        if let found = day.first.flatMap({ figures(day, $0) }) ?? named(day) {
            guard case .date(let date, let own) = found, date.unit == .day else { return found }
            var week = SpokenDate(.week, around: date.first)
            week.lacksYear = date.lacksYear
            return light(week, own + count)
        }
        guard let number = rest.first?.bare.digits(1...2), (1...53).contains(number) else { return nil }
        let isClosed = rest.first?.isClosed == true
        return spanOrYear(isClosed ? [] : rest.dropFirst(), 2) { SpokenDate(week: number, year: $0) }
    }

    private func light(_ date: SpokenDate, _ count: Int) -> Found {
        var date = date
        date.weight = .light
        return .date(date, count: count)
    }

    /// `2026-03`, `03/2026`, `2026-Q3`, `Q3/2026`, `2026Q3`, `2026-W12`, `2026W12`, `17-Mar-2026`, `3.Nov`.
    private func coded(_ word: Word) -> Found? {
        var parts = word.bare.split(omittingEmptySubsequences: false) { "-/.".contains($0) }.map(String.init)
        if parts.count == 1, Self.year(String(word.bare.prefix(4))) != nil, word.bare.utf8.count > 4 {
            parts = [String(word.bare.prefix(4)), String(word.bare.dropFirst(4))]
        }
        if (2...3).contains(parts.count), let day = Self.ordinal(parts[0]),
            let month = SpokenNames.month(parts[1].folded)
        {
            let year = parts.count == 3 ? Self.year(parts[2]) : nil
            guard parts.count == 2 || year != nil else { return nil }
            let made =
                year.map { SpokenDate(day: day, month: month, year: $0) }
                ?? self.year.choose(today: today) { SpokenDate(day: day, month: month, year: $0) }
            return made.map { .date($0, count: 1) } ?? .doubt(Self.noDay(day, month, year))
        }
        guard parts.count == 2 else { return nil }
        if Self.year(parts[0]) == nil, Self.year(parts[1]) != nil { parts.reverse() }
        guard let year = Self.year(parts[0]) else { return nil }
        let rest = parts[1]
        if rest.first == "w" || rest.hasPrefix("kw"),
            let number = rest.drop(while: { "kw".contains($0) }).digits(1...2)
        {
            guard let date = SpokenDate(week: number, year: year) else {
                return .doubt(.impossible("\(year) has no week \(number)"))
            }
            return light(date, 1)
        }
        if let quarter = Self.quarter(rest) {
            return SpokenDate(.quarter, month: quarter * 3, year: year).map { light($0, 1) }
        }
        guard word.bare != parts.joined(), let month = rest.digits(1...2), (1...12).contains(month) else { return nil }
        return SpokenDate(.month, month: month, year: year).map { light($0, 1) }
    }

    // MARK: Parts

    /// A year with four digits, in which people keep notes.
    static func year(_ text: String) -> Int? {
        text.digits(4...4).flatMap { (1950...2199).contains($0) ? $0 : nil }
    }

    private static func quarter(_ text: String) -> Int? {
        guard text.first == "q", let number = text.dropFirst().digits(1...1), (1...4).contains(number) else {
            return nil
        }
        return number
    }

    /// `17`, `17th`, `3rd`.
    private static func ordinal(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let number = digits.digits(1...2), (1...31).contains(number),
            ["", "st", "nd", "rd", "th", "er"].contains(text.dropFirst(digits.count))
        else { return nil }
        return number
    }

    /// `2026` may be missing.
    static func noDay(_ day: Int, _ month: Int, _ year: Int?) -> SpokenDoubt {
        guard (1...12).contains(month) else { return .impossible("there is no month \(month)") }
        let length = CivilDay.length(ofMonth: month, year: year ?? 2024)
        return .impossible("\(monthNames[month - 1])\(year.map { " \($0)" } ?? "") has \(length) days")
    }
}
