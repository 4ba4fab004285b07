import LedgerModel
import LedgerOperations
import LedgerStore
import Questions
import TestSupport
import Testing

@Suite("What questions read at once says what is kept piece by piece")
struct PackedTests {
    let here: OperationsWorld
    let store: LedgerStore
    let year = Interval(FixedWorld.now - 364 * 86_400, FixedWorld.now)

    init() async throws {
        here = try OperationsWorld()
        _ = try await here.ledger.keeping.fillWithDemo(seed: 17, progress: OperationsWorld.silent)
        store = try LedgerStore(path: here.ledger.path)
    }

    @Test("Plain segments are the segments")
    func segments() throws {
        let kept = try store.read({ try $0.segments(in: year) })
        let plain = try store.read({ try $0.plainSegments(in: year) })
        #expect(kept.count > 500)
        #expect(plain == kept.map(PlainSegment.init))
    }

    @Test("Time that touched a skill is the time of its segments")
    func skills() throws {
        var touched: [String: Int64] = [:]
        for item in try store.read({ try $0.segments(in: year) }) where item.segment.grade != .possible {
            for skill in item.skills { touched[skill, default: 0] += item.segment.interval.seconds }
        }
        let sums = Dictionary(grouping: try store.read({ try $0.skills(in: year) }), by: \.skill).mapValues {
            $0.reduce(0) { $0 + $1.seconds }
        }
        #expect(!touched.isEmpty)
        #expect(sums.filter { $0.value > 0 } == touched)
    }

    @Test(
        "Cells of any grain sum to the whole, and tell apart what they are asked to",
        arguments: [
            CellGrain.whole, .day, .week, [.week, .project, .source, .arena, .responsibility, .objective],
            [.day, .arena], [.project, .arena], [.kind, .worth], [],
        ])
    func grains(grain: CellGrain) throws {
        let days = FixedWorld.day - 364...FixedWorld.day
        let whole = try store.read({ try $0.cells(of: days) })
        let coarse = try store.read({ try $0.cells(of: days, by: grain) })
        #expect(coarse.spent == whole.spent && coarse.pieces == whole.pieces)
        #expect(coarse.reduce(0) { $0 + $1.outside } == whole.reduce(0) { $0 + $1.outside })
        func key(_ cell: DayCell) -> [String] {
            [
                grain.contains(.day) ? cell.day.iso : grain.contains(.week) ? cell.day.monday.iso : "",
                grain.contains(.project) ? cell.project : "", grain.contains(.source) ? "\(cell.source)" : "",
                "\(grain.part(of: cell.meaning))", grain.contains(.kind) ? cell.kind.rawValue : "",
            ]
        }
        #expect(coarse.count == Set(whole.map(key)).count)
        #expect(
            Dictionary(grouping: coarse, by: key).mapValues(\.spent)
                == Dictionary(grouping: whole, by: key).mapValues(\.spent))
    }

    @Test("Who was met since the last question is seen before and after the shard is packed")
    func contacts() throws {
        func count() throws -> Int {
            try store.read({ try $0.acquaintances(in: year) }).reduce(0) { $0 + $1.contacts.count }
        }
        func pairs() throws -> [Snapshot.PairRow] { try store.read({ try $0.pairMeetings(in: year) }) }
        let (before, held) = (try count(), try pairs())
        #expect(before > 50 && held.count > 5)
        try here.note("met in the corridor", at: FixedWorld.now - 40 * 86_400, minutes: 20, with: ["Zora"])
        #expect(try count() == before + 1)
        let answer = try here.ledger.asking.backstage(here.ledger.asking.currentQuarter()).answer
        #expect(answer.people.contains { $0.name == "Zora" && $0.ref.count == 1 })
        _ = try here.ledger.asking.backstage(Period(since: FixedWorld.day - 364, until: FixedWorld.day + 1))
        #expect(try store.read({ try $0.dirtyShards() }).isEmpty)
        #expect(try count() == before + 1)
        #expect(try pairs() == held)
    }
}
