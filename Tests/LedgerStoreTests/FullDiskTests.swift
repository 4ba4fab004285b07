import GRDB
import LedgerModel
import TestSupport
import Testing

@testable import LedgerStore

@Suite("A disk that is full, and room that is given back")
struct FullDiskTests {
    let here: StoreWorld

    init() throws { here = try StoreWorld() }

    /// As if the disk had room for so many pages more; nil for no bound.
    private func limit(to more: Int?) throws {
        try here.store.queue.inDatabase { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(more.map { pages + $0 } ?? 1_000_000)")
        }
    }

    private func drafts(_ count: Int) -> [EvidenceDraft] {
        (0..<count).map { number in
            var draft = StoreWorld.event("Event \(number)", uid: "m\(number)")
            draft.body = String(repeating: "words \(number) ", count: 120)
            return draft
        }
    }

    @Test("A note, a correction and an import into a full disk say so and leave nothing half written")
    func full() throws {
        let id = try here.note("before")
        let before = try here.dump()
        let calendar = try here.source("Work")
        let listed = try here.dump()
        try limit(to: 0)
        var long = EvidenceDraft(
            kind: .note, externalID: here.ulid().text, at: FixedWorld.now, title: "too long for what is left")
        long.body = String(repeating: "words ", count: 40_000)
        #expect(#expect(throws: LedgerError.self) { try here.write({ try $0.log(long) }) }?.code == .diskFull)
        let failed = #expect(throws: LedgerError.self) { try here.list(calendar, drafts(400)) }
        #expect(failed?.code == .diskFull)
        try limit(to: nil)
        #expect(try here.dump().split(separator: "\n").filter { $0.contains("too long") }.isEmpty)
        // Whole batches of an import may be there; each of its pieces is whole.
        #expect(try here.store.checks().allSatisfy { $0.ok || $0.tier == .optional })
        try here.write({ transaction in
            try transaction.correct(id, action: here.ulid()) { said in said.arena = .growth }
        })
        try here.list(calendar, drafts(400))
        #expect(try here.store.read({ try $0.sourceSummaries() }).map(\.evidence) == [400])
        #expect(before != listed)
    }

    @Test("What is derived is kept where there is room, and answered where there is none")
    func derived() throws {
        _ = try here.note("one")
        let dirty = try here.store.read({ try $0.dirtyShards() })
        #expect(!dirty.isEmpty)
        try limit(to: 0)
        let segments = (0..<4_000).map { number in
            Segment(
                interval: Interval(dirty[0].shard.interval.start + Int64(number) * 20, seconds: 10), grade: .sure,
                layer: .stated, row: 1)
        }
        let shard = DerivedShard(shard: dirty[0].shard, dirtySeq: dirty[0].seq, segments: segments, readings: [])
        #expect(try here.store.store([shard], days: [], waiting: true).count == 1)
        #expect(try here.store.read({ try $0.dirtyShards() }).count == dirty.count)
        try limit(to: nil)
        #expect(try here.store.store([shard], days: [], waiting: true).isEmpty)
    }

    @Test("After much was removed the file is smaller by what is said, and sound")
    func shrink() throws {
        let (small, large) = (try here.source("Small"), try here.source("Large"))
        try here.list(small, [StoreWorld.event("stays", uid: "s1")])
        try here.list(large, drafts(2_000))
        func pages() throws -> Int64 {
            try here.store.queue.inDatabase { try Int64.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
        }
        #expect(try here.store.shrink() == 0)
        #expect(try here.write({ try $0.remove(large) }).removed == 2_000)
        let before = try pages()
        let freed = try here.store.shrink()
        #expect(freed > 1 << 20)
        #expect(try pages() == before - freed / 4_096)
        #expect(try here.store.checks().allSatisfy { $0.ok || $0.tier == .optional })
        #expect(try here.titles("stays") == ["stays"])
        // Little is not worth it.
        try here.list(try here.source("Large"), drafts(20))
        _ = try here.remove(here.source("Large"))
        #expect(try here.store.shrink() == 0)
    }
}
