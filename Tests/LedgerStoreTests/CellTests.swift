import LedgerModel
import LedgerStore
import TestSupport
import Testing

/// What each day holds, counted again from the segments and readings that were stored, second by second of each and
/// without any of the rows, keys and packings that the store adds up by.
private struct SlowCells {
    struct Key: Hashable {
        var day: CivilDay
        var project: String
        var source: Int64
        var meaning: Meaning
        var kind: EvidenceKind
    }

    struct Sum: Equatable {
        var spent = Spent.zero
        var outside: Int64 = 0
        var pieces = 0
    }

    var sums: [Key: Sum] = [:]

    init(_ pieces: [ReadPiece], _ drafts: [PublicID: EvidenceDraft], _ days: [DayBounds], by grain: CellGrain) {
        let first = days.map(\.day).min() ?? .first
        for bounds in days {
            for piece in pieces {
                guard let draft = drafts[piece.id] else { continue }
                let day = grain.contains(.day) ? bounds.day : grain.contains(.week) ? bounds.day.monday : first
                let key = Key(
                    day: day, project: grain.contains(.project) ? draft.project ?? "" : "", source: 0,
                    meaning: Self.part(of: piece.meaning, grain), kind: grain.contains(.kind) ? draft.kind : .note)
                for (span, grade) in piece.spans {
                    guard let part = span.clipped(to: bounds.interval) else { continue }
                    sums[key, default: Sum()].spent += Spent(grade, part.seconds)
                    guard grade != .possible else { continue }
                    var inside: Int64 = 0
                    for working in bounds.working { inside += part.clipped(to: working)?.seconds ?? 0 }
                    sums[key, default: Sum()].outside += part.seconds - inside
                }
                if piece.isWork, bounds.interval.contains(draft.at) { sums[key, default: Sum()].pieces += 1 }
            }
        }
    }

    private static func part(of meaning: Meaning, _ grain: CellGrain) -> Meaning {
        var part = Meaning()
        if grain.contains(.arena) { part.arena = meaning.arena }
        if grain.contains(.responsibility) { part.responsibility = meaning.responsibility }
        if grain.contains(.objective) { part.objective = meaning.objective }
        if grain.contains(.worth) { part.worth = meaning.worth }
        return part
    }
}

@Suite("Cells of days: what a year is read from")
struct CellTests {
    private static let zones = [FixedWorld.berlin, FixedWorld.newYork, .fixed(20_700), .utc]
    private static let grains: [CellGrain] = [
        .whole, .day, .week, [], [.week, .project], [.arena], [.day, .responsibility, .kind], [.objective, .worth],
        [.source, .kind], [.week, .arena, .responsibility, .objective, .worth],
    ]

    /// Days around the change of clocks of 29 March 2026, with hours of work, in a zone.
    private static func days(_ zone: Zone, _ random: inout SeededGenerator) -> [DayBounds] {
        let zones = ZoneHistory(zone)
        let first = FixedWorld.day + Int64.random(in: 8...10, using: &random)
        return first.days(9).map { day in
            let nine = zone.instant(day, seconds: 32_400)
            let spans = [Interval(nine, seconds: 3 * 3600), Interval(nine + 4 * 3600, seconds: 4 * 3600)]
            let working = Bool.random(using: &random) ? spans : []
            return DayBounds(day: day, interval: zones.interval(of: day), working: working)
        }
    }

    private static func meaning(_ random: inout SeededGenerator) -> Meaning {
        Meaning(
            arena: ([nil] + Arena.allCases).randomElement(using: &random) ?? nil,
            responsibility: ["", "restores", "not mine", "not mine:printers"].randomElement(using: &random) ?? "",
            objective: ["", "resilience"].randomElement(using: &random) ?? "",
            worth: [nil, .idea, .baseline].randomElement(using: &random) ?? nil)
    }

