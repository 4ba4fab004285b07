import GRDB
import GRDBSQLite
import LedgerModel
import TestSupport
import Testing

@testable import LedgerStore

/// What a day costs must not grow with the whole days that lie elsewhere.
@Suite("Whole days: found without looking at all of them")
struct WholeDayTests {
    /// A ledger with a birthday on every day of so many years from 2001 on, and leave of each length once.
    private func world(years: Int64, leave: [Int64] = []) throws -> StoreWorld {
        let world = try StoreWorld()
        let first = try #require(CivilDay(iso: "2001-01-01"))
        var drafts = (0..<years * 365).map { day($0, from: first + $0, length: 1) }
        for length in leave { drafts.append(day(1_000_000 + length, from: first + 100, length: length)) }
        try world.list(try world.source("days"), drafts)
        return world
    }

    private func day(_ number: Int64, from day: CivilDay, length: Int64) -> EvidenceDraft {
        let at = Zone.utc.instant(day, seconds: 0)
        var draft = EvidenceDraft(
            kind: .event, externalID: "d\(number)/single", at: at, until: at + length * 86_400, title: "\(length)")
        draft.flags = [.allDay, .floating]
        draft.standing = .transparent
        return draft
    }

    /// Steps of SQLite's virtual machine that `work` takes, in hundreds.
    private func steps(_ store: LedgerStore, _ work: () throws -> Void) throws -> Int {
        final class Counter { var count = 0 }
        let counter = Counter()
        store.queue.inDatabase { db in
            sqlite3_progress_handler(
                db.sqliteConnection, 100,
                {
                    if let place = $0 { Unmanaged<Counter>.fromOpaque(place).takeUnretainedValue().count += 1 }
                    return 0
                }, Unmanaged.passUnretained(counter).toOpaque())
        }
        try work()
        store.queue.inDatabase { db in sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil) }
        return counter.count
    }

    private func month(_ iso: String) throws -> Interval {
        let day = try #require(CivilDay(iso: iso))
        return Interval(Zone.utc.instant(day, seconds: 0), Zone.utc.instant(day + 31, seconds: 0))
    }

    @Test("A month of the first year costs the same whatever comes after, one of the last whatever was before")
    func cost() throws {
        func cost(_ world: StoreWorld, _ iso: String) throws -> Int {
            let range = try month(iso)
            return try steps(world.store) {
                let events = try world.store.read({ try $0.allDayEvents(in: range) })
                let traces = try world.store.read({
                    try $0.traces(in: range, needs: .init(bodies: false, paths: false))
                })
                #expect(events.count == 31 && traces.count == 31)
            }
        }
        let short = try world(years: 2)
        let long = try world(years: 12)
        for (iso, late) in [("2001-03-01", "2001-03-01"), ("2002-03-01", "2012-03-01")] {
            let (little, much) = (try cost(short, iso), try cost(long, late))
            #expect(little > 5 && much < little + little / 2, "\(little) and \(much) hundred steps")
        }
    }

    @Test("Leave of any length is found on its first day, its last and between, and on no other")
    func leave() throws {
        let lengths: [Int64] = [1, 2, 3, 4, 30, 31, 32, 366, 367, 3000]
        let world = try world(years: 1, leave: lengths)
        let start = try #require(CivilDay(iso: "2001-04-11"))
        func found(_ day: CivilDay) throws -> [Int64] {
            let range = Interval(Zone.utc.instant(day, seconds: 0), Zone.utc.instant(day + 1, seconds: 0))
            return try world.store.read({ try $0.allDayEvents(in: range) }).compactMap { Int64($0.title) }.filter {
                $0 > 1
            }.sorted()
        }
        #expect(try found(start - 1).isEmpty)
        for offset in [0, 1, 2, 3, 29, 30, 31, 365, 366, 2999, 3000] as [Int64] {
            #expect(try found(start + offset) == lengths.filter { $0 > max(1, offset) }, "day \(offset)")
        }
    }
}
