/// Every setting that changes a number. Exports include it.
package struct MyJobSettings: Sendable, Hashable, Codable {
    /// The longest pause inside a session of commits, in seconds (G).
    package var sessionGap: Int64 = 7200
    /// The time counted before the first commit of a session, in seconds (L).
    package var leadIn: Int64 = 1800
    /// The length of a point, in seconds.
    package var point: Int64 = 300
    /// The layers, from strongest to weakest.
    package var layers: [Layer] = Layer.allCases
    /// Timed events longer than this many seconds are context of the day until they are confirmed.
    package var longestEvent: Int64 = 43_200
    /// An unanswered invitation with more people than this counts only if its series is confirmed.
    package var unansweredPeople: Int = 4
    /// Where the person was: each zone with its first day. Empty means the machine's zone.
    package var zones: [ZoneEntry] = []
    package var workingHours: [WorkingWeek] = []
    /// Hours outside work that could be the person's own, by weekday.
    package var possibleHours: [DayHours] = []
    /// All-day events whose title matches are leave too, beside those that say so in a language of calendar programs; a
    /// POSIX extended regular expression, empty for none.
    package var leave: String = ""
    /// Names of calendars whose all-day events are public holidays.
    package var holidayCalendars: [String] = []
    /// `holidayCalendars` in lower case, for comparison.
    package var holidayNames: Set<String> { Set(holidayCalendars.map { $0.lowercased() }) }
    /// Addresses of machines beside those that are known; nil in what was kept before there was a choice.
    var listedMachines: [String]?
    package var machines: [String] {
        get { listedMachines ?? [] }
        set { listedMachines = newValue.isEmpty ? nil : newValue }
    }
    /// Nil in what was kept before there was a choice; read and written by `leavesOut`.
    var leftOut: [LeftOut]?

    package init() {}

    package struct ZoneEntry: Sendable, Hashable, Codable {
        package var from: CivilDay
        package var zone: String

        package init(from: CivilDay, zone: String) {
            self.from = from
            self.zone = zone
        }
    }
}

/// The working hours of each weekday, from a day on.
package struct WorkingWeek: Sendable, Hashable, Codable {
    package var from: CivilDay
    package var days: [DayHours]

    package init(from: CivilDay, days: [DayHours]) {
        self.from = from
        self.days = days
    }

    /// Monday to Friday, 9:00 to 17:00: the hours assumed until the person says otherwise.
    package static let assumed = WorkingWeek(
        from: CivilDay(number: 0),
        days: (1...5).map { DayHours(weekday: $0, spans: [ClockRange(start: 540, end: 1020)]) })
}

package struct DayHours: Sendable, Hashable, Codable {
    /// Monday 1 to Sunday 7.
    package var weekday: Int
    package var spans: [ClockRange]

    package init(weekday: Int, spans: [ClockRange]) {
        self.weekday = weekday
        self.spans = spans
    }
}

extension [DayHours] {
    /// The same hours cut at midnight, so that none ends before it begins.
    package var cutAtMidnight: [DayHours] {
        flatMap { day -> [DayHours] in
            let evenings = day.spans.map { ClockRange(start: $0.start, end: $0.passesMidnight ? 1440 : $0.end) }
            let mornings = day.spans.filter { $0.passesMidnight && $0.end > 0 }
                .map { ClockRange(start: 0, end: $0.end) }
            let today = DayHours(weekday: day.weekday, spans: evenings)
            return mornings.isEmpty ? [today] : [today, DayHours(weekday: day.weekday % 7 + 1, spans: mornings)]
        }
    }
}

/// What a person leaves out of a ledger, for example because it is on their employer's machine.
package enum LeftOut: String, Sendable, CaseIterable, Codable {
    /// Side projects and personal sources are not read.
    case side
    /// No name or address of anyone else is stored from what is read.
    case people

    /// `side projects and personal sources`
    package var label: String {
        switch self {
        case .side: "side projects and personal sources"
        case .people: "other people"
        }
    }

    /// What the choice does, in sentences.
    package var effect: String {
        switch self {
        case .side:
            "No source is read as a side project or as personal. Sources that were read before stay until you remove them."
        case .people:
            "Who attended, wrote or reviewed is not saved; how many there were is. Names that were read before are removed too, at once and for good, and a dropped calendar is not saved as a file. Names inside titles and sentences stay as they are."
        }
    }
}

extension MyJobSettings {
    package var leavesOut: Set<LeftOut> {
        get { Set(leftOut ?? []) }
        set { leftOut = newValue.isEmpty ? nil : LeftOut.allCases.filter(newValue.contains) }
    }

    /// The arenas that a source can have in this ledger.
    package var arenas: [Arena] {
        leavesOut.contains(.side) ? Arena.allCases.filter { $0 != .side && $0 != .personal } : Arena.allCases
    }
}
