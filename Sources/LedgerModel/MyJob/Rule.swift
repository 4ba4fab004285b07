/// A named judgement: a condition on evidence, and how to read what meets it.
package struct Rule: MyJobItem {
    package static let kind = MyJobKind.rule
    package var key: String
    package var from: CivilDay?
    package var until: CivilDay?
    package var when: Condition
    package var set: Outcome
    /// `true` keeps only the times of what it matches, for good; else `nil`.
    package var isPrivate: Bool?

    package var label: String { key }

    package init(
        key: String, when: Condition, set: Outcome, from: CivilDay? = nil, until: CivilDay? = nil,
        isPrivate: Bool = false
    ) {
        self.isPrivate = isPrivate ? true : nil
        self.key = key
        self.when = when
        self.set = set
        self.from = from
        self.until = until
    }

    /// What a rule sets. `nil` leaves a dimension to the next rule.
    package struct Outcome: Sendable, Hashable, Codable {
        package var arena: Arena?
        /// A responsibility's key, `mine`, or `not mine` with an optional key after a colon.
        package var responsibility: String?
        package var objective: String?
        package var worth: Worth?
        package var skills: [String] = []
        /// `true` takes a piece off the timeline, unless the person or an earlier rule has said what it is for; else
        /// `nil`.
        package var drop: Bool?

        package init(
            arena: Arena? = nil, responsibility: String? = nil, objective: String? = nil, worth: Worth? = nil,
            skills: [String] = [], drop: Bool = false
        ) {
            self.arena = arena
            self.responsibility = responsibility
            self.objective = objective
            self.worth = worth
            self.skills = skills
            self.drop = drop ? true : nil
        }
    }
}

/// What evidence has to look like. Every key that is given must match; of a list, any value.
package struct Condition: Sendable, Hashable, Codable {
    package var source: [String] = []
    package var project: [String] = []
    /// Globs over the paths that a commit changed: `*` stays within a folder, `**` does not.
    package var path: [String] = []
    /// Main folders of commits, each with everything below it, or with a slash at its end without.
    package var folder: [String] = []
    /// The first file right in the main folder.
    package var file: [String] = []
    /// A POSIX extended regular expression that ignores case.
    package var title: String?
    package var body: String?
    package var person: [String] = []
    package var calendar: [String] = []
    package var tag: [String] = []
    package var kind: [String] = []
    package var weekday: [Int] = []
    /// Such as `9:00-17:00`, in the person's zone. May pass midnight.
    package var hours: ClockRange?

    package init() {}

    /// Lists may be missing, because exports may be older than a key.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func list<Value: Decodable>(_ key: CodingKeys) throws -> [Value] {
            try container.decodeIfPresent([Value].self, forKey: key) ?? []
        }
        (source, project, path, folder) = (try list(.source), try list(.project), try list(.path), try list(.folder))
        file = try list(.file)
        (person, calendar, tag, kind) = (try list(.person), try list(.calendar), try list(.tag), try list(.kind))
        weekday = try list(.weekday)
        title = try container.decodeIfPresent(String.self, forKey: .title)
        body = try container.decodeIfPresent(String.self, forKey: .body)
        hours = try container.decodeIfPresent(ClockRange.self, forKey: .hours)
    }

    package var isEmpty: Bool { self == Condition() }
}

/// A span of the day in minutes after midnight, `[start, end)`. It passes midnight if its end is not after its start.
package struct ClockRange: Sendable, Hashable, Codable {
    package var start: Int
    package var end: Int

    package init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }

    /// Clamps values to the day, because ranges also come from exports, which anyone may have written.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func minutes(_ key: CodingKeys) throws -> Int { min(max(try container.decode(Int.self, forKey: key), 0), 1440) }
        self.init(start: try minutes(.start), end: try minutes(.end))
    }

    /// Reads `9:00-17:00`, `9-17`.
    package init?(_ text: String) {
        let parts = text.replacing("–", with: "-").split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let start = Self.minutes(parts[0]), let end = Self.minutes(parts[1]) else { return nil }
        self.init(start: start, end: end)
    }

    package var text: String { "\(Self.clock(start))-\(Self.clock(end))" }

    package func contains(minute: Int) -> Bool {
        start < end ? (start <= minute && minute < end) : (minute >= start || minute < end)
    }

    /// Whether it ends on the day after it begins.
    package var passesMidnight: Bool { end <= start }

    /// In minutes.
    package var length: Int { passesMidnight ? end + 1440 - start : end - start }

    package static func clock(_ minutes: Int) -> String { "\(minutes / 60):\(padded(minutes % 60, 2))" }

    static func minutes(_ text: some StringProtocol) -> Int? {
        let parts = String(text).filter { $0 != " " }.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let hour = parts[0].digitsAlone, hour <= 24 else { return nil }
        let minute = parts.count == 2 ? parts[1].digitsAlone : 0
        guard let minute, minute < 60, hour * 60 + minute <= 1440 else { return nil }
        return Int(hour * 60 + minute)
    }
}
