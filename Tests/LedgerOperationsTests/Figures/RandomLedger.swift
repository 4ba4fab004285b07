import LedgerModel
import LedgerOperations
import LedgerStore
import TestSupport

/// A ledger to which anything is done that a person or a source can do, from a seed. Its evidence is sparse, near
/// midnight, and around the days on which clocks change.
final class RandomLedger {
    let here: OperationsWorld
    private let store: LedgerStore
    private var random: SeededGenerator
    /// What was done, a line each.
    private(set) var log: [String] = []
    private var number = 0

    init(seed: UInt64) throws {
        random = SeededGenerator(seed: seed)
        let zone = Self.zones.randomElement(using: &random) ?? FixedWorld.berlin
        here = try OperationsWorld(zone: zone, zones: Self.zones)
        store = try LedgerStore(path: here.ledger.path)
        log.append("in \(zone.name)")
        try here.ledger.importing.addMe("me@example.com", name: "Me")
    }

    /// Offsets of quarters and halves of an hour, changes of half an hour, and days on both sides of the date line.
    static let zones = [
        FixedWorld.berlin, FixedWorld.newYork, .utc,
        Zone(name: "America/Los_Angeles", initial: -28_800, tail: PosixRule("PST8PDT,M3.2.0,M11.1.0")),
        Zone(name: "Asia/Kathmandu", initial: 20_700),
        Zone(
            name: "Pacific/Chatham", initial: 45_900, tail: PosixRule("<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45")),
        Zone(name: "Australia/Lord_Howe", initial: 37_800, tail: PosixRule("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0")),
        Zone(name: "Pacific/Pago_Pago", initial: -39_600),
    ]

    private static let changes = [
        "2025-09-28", "2025-10-05", "2025-10-26", "2025-11-02", "2026-03-08", "2026-03-29", "2026-04-05",
    ].compactMap { CivilDay(iso: $0) }
    private static let people = ["Maria Keller", "Omar Haddad", "Kim", "Jonas Wirth"]

    /// One of the things that can be done; what a ledger refuses is nothing done.
    func step() async throws {
        let kind = Int.random(in: 0..<26, using: &random)
        do {
            switch kind {
            case 0...3: try note()
            case 4...6: try commits()
            case 7...9: try await calendar()
            case 10...13: try settings()
            case 14...16: try correct()
            case 17, 18: try undo()
            case 19: try source()
            case 20: try ask()
            case 21: try Bool.random(using: &random) ? identity() : join()
            case 22: try removal()
            case 23: try timer()
            case 24: try claim()
            default: try clock()
            }
        } catch let error as LedgerError {
            log.append("  refused: \(error.code)")
        }
        // Counted, and taken back at once: what was derived meanwhile goes again.
        guard kind >= 10, kind <= 16, Int.random(in: 0..<3, using: &random) == 0 else { return }
        _ = try here.ledger.asking.scope(FiguresTests.year)
        try? undo()
    }

    /// A month or less, anywhere.
    func period() -> Period {
        let since = FiguresTests.year.since + Int64.random(in: 0..<250, using: &random)
        return Period(since: since, until: since + Int64.random(in: 1...31, using: &random))
    }

    // MARK: Evidence

    private func day() -> CivilDay {
        let day =
            Bool.random(using: &random)
            ? Self.changes.randomElement(using: &random) : nil
        return day.map { $0 + Int64.random(in: -1...1, using: &random) }
            ?? CivilDay(iso: "2025-08-15")! + Int64.random(in: 0..<240, using: &random)
    }

    private func moment() -> Instant {
        let day = day()
        let zone = Self.zones.randomElement(using: &random) ?? .utc
        let near = Int64.random(in: -5_400...5_400, using: &random)
        return switch Int.random(in: 0..<3, using: &random) {
        case 0: Instant(day.number * 86_400 + near)
        case 1: zone.instant(day) + near
        default: Instant(day.number * 86_400 + Int64.random(in: 0..<86_400, using: &random))
        }
    }

    private func note() throws {
        let at = moment()
        let length: Int64? = [nil, 20, 45, 180, 1_439, 2_879].randomElement(using: &random) ?? nil
        let with = Self.people.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
        let tags = ["restore", "review"].filter { _ in Bool.random(using: &random) }
        number += 1
        log.append("note at \(at.seconds) for \(length ?? 0) min with \(with)")
        try here.note(
            "note \(number)", at: at, minutes: length, with: with, tags: tags,
            arena: [nil, .growth, .job].randomElement(using: &random) ?? nil)
    }

