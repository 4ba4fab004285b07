import LedgerModel
import LedgerStore
import Timeline

/// Judges the events of all calendars again: whose they are and how they stand.
///
/// The problem: how an event stands depends on who the person is, on whose its calendar is, and on what the person
/// answered about it. Any of these can become known after the event was read, and in another order on another machine.
///
/// The invariant: after every import, answer, change of who the person is, and undo, the stored standing is what
/// `EventJudgement` says of the stored facts, so that the order in which they became known changes nothing.
///
/// Where people are left out of a ledger, nothing is kept to judge by: what the reading said stays until the next.
extension LedgerArea {
    func settleEvents() throws(LedgerError) {
        let myJob = try myJob()
        guard !myJob.settings.leavesOut.contains(.people) else { return }
        let judged = try store.read { snapshot in
            try Judging(snapshot, WorkingHours(myJob.settings, zones: world.ownZones(myJob, snapshot)), now).all()
        }
        for source in judged where source.traits != source.source.traits {
            try write { try $0.setTraits(source.traits, of: source.source) }
        }
        for source in judged {
            var changes = source.changes[...]
            while !changes.isEmpty {
                let some = changes.prefix(Self.mostAtOnce)
                changes = changes.dropFirst(Self.mostAtOnce)
                try write { transaction in
                    for (item, judgement) in some {
                        try transaction.judge(item, of: source.source, as: judgement, without: source.stronger)
                    }
                }
            }
        }
    }

    /// How many kinds of event are written in one transaction.
    private static var mostAtOnce: Int { 100 }
}

private struct Judging {
    let snapshot: Snapshot
    let hours: WorkingHours
    let now: Instant
    let calendars: [Source]
    let me: Set<String>
    let isMeKnown: Bool
    /// What the person said about addresses, of any calendar.
    let said: CalendarAnswers
    let groups: Set<String>

    struct Judged {
        let source: Source
        var traits: CalendarTraits
        var stronger: [Int64]
        var changes: [(EventClass, EventJudgement)]
    }

    init(_ snapshot: Snapshot, _ hours: WorkingHours, _ now: Instant) throws {
        self.snapshot = snapshot
        self.hours = hours
        self.now = now
        calendars = try snapshot.sources().filter { $0.kind == .calendar }
        me = Set(try snapshot.me())
        isMeKnown = me.contains { $0.contains("@") }
        var said = CalendarAnswers()
        said.notMine = calendars.flatMap(\.answers.notMine)
        said.groups = calendars.flatMap(\.answers.groups)
        self.said = said
        groups = Set(said.groups)
    }

    func all() throws -> [Judged] {
        var judged: [(source: Source, whose: Whose, traits: CalendarTraits, events: CalendarEvents)] = []
        for source in calendars {
            let events = try snapshot.events(of: source)
            let votes = CalendarVotes(events.namings, said)
            var (whose, traits) = votes.whose(isMeKnown: isMeKnown, shared: source.answers.shared)
            // What was told by people whom the person made private since is still true.
            let before = source.traits
            if before.naming > votes.naming, events.classes.contains(where: { $0.flags.contains(.madePrivate) }) {
                traits = before
                (traits.daysOff, traits.freeDays, traits.unlisted, traits.unlistedSeconds) = (0, 0, 0, 0)
                if let owner = before.owner, !me.contains(owner) {
                    whose = .another
                } else if before.looksShared {
                    whose = .shared(source.answers.shared)
                } else {
                    whose = isMeKnown ? .mine : .unknown
                }
            }
            try addDays(&traits, events, whose, source)
            try addUnlisted(&traits, events, source)
            judged.append((source, whose, traits, events))
        }
        return judged.map { item in
            Judged(
                source: item.source, traits: item.traits,
                stronger: judged.filter { $0.whose.reach > item.whose.reach }.map(\.source.rowID),
                changes: changes(item.events, item.whose, item.source.answers))
        }
    }

    private func changes(
        _ events: CalendarEvents, _ whose: Whose, _ answers: CalendarAnswers
    ) -> [(EventClass, EventJudgement)] {
        events.classes.compactMap { item in
            guard let judgement = judge(item, events, whose, answers) else { return nil }
            let isSame =
                judgement.standing == item.standing && judgement.headCount == item.headCount
                && judgement.isLeave == item.flags.contains(.leave)
            return isSame ? nil : (item, judgement)
        }
    }

    private func judge(
        _ item: EventClass, _ events: CalendarEvents, _ whose: Whose, _ answers: CalendarAnswers
    ) -> EventJudgement? {
        let guests = events.guests(item).map {
            EventJudgement.Guest(
                isMe: $0.isMe || groups.contains($0.identity), isOrganizer: $0.isOrganizer,
                participation: $0.participation)
        }
        guard item.flags.contains(.isPrivate) else { return EventJudgement(item.flags, guests, in: whose, answers) }
        return item.flags.ownStanding.map { EventJudgement(privately: $0, item.flags, in: whose, answers) }
    }

    /// The days off that it tells, and those that are shown as free, if nearly all its whole days are.
    private func addDays(
        _ traits: inout CalendarTraits, _ events: CalendarEvents, _ whose: Whose, _ source: Source
    ) throws {
        let whole = events.classes.filter { $0.flags.contains(.allDay) }
        let all = whole.reduce(0) { $0 + $1.count }
        let free = whole.filter { $0.flags.contains(.saidFree) }.reduce(0) { $0 + $1.count }
        let areNearlyAllFree = free * 10 >= all * 9
        var answers = source.answers
        for item in whole {
            if judge(item, events, whose, answers)?.isLeave == true, !item.flags.contains(.freeLeave) {
                traits.daysOff += item.days
            } else if areNearlyAllFree {
                answers.freeDaysAreMine = true
                if judge(item, events, whose, answers)?.isLeave == true { traits.freeDays += item.days }
            }
        }
    }

    /// The busy events inside working hours, if fewer than one in twenty lists anybody.
    private func addUnlisted(_ traits: inout CalendarTraits, _ events: CalendarEvents, _ source: Source) throws {
        let busy = events.classes.filter {
            $0.flags.isDisjoint(with: [.allDay, .saidFree, .saidCancelled, .isPrivate])
        }
        let listed = busy.filter { !events.guests($0).isEmpty }.reduce(0) { $0 + $1.count }
        // Whoever lists people in the evening does so by day too: most calendars need not be looked at closer.
        guard listed * 4 < busy.reduce(0, { $0 + $1.count }) else { return }
        var (count, seconds, withPeople) = (0, Int64(0), 0)
        for event in try snapshot.busyEvents(of: source, until: now) {
            guard !hours.intervals(in: event.interval).isEmpty else { continue }
            count += 1
            if event.isListed { withPeople += 1 } else { seconds += event.interval.seconds }
        }
        guard count >= Self.fewestBusy, withPeople * 20 < count else { return }
        (traits.unlisted, traits.unlistedSeconds) = (count - withPeople, seconds)
    }

    /// Fewer events say nothing about how a calendar is published.
    private static let fewestBusy = 10
}