    @Test("Of any grain they are what counting the segments again gives", arguments: 0..<12)
    func property(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let here = try StoreWorld()
        let days = Self.days(Self.zones.randomElement(using: &random) ?? .utc, &random)
        let whole = Interval(days[0].interval.start, days[days.count - 1].interval.end)
        var drafts: [PublicID: EvidenceDraft] = [:]
        var pieces: [ReadPiece] = []
        var at = whole.start - 7200
        while at < whole.end + 7200 {
            let kind = EvidenceKind.allCases.randomElement(using: &random) ?? .note
            var draft = EvidenceDraft(kind: kind, externalID: "\(pieces.count)", at: at, title: "x")
            draft.project = ["tides", "runbooks", nil].randomElement(using: &random) ?? nil
            try here.write { try $0.log(draft) }
            drafts[draft.id] = draft
            // One after the other, since segments never overlap; across midnight too.
            let length = Int64.random(in: 1...20_000, using: &random)
            let span = Interval(at, seconds: length)
            let grade = Grade.allCases.randomElement(using: &random) ?? .sure
            pieces.append(
                ReadPiece(
                    id: draft.id, meaning: Self.meaning(&random), isWork: Bool.random(using: &random),
                    spans: Int.random(in: 0..<5, using: &random) == 0 ? [] : [(span, grade)]))
            at = span.end + Int64.random(in: 0...9_000, using: &random)
        }
        try here.derive(pieces, days: days)
        let range = days[0].day...days[days.count - 1].day
        for grain in Self.grains {
            let cells = try here.store.read { try $0.cells(of: range, by: grain) }
            var sums: [SlowCells.Key: SlowCells.Sum] = [:]
            for cell in cells {
                let key = SlowCells.Key(
                    day: cell.day, project: cell.project, source: cell.source, meaning: cell.meaning, kind: cell.kind)
                #expect(sums[key] == nil, "seed \(seed), grain \(grain.rawValue): twice \(key)")
                sums[key] = .init(spent: cell.spent, outside: cell.outside, pieces: cell.pieces)
            }
            let slow = SlowCells(pieces, drafts, days, by: grain).sums
            #expect(sums == slow, "seed \(seed), grain \(grain.rawValue)")
            #expect(cells.map(\.day) == cells.map(\.day).sorted(), "seed \(seed)")
        }
        // The stored segments say the same second by second.
        let segments = try here.store.read { try $0.segments(in: whole) }
        let spent = pieces.flatMap(\.spans).reduce(Spent.zero) { sum, span in
            sum + Spent(span.grade, span.interval.clipped(to: whole)?.seconds ?? 0)
        }
        #expect(segments.map(\.segment).spent(in: whole) == spent, "seed \(seed)")
        #expect(try here.store.read { try $0.plainSegments(in: whole) } == segments.map(PlainSegment.init))
    }

    @Test("One day worked out by hand: two hours of which one is outside, five minutes perhaps, two pieces")
    func byHand() throws {
        let here = try StoreWorld()
        let midnight = FixedWorld.berlin.instant(FixedWorld.day)
        let day = DayBounds(
            day: FixedWorld.day, interval: Interval(midnight, seconds: 86_400),
            working: [Interval(midnight + 9 * 3600, seconds: 8 * 3600)])
        var pieces: [ReadPiece] = []
        // 8:00 to 10:00, of which 9:00 to 10:00 is work time; 12:00 to 12:05 perhaps.
        let spans: [(String, Int64, Int64, Grade)] = [("a", 8, 7200, .sure), ("b", 12, 300, .possible)]
        for (title, hour, seconds, grade) in spans {
            let start = midnight + hour * 3600
            let draft = EvidenceDraft(kind: .note, externalID: title, at: start, title: title)
            try here.write { try $0.log(draft) }
            pieces.append(
                ReadPiece(
                    id: draft.id, meaning: Meaning(arena: .job), spans: [(Interval(start, seconds: seconds), grade)]))
        }
        try here.derive(pieces, days: [day])
        let cell = DayCell(
            day: FixedWorld.day, project: "", source: 0, meaning: Meaning(arena: .job), kind: .note,
            spent: Spent(sure: 7200, possible: 300), outside: 3600, pieces: 2)
        #expect(try here.store.read { try $0.cells(of: FixedWorld.day...FixedWorld.day) } == [cell])
        #expect(try here.store.read { try $0.cells(of: FixedWorld.day + 1...FixedWorld.day + 9) } == [])
        // A day of which nothing is left has no cell any more.
        try here.write { try $0.save(MyJob(), action: here.ulid(), verb: "job") }
        try here.derive([], days: [day])
        #expect(try here.store.read { try $0.cells(of: FixedWorld.day...FixedWorld.day) } == [])
    }