    private func commits() throws {
        let name = ["runbooks", "tides"].randomElement(using: &random) ?? "tides"
        let arena: Arena? = [nil, .job, .side].randomElement(using: &random) ?? nil
        let source = try store.write(at: here.world.now()) {
            try $0.source(kind: .git, locator: "/\(name)", name: name, arena: arena)
        }
        var drafts: [EvidenceDraft] = []
        var at = moment()
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            number += 1
            var draft = EvidenceDraft(kind: .commit, externalID: "sha\(number)", at: at, title: "fix: step \(number)")
            draft.project = name
            draft.workKey = Int64.random(in: 0...3, using: &random)
            draft.committedAt = at + Int64.random(in: 0...600, using: &random)
            draft.measures = [Measure("lines_added", 3)]
            draft.paths = ["Sources/a\(number % 3).swift"]
            if Int.random(in: 0..<6, using: &random) == 0 { draft.flags.insert(.merge) }
            drafts.append(draft)
            at = at + Int64.random(in: 60...20_000, using: &random)
        }
        log.append("commits in \(name): \(drafts.map { "\($0.at.seconds) key \($0.workKey)" })")
        let writer = try ImportWriter(
            store, source: source,
            context: WriteContext(now: here.world.now(), reach: try store.read({ try $0.myJob() }).settings.reach))
        try writer.write(drafts)
        try store.write(at: here.world.now()) { try $0.finishImport(of: source, state: "", warnings: []) }
    }

    /// The whole of a calendar: events of a small pool come, move, change and go.
    private func calendar() async throws {
        let name = ["Work", "Team", "Holidays"].randomElement(using: &random) ?? "Work"
        number += 1
        var events: [String] = []
        let isNamed = Int.random(in: 0..<4, using: &random) == 0
        for uid in 0..<8 where Bool.random(using: &random) { events.append(event(uid, name, isNamed: isNamed)) }
        log.append("calendar \(name): \(events.map { $0.split(separator: "\n").joined(separator: " ") })")
        try await here.importCalendar(name, events)
    }

    private func event(_ uid: Int, _ calendar: String, isNamed: Bool) -> String {
        let start = moment()
        let civil = Zone.utc.civil(start)
        let date = civil.day.iso.replacing("-", with: "")
        let stamp = Zone.utc.civil(here.world.now()).day.iso.replacing("-", with: "")
        var lines = ["UID:\(calendar)-\(uid)", "DTSTAMP:\(stamp)T000000Z", "SEQUENCE:\(number)"]
        if calendar == "Holidays" || uid == 0 {
            let last = civil.day + Int64.random(in: 1...4, using: &random)
            lines += [
                "SUMMARY:\(uid % 2 == 0 ? "Leave" : "Feast")", "DTSTART;VALUE=DATE:\(date)",
                "DTEND;VALUE=DATE:\(last.iso.replacing("-", with: ""))",
            ]
            return lines.joined(separator: "\n")
        }
        let clock = civil.paddedClock.replacing(":", with: "") + "00"
        let minutes = [15, 60, 240, 900].randomElement(using: &random) ?? 60
        lines += [
            "SUMMARY:Event \(uid)", "DTSTART:\(date)T\(clock)\(uid == 1 ? "" : "Z")", "DURATION:PT\(minutes)M",
        ]
        if uid == 2 || uid == 3 { lines.append("RRULE:FREQ=WEEKLY;COUNT=\(Int.random(in: 2...6, using: &random))") }
        if uid != 4 {
            let parts = ["ACCEPTED", "DECLINED", "TENTATIVE", "NEEDS-ACTION"]
            let part = uid == 3 ? "NEEDS-ACTION" : parts.randomElement(using: &random) ?? "ACCEPTED"
            lines += [
                "ORGANIZER:mailto:maria@example.com", "ATTENDEE;PARTSTAT=\(part):mailto:me@example.com",
                // An address that gets its name one day.
                "ATTENDEE\(isNamed ? ";CN=Maria Keller" : ""):mailto:maria@example.com",
            ]
            let more = uid == 3 ? 6 : uid % 3
            lines += (0..<more).map { "ATTENDEE;CN=Person \($0):mailto:p\($0)@example.com" }
        }
        return lines.joined(separator: "\n")
    }

    // MARK: Hands

    private func piece(_ query: String = "") throws -> PublicID? {
        let hits = try here.ledger.asking.search(query, limit: 200).hits
        return hits.randomElement(using: &random)?.id
    }

    private func correct() throws {
        // A word for one meeting of a series speaks for the others.
        if Bool.random(using: &random), let id = try piece("\"Event 3\"") {
            var request = Capture.CorrectionRequest()
            request.happened = Bool.random(using: &random)
            log.append("correct \(id), of a series: \(request.happened == true)")
            _ = try here.ledger.capture.correct(id.description, request)
            return
        }
        guard let id = try piece() else { return }
        var request = Capture.CorrectionRequest()
        switch Int.random(in: 0..<6, using: &random) {
        case 0: request.responsibility = ["restores", "handover", "unknown"].randomElement(using: &random)
        case 1:
            request.from = moment()
            request.until = request.from.map { $0 + Int64.random(in: 300...100_000, using: &random) }
        case 2: request.happened = Bool.random(using: &random)
        case 3: request.drop = true
        case 4: request.skills = ["swift"]
        default: request.arena = "growth"
        }
        log.append("correct \(id): \(request)")
        _ = try here.ledger.capture.correct(id.description, request)
    }

    private func undo() throws {
        log.append("undo")
        log.append("  of \(try here.ledger.keeping.undo().verb)")
    }

    private func removal() throws {
        guard let id = try piece() else { return }
        switch Int.random(in: 0..<3, using: &random) {
        case 0:
            log.append("remove \(id)")
            _ = try here.ledger.capture.remove(id.description)
        case 1:
            var edit = Capture.Edit()
            edit.at = moment()
            log.append("edit \(id)")
            _ = try here.ledger.capture.edit(id.description, edit)
        default:
            log.append("forget \(id)")
            _ = try here.ledger.forgetting.forget(here.ledger.forgetting.forgettable(id.description))
        }
    }

    private func timer() throws {
        if try here.ledger.asking.openTimer() == nil {
            log.append("start")
            let with = Self.people.filter { _ in Bool.random(using: &random) }
            _ = try here.ledger.capture.start(
                "timed", at: here.world.now() - Int64.random(in: 60...40_000, using: &random), with: with,
                tags: ["restore"])
        } else {
            log.append("stop")
            _ = try here.ledger.capture.stop()
        }
    }

    private func claim() throws {
        number += 1
        var request = Results.ClaimRequest(text: "Claim \(number)")
        request.cite = try piece().map { [$0.description] } ?? []
        request.at = moment()
        log.append("claim")
        let id = try here.ledger.results.addClaim(request)
        try here.ledger.results.tell(id.description, to: "Maria Keller")
    }

    private func identity() throws {
        let who = ["me@example.com", "maria@example.com", "p0@example.com"].randomElement(using: &random) ?? ""
        if try store.read({ try $0.me() }).contains(who) {
            log.append("not me: \(who)")
            try here.ledger.importing.removeMe(who)
        } else {
            log.append("me: \(who)")
            try here.ledger.importing.addMe(who)
        }
    }

    /// Joins two by hand, or parts them.
    private func join() throws {
        let all = ["maria@example.com", "p0@example.com", "p1@example.com", "Maria Keller", "Kim"]
        let two = all.shuffled(using: &random)
        if Int.random(in: 0..<3, using: &random) > 0 {
            log.append("one person: \(two[0]), \(two[1])")
            try here.ledger.people.merge(two[0], two[1])
        } else {
            log.append("two people: \(two[0]), \(two[1])")
            _ = try here.ledger.people.split(two[0], two[1])
        }
    }

    private func source() throws {
        guard let source = try here.ledger.asking.sources().randomElement(using: &random) else { return }
        let id = source.id.description
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            log.append("remove source \(source.name)")
            _ = try here.ledger.importing.removeSource(id)
        case 1:
            log.append("private \(source.name): \(!source.isPrivate)")
            _ = try here.ledger.importing.setPrivate(id, !source.isPrivate)
        default:
            let arena: Arena? = [nil, .job, .growth].randomElement(using: &random) ?? nil
            log.append("default \(source.name) \(arena?.rawValue ?? "none")")
            _ = try here.ledger.importing.setDefault(
                id, arena: arena, plansCount: Bool.random(using: &random), settles: Bool.random(using: &random))
        }
    }

    /// So that some days are derived before the next change, and some are not.
    private func ask() throws {
        let period = period()
        log.append("ask \(period.text)")
        _ = try here.ledger.asking.scope(period)
    }

    /// A clock may be set back, by a day or by months.
    private func clock() throws {
        let now = FixedWorld.now - Int64.random(in: -20...120, using: &random) * 86_400
        log.append("now \(now.seconds)")
        here.set(now)
    }

    // MARK: My job

    private func settings() throws {
        var myJob = try here.ledger.myJob.current()
        let listed = ["maria@example.com", "p0@example.com"].filter { _ in Bool.random(using: &random) }
        myJob.responsibilities = [
            Responsibility(key: "restores", label: "Restores"), Responsibility(key: "handover", label: "Handover"),
        ]
        myJob.objectives = [Objective(key: "resilience", label: "Resilience", owner: "Maria Keller")]
        myJob.skills = [Skill(key: "swift", label: "Swift")]
        myJob.people = [MyJobPerson(key: "maria", label: "Maria Keller", role: .decider, identities: listed)]
        let what: String
        switch Int.random(in: 0..<9, using: &random) {
        case 0, 1:
            myJob.settings.zones = (0..<Int.random(in: 1...3, using: &random)).map { place in
                .init(
                    from: place == 0 ? CivilDay(iso: "2025-01-01")! : day(),
                    zone: (Self.zones.randomElement(using: &random) ?? .utc).name)
            }
            what = "zones \(myJob.settings.zones.map { "\($0.from.iso) \($0.zone)" })"
        case 2:
            let spans = [ClockRange(start: 540, end: 1_020), ClockRange(start: 1_320, end: 360)]
            let week = WorkingWeek(
                from: day(),
                days: (1...7).map { day in
                    DayHours(weekday: day, spans: spans.filter { _ in Bool.random(using: &random) })
                })
            myJob.settings.workingHours = [week]
            what = "hours \(week)"
        case 3:
            myJob.settings.sessionGap = [600, 7_200, 90_000, 172_800].randomElement(using: &random) ?? 7_200
            myJob.settings.leadIn = [300, 1_800, 40_000].randomElement(using: &random) ?? 1_800
            myJob.settings.point = [60, 300, 30_000].randomElement(using: &random) ?? 300
            what = "gap \(myJob.settings.sessionGap), lead-in \(myJob.settings.leadIn), point \(myJob.settings.point)"
        case 4:
            myJob.settings.layers = Layer.allCases.shuffled(using: &random)
            myJob.settings.longestEvent = [3_600, 43_200].randomElement(using: &random) ?? 43_200
            myJob.settings.unansweredPeople = Int.random(in: 0...6, using: &random)
            what = "layers, longest event, unanswered"
        case 5:
            myJob.settings.leave = ["^leave", "^feast", ""].randomElement(using: &random) ?? ""
            myJob.settings.holidayCalendars = ["Holidays"].filter { _ in Bool.random(using: &random) }
            what = "leave \(myJob.settings.leave), \(myJob.settings.holidayCalendars)"
        case 6:
            var when = Condition()
            when.title = "event 4|event 1"
            myJob.blocks = [BlockPattern(key: "learn", label: "Learning", when: when)]
            what = "blocks"
        default:
            let rule = rule()
            myJob.rules = [rule]
            what = "rule \(rule.when) sets \(rule.set)"
        }
        log.append("my job: \(what)")
        try here.ledger.myJob.load(myJob)
    }

    private func rule() -> Rule {
        number += 1
        var when = Condition()
        switch Int.random(in: 0..<7, using: &random) {
        case 0: when.person = ["Maria Keller"]
        case 1: when.tag = ["restore"]
        case 2: when.weekday = [1, 7]
        case 3: when.hours = ClockRange(start: 1_380, end: 60)
        case 4: when.calendar = ["Work"]
        case 5: when.project = ["tides"]
        default: when.title = "[135]$"
        }
        let drops = Int.random(in: 0..<5, using: &random) == 0
        return Rule(
            key: "r\(number)", when: when,
            set: Rule.Outcome(
                arena: .job, responsibility: "restores", objective: "resilience", skills: ["swift"], drop: drops))
    }
}
