import Attribution
import LedgerModel
import LedgerStore
import Timeline

/// My job made ready for deriving: compiled rules, zones, working hours.
struct CompiledJob: Sendable {
    /// Raised when the same evidence would be derived differently by a new version of the program.
    static let version = "4"

    let myJob: MyJob
    let zones: ZoneHistory
    let engine: RuleEngine
    let sweep: Sweep
    let needs: Snapshot.TraceNeeds
    /// The same for taking off alone.
    var dropNeeds: Snapshot.TraceNeeds { engine.drops ? needs : .init(bodies: false, paths: false) }
    private let leave: Pattern?

    init(_ myJob: MyJob, zones: ZoneHistory) throws(LedgerError) {
        self.myJob = myJob
        self.zones = zones
        engine = try RuleEngine(myJob, zones: zones)
        sweep = Sweep(myJob.settings)
        let conditions = myJob.rules.map(\.when)
        needs = Snapshot.TraceNeeds(
            bodies: conditions.contains { $0.body != nil }, paths: conditions.contains { !$0.path.isEmpty },
            people: conditions.contains { !$0.person.isEmpty })
        leave = try Self.leave(myJob.settings)
    }

    /// What days off are called; throws `.jobInvalid`.
    static func leave(_ settings: MyJobSettings) throws(LedgerError) -> Pattern? {
        settings.leave.isEmpty ? nil : try Pattern(settings.leave, of: "leave")
    }

    /// By what the stored timeline was derived: where days begin, and how far a piece reaches. Everything else that
    /// changes it marks the shards that it changes.
    var key: String {
        let zones = self.zones.entries.map {
            "\($0.from.iso) \($0.zone.name) \(String($0.zone.fingerprint, radix: 36))"
        }
        return "\(Self.version)|\(myJob.settings.reach)|\(zones.joined(separator: ", "))"
    }

    /// Marks what a rule takes off the timeline.
    func takeOff(_ traces: inout [StoredTrace]) {
        guard engine.drops else { return }
        for index in traces.indices {
            let reading = engine.read(traces[index].facts, correction: traces[index].correction)
            if reading.droppedBy != nil { traces[index].trace.dropped = true }
        }
    }

    /// Working hours with leave and public holidays taken out, good for days inside `range`.
    func workingHours(in range: Interval, _ snapshot: Snapshot) throws -> WorkingHours {
        let wide = Interval(range.start - 3 * 86_400, range.end + 3 * 86_400)
        var off: Set<CivilDay> = []
        let holidays = myJob.settings.holidayNames
        for event in try snapshot.allDayEvents(in: wide) {
            guard event.standing != .cancelled, event.standing != .declined else { continue }
            let isHoliday =
                !event.flags.contains(.observance)
                && (event.flags.contains(.publicHoliday)
                    || event.calendars.contains { holidays.contains($0.lowercased()) })
            guard isHoliday || event.flags.contains(.leave) || leave?.matches(event.title) == true else { continue }
            guard let part = event.interval.clipped(to: wide) else { continue }
            off.formUnion(zones.days(meeting: part))
        }
        return WorkingHours(myJob.settings, zones: zones, daysOff: off)
    }

    /// The civil days that meet `range`, with their bounds and working hours.
    func days(meeting range: Interval, _ working: WorkingHours) -> [DayBounds] {
        zones.days(meeting: range).map { day in
            let interval = zones.interval(of: day)
            return DayBounds(day: day, interval: interval, working: working.intervals(in: interval))
        }
    }
}