    @Test("Skills touch the seconds and the pieces of the work that has them, each of several the whole of it")
    func skills() throws {
        let here = try StoreWorld()
        let start = FixedWorld.at("2026-03-16", "23:30", zone: .utc)
        let both = EvidenceDraft(kind: .note, externalID: "a", at: start, title: "a")
        let one = EvidenceDraft(kind: .note, externalID: "b", at: start - 7200, title: "b")
        let theirs = EvidenceDraft(kind: .note, externalID: "c", at: start - 14_400, title: "c")
        for draft in [both, one, theirs] { try here.write { try $0.log(draft) } }
        let pieces = [
            // Half an hour of it lies on the next day.
            ReadPiece(id: both.id, skills: ["sql", "swift"], spans: [(Interval(start, seconds: 3600), .likely)]),
            ReadPiece(id: one.id, skills: ["sql"], spans: [(Interval(one.at, seconds: 600), .sure)]),
            ReadPiece(
                id: theirs.id, skills: ["sql"], isWork: false, spans: [(Interval(theirs.at, seconds: 60), .sure)]),
        ]
        let laid = try here.derived(pieces)
        let day = Interval(FixedWorld.at("2026-03-16", "0:00", zone: .utc), seconds: 86_400)
        func sums(_ range: Interval, _ laid: [DerivedShard] = []) throws -> [String: [Int64]] {
            var sums: [String: [Int64]] = [:]
            for (skill, seconds, pieces) in try here.store.read({ try $0.skills(in: range, laid: laid) }) {
                let sum = sums[skill] ?? [0, 0]
                sums[skill] = [sum[0] + seconds, sum[1] + Int64(pieces)]
            }
            return sums
        }
        let expected: [String: [Int64]] = ["sql": [4200, 2], "swift": [3600, 1]]
        #expect(try sums(day) == [:])
        #expect(try sums(day, laid) == expected)
        try here.derive(pieces)
        #expect(try sums(day) == expected)
        #expect(try sums(Interval(day.start, start)) == ["sql": [600, 1]])
        // Laid over what is stored, and nothing is counted twice.
        #expect(try sums(day, laid) == expected)
        // What begins on a day belongs to it, though it ends on the next.
        #expect(try sums(Interval(day.end, seconds: 86_400)) == [:])
    }

    @Test("Time with somebody is that of the pieces that name them, the person left out")
    func people() throws {
        let here = try StoreWorld()
        let event = StoreWorld.event("talk", with: ["maria@example.com", "me@example.com"])
        try here.list(here.source("Work"), [event])
        try here.write { try $0.addMe("me@example.com", name: "", action: here.ulid()) }
        let piece = ReadPiece(
            id: event.id,
            spans: [(Interval(event.at, seconds: 1800), .sure), (Interval(event.at + 1800, seconds: 900), .likely)])
        try here.derive([piece])
        let maria = PublicID(.person, "maria@example.com")
        func touched(_ range: Interval) throws -> [String] {
            try here.store.read({ try $0.peopleOfSegments(in: range) }).map { person, name, spent, pieces in
                "\(person == maria) \(name) \(spent.sure) \(spent.likely) \(pieces)"
            }
        }
        #expect(try touched(Interval(event.at, seconds: 3600)) == ["true maria@example.com 1800 900 1"])
        #expect(try touched(Interval(event.at + 900, seconds: 1200)) == ["true maria@example.com 900 300 1"])
        #expect(try touched(Interval(event.at + 2700, seconds: 900)) == [])
        // A timer that runs names somebody of whom nothing is kept yet.
        let running = DerivedShard(
            shard: Shard(containing: event.at), dirtySeq: 1,
            segments: [Segment(interval: Interval(event.at, seconds: 60), grade: .sure, layer: .stated, row: 0)],
            readings: [])
        let with = ["Zora", "me@example.com"].map { PersonMention(identity: $0, name: "", role: .mentioned) }
        let laid = try here.store.read {
            try $0.peopleOfSegments(in: Interval(event.at, seconds: 3600), laid: [running], timer: with)
        }
        #expect(laid.map(\.name) == ["Zora"] && laid.map(\.spent) == [Spent(sure: 60)])
    }
}
