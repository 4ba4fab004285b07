import LedgerModel

/// The time at the beginning of a line.
enum InboxTime {
    struct Found {
        var at: Instant?
        var isRelative = false
        /// The day that a heading gave.
        var day: CivilDay?
        /// The words after the time.
        var words: [String]
    }

    case found(Found)
    /// The time is impossible, with the reason.
    case impossible(String)

    /// Reads `2026-03-17`, `2026-03-17 9:30`, `2026-03-17T09:30`, `yesterday 10:00`, `monday 5pm`, and `9:15` on the
    /// day of the heading, or else on the day of this reading.
    init(_ line: String, under heading: CivilDay?, _ spoken: SpokenTime) {
        let words = line.split(separator: " ").map(String.init)
        let first = words.first ?? ""
        if Self.looksLikeDate(first) {
            self = Self.dated(words, spoken)
        } else if let clock = Self.clock(first) {
            guard let at = try? spoken.parse("\((heading ?? spoken.zones.day(of: spoken.now)).iso) \(clock)") else {
                self = .impossible("the line begins with an impossible time of day and was left out")
                return
            }
            let rest = Array(words.dropFirst())
            self = .found(Found(at: at, isRelative: heading == nil, day: heading, words: rest))
        } else if words.count > 2, let day = spoken.day(first.lowercased()), let clock = Self.clock(words[1]) {
            // “Monday planning” has no time; “Monday 10:00 planning” has one.
            guard let at = try? spoken.parse("\(day.iso) \(clock)") else {
                self = .impossible("the line begins with an impossible time of day and was left out")
                return
            }
            self = .found(Found(at: at, isRelative: true, words: Array(words.dropFirst(2))))
        } else {
            self = .found(Found(words: words))
        }
    }

    private static func dated(_ words: [String], _ spoken: SpokenTime) -> InboxTime {
        let first = words[0]
        let rest = Array(words.dropFirst())
        guard let day = CivilDay(iso: first.prefix(10)) else {
            return .impossible("the line begins with an impossible date and was left out: write 2026-03-17")
        }
        let tail = first.dropFirst(10)
        if tail.first == "T" || tail.first == "t" {
            guard let at = try? spoken.parse(first) else {
                return .impossible("the line begins with an impossible time and was left out")
            }
            return .found(Found(at: at, words: rest))
        }
        let noon = spoken.zones.zone(on: day).instant(day, seconds: 43_200)
        guard tail.isEmpty || tail == ":" || tail == "," else { return .found(Found(at: noon, words: words)) }
        guard let clock = rest.first.flatMap(clock) else { return .found(Found(at: noon, words: rest)) }
        guard let at = try? spoken.parse("\(day.iso) \(clock)") else {
            return .impossible("the line begins with an impossible time of day and was left out")
        }
        return .found(Found(at: at, words: Array(rest.dropFirst())))
    }

    /// Whether a word looks like `2026-03-17`, possible or not.
    private static func looksLikeDate(_ word: String) -> Bool {
        let parts = word.prefix { $0 != "T" && $0 != ":" && $0 != "," }.split(
            separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4 else { return CivilDay(iso: word.prefix(10)) != nil }
        return parts.allSatisfy { part in
            (1...4).contains(part.count) && part.allSatisfy { $0.isASCII && $0.isNumber }
        }
    }

    /// A word that looks like a time of day (`9:15`, `09:15:30`, `5pm`), without a colon after it.
    private static func clock(_ word: String) -> String? {
        let text = word.lowercased().hasSuffix(":") ? String(word.lowercased().dropLast()) : word.lowercased()
        let isHalfDay = text.hasSuffix("am") || text.hasSuffix("pm")
        let parts = (isHalfDay ? text.dropLast(2) : text[...]).split(separator: ":", omittingEmptySubsequences: false)
        guard (isHalfDay ? 1...3 : 2...3).contains(parts.count), (1...2).contains(parts[0].count),
            parts.dropFirst().allSatisfy({ $0.count == 2 }),
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } })
        else { return nil }
        return text
    }
}
