import Foundation
import LedgerModel
import Questions
import Synchronization
import TestSupport
import Testing

@testable import LedgerOperations

@Suite("One state an answer", .serialized)
struct OneStateTests {
    private static let period = Period(since: CivilDay(iso: "2026-03-01")!, until: CivilDay(iso: "2026-04-01")!)
    private static let length: Int64 = 600

    @Test("Figure, list and revision of an answer are of one state while another program writes")
    func oneState() throws {
        let here = try OperationsWorld()
        try here.note("first", at: here.at("9:00", "2026-03-02"), minutes: 10)
        let writer = Writer(try here.reopened(), from: here.at("0:10", "2026-03-03"), length: Self.length)
        defer { writer.stop() }
        var counts: Set<Int> = []
        var rounds = 0
        // Until it has been asked before, between and after writes.
        while counts.count < 12, rounds < 5_000 {
            rounds += 1
            try here.ledger.asking.inquire(.period(Self.period)) { inquiry in
                let revision = try inquiry.revision
                let (totals, base) = try inquiry.totals(Self.period, by: .arena).parts
                let row = try #require(totals.rows.first)
                #expect(totals.rows.count == 1)
                #expect(row.spent.seconds == Int64(row.ref.count) * Self.length)
                let query = SearchQuery(row.ref.query)
                #expect(try inquiry.search(query, limit: 1).total == row.ref.count)
                #expect(try inquiry.search(query, limit: 10_000).hits.count == row.ref.count)
                #expect(try inquiry.ids(row.ref).count == min(20, row.ref.count))
                let days = try inquiry.totals(Self.period, by: .day).answer.rows
                #expect(days.reduce(0) { $0 + $1.ref.count } == row.ref.count)
                #expect(base.revision == revision)
                #expect(try inquiry.revision == revision)
                counts.insert(row.ref.count)
            }
        }
        #expect(counts.count >= 12)
    }

    /// Writes one note after the other, on a thread and through a connection of its own.
    private final class Writer: Sendable {
        private let isOver = Mutex(false)
        private let ended = DispatchSemaphore(value: 0)

        init(_ ledger: Ledger, from start: Instant, length: Int64) {
            Thread.detachNewThread { [self] in
                var at = start
                while !isOver.withLock({ $0 }), at < FixedWorld.now {
                    var request = Capture.NoteRequest(text: "beside")
                    request.at = at
                    request.length = length
                    _ = try? ledger.capture.log(request)
                    at = at + 2 * length
                }
                ended.signal()
            }
        }

        func stop() {
            isOver.withLock { $0 = true }
            ended.wait()
        }
    }
}
