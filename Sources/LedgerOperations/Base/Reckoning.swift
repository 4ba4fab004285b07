import Attribution
import LedgerModel
import LedgerStore
import Timeline

/// The frame made ready for deriving: compiled rules, zones, working hours.
struct Reckoning: Sendable {
    /// Raised when the same evidence would be derived differently by a new version of the program.
    static let version = "3"

    let frame: Frame
    let zones: ZoneHistory
    let reader: Reader
    let sweep: Sweep
    let needs: Snapshot.TraceNeeds
    /// The same for taking off alone.
    var dropNeeds: Snapshot.TraceNeeds { reader.drops ? needs : .init(bodies: false, paths: false) }
    private let leave: Pattern?

    init(_ frame: Frame, zones: ZoneHistory) throws(LedgerError) {
        self.frame = frame
        self.zones = zones
        reader = try Reader(frame, zones: zones)
        sweep = Sweep(frame.settings)
        let conditions = frame.rules.map(\.when)
        needs = Snapshot.TraceNeeds(
            bodies: conditions.contains { $0.body != nil }, paths: conditions.contains { !$0.path.isEmpty },
            people: conditions.contains { !$0.person.isEmpty })
        leave = try Self.leave(frame.settings)
    }

    /// What days off are called; throws `.frameInvalid`.
    static func leave(_ settings: FrameSettings) throws(LedgerError) -> Pattern? {
        settings.leave.isEmpty ? nil : try Pattern(settings.leave, of: "leave")
    }

    /// By what the stored timeline was derived: where days begin, and how far a piece reaches. Everything else that
    /// changes it marks the shards that it changes.
    var key: String {
        let zones = self.zones.entries.map {
            "\($0.from.iso) \($0.zone.name) \(String($0.zone.fingerprint, radix: 36))"
        }
        return "\(Self.version)|\(frame.settings.reach)|\(zones.joined(separator: ", "))"
    }

    /// Marks what a rule takes off the timeline.
    func takeOff(_ traces: inout [StoredTrace]) {
        guard reader.drops else { return }
        for index in traces.indices {
            let reading = reader.read(traces[index].facts, correction: traces[index].correction)
            if reading.droppedBy != nil { traces[index].trace.dropped = true }
        }
    }

    /// Working hours with leave and public holidays taken out, good for days inside `range`.
    func workingHours(in range: Interval, _ snapshot: Snapshot) throws -> WorkingHours {
        let wide = Interval(range.start - 3 * 86_400, range.end + 3 * 86_400)
        var off: Set<CivilDay> = []
        let holidays = frame.settings.holidayNames
        for event in try snapshot.allDayEvents(in: wide) {
            guard event.standing != .cancelled, event.standing != .declined else { continue }
            let isHoliday = event.calendars.contains { holidays.contains($0.lowercased()) }
            guard isHoliday || leave?.matches(event.title) == true else { continue }
            guard let part = event.interval.clipped(to: wide) else { continue }
            off.formUnion(zones.days(meeting: part))
        }
        return WorkingHours(frame.settings, zones: zones, daysOff: off)
    }

    /// The civil days that meet `range`, with their bounds and working hours.
    func days(meeting range: Interval, _ working: WorkingHours) -> [DayBounds] {
        zones.days(meeting: range).map { day in
            let interval = zones.interval(of: day)
            return DayBounds(day: day, interval: interval, working: working.intervals(in: interval))
        }
    }
}
