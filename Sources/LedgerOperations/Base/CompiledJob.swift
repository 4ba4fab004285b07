import Attribution
import LedgerModel
import LedgerStore
import Timeline

/// My job compiled for derivation: rules, zones and working hours.
///
/// The problem: a derived timeline depends on My job and on the program. When one of them changes, stored shards must
/// not survive. But deriving ten years again after each edit of a rule, before the next page, would be too slow.
///
/// So there are two mechanisms. `key` holds what moves the bounds of days or the reach of pieces: `version`, `reach`
/// and the zones with the rules in their files. A new key makes everything stored invalid at once, cells included
/// (`LedgerStore.beginTimeline`). Every other change of My job only marks shards, and each question derives the marked
/// shards that it needs.
///
/// Example: after an edit of working hours all shards are marked and a question about March derives March. After an
/// update of the system's time zone database the fingerprint of a zone differs, so days may begin at other moments, and
/// cells of the old days cannot be used even where no piece has changed.
struct CompiledJob: Sendable {
    /// Raised when the same evidence would be derived differently by a new version of the program.
    static let version = "9"

    let myJob: MyJob
    let zones: ZoneHistory
    let engine: RuleEngine
    let sweep: Sweep
    let needs: Snapshot.TraceNeeds
    /// What is needed only to find the pieces that rules take off the timeline.
    var dropNeeds: Snapshot.TraceNeeds { engine.drops ? needs : .init(bodies: false, paths: false) }
    private let leave: Pattern?
    private let blocks: [(pattern: BlockPattern, condition: CompiledCondition)]

    init(_ myJob: MyJob, zones: ZoneHistory) throws(LedgerError) {
        self.myJob = myJob
        self.zones = zones
        engine = try RuleEngine(myJob, zones: zones)
        sweep = Sweep(myJob.settings)
        var blocks: [(BlockPattern, CompiledCondition)] = []
        for block in myJob.blocks {
            blocks.append((block, try CompiledCondition(block.when, name: block.key, kind: "block", zones: zones)))
        }
        self.blocks = blocks
        let conditions = myJob.rules.map(\.when) + myJob.blocks.map(\.when)
        needs = Snapshot.TraceNeeds(
            bodies: conditions.contains { $0.body != nil },
            paths: conditions.contains { !$0.path.isEmpty || !$0.folder.isEmpty || !$0.file.isEmpty },
            people: conditions.contains { !$0.person.isEmpty })
        leave = try Self.leave(myJob.settings)
    }

    /// The pattern of titles of leave. Throws `.jobInvalid`.
    static func leave(_ settings: MyJobSettings) throws(LedgerError) -> Pattern? {
        settings.leave.isEmpty ? nil : try Pattern(settings.leave, of: "leave")
    }

    /// Identifies what decides where days begin and how far a piece reaches. All other changes mark the shards that
    /// they affect.
    var key: String {
        let zones = self.zones.entries.map {
            "\($0.from.iso) \($0.zone.name) \(String($0.zone.fingerprint, radix: 36))"
        }
        return "\(Self.version)|\(myJob.settings.reach)|\(zones.joined(separator: ", "))"
    }

    /// Marks the pieces that a rule takes off the timeline as dropped.
    func takeOff(_ traces: inout [StoredTrace]) {
        guard engine.drops else { return }
        for index in traces.indices {
            let reading = engine.read(traces[index].facts, correction: traces[index].correction)
            if reading.droppedBy != nil { traces[index].trace.dropped = true }
        }
    }

    /// Marks the events that began on a day off, takes blocks of time for oneself out of the busy events that the person
    /// called meetings, and puts blocks that count as work below everything else.
    func place(_ traces: inout [StoredTrace], _ working: WorkingHours) {
        for index in traces.indices where traces[index].trace.kind == .event {
            let item = traces[index]
            if working.isDayOff(item.trace.correctedFrom ?? item.trace.at) { traces[index].trace.isOnDayOff = true }
            guard item.trace.busyIsMeeting || item.trace.plansCount else { continue }
            let day = zones.day(of: item.trace.at)
            let isBlock = isBlock(item.facts, on: day)
            let isPrivate = item.trace.flags.contains(.isPrivate) && !item.trace.flags.contains(.madePrivate)
            if isBlock || isPrivate { traces[index].trace.busyIsMeeting = false }
            // Where plans count as work, what ran into a block took it all the same.
            if isBlock, item.trace.plansCount { traces[index].trace.fillsGaps = true }
        }
    }

    /// Whether a pattern of My job calls an event on this day a block.
    func isBlock(_ facts: EvidenceFacts, on day: CivilDay) -> Bool {
        blocks.contains { $0.pattern.holds(on: day) && $0.condition.matches(facts) }
    }

    /// Working hours without leave and public holidays, valid for days inside `range`.
    func workingHours(in range: Interval, _ snapshot: Snapshot) throws -> WorkingHours {
        let wide = Interval(range.start - 3 * 86_400, range.end + 3 * 86_400)
        var off: Set<CivilDay> = []
        let holidays = myJob.settings.holidayNames
        for event in try snapshot.allDayEvents(in: wide) {
            guard ![.cancelled, .declined, .others].contains(event.standing) else { continue }
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

    /// The civil days that overlap `range`, with their bounds and working hours.
    func days(meeting range: Interval, _ working: WorkingHours) -> [DayBounds] {
        zones.days(meeting: range).map { day in
            let interval = zones.interval(of: day)
            return DayBounds(day: day, interval: interval, working: working.intervals(in: interval))
        }
    }
}
