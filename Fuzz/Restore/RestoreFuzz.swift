import GRDB
import LedgerModel
import LedgerStore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Two ledgers that are emptied after each run: one for the bytes, one for what became of them.
private struct Pair {
    let first: LedgerStore
    let second: LedgerStore
    private let queues: [DatabaseQueue]

    init() throws {
        // In memory where there is such a folder: a run takes a part of a millisecond.
        let folder = (access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp") + "/limelight-fuzz-\(getpid())"
        mkdir(folder, 0o700)
        first = try LedgerStore(path: folder + "/a.sqlite")
        second = try LedgerStore(path: folder + "/b.sqlite")
        queues = try [first, second].map { try DatabaseQueue(path: $0.path) }
    }

    func empty() throws {
        for queue in queues {
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF")
                try db.inTransaction {
                    let tables = try String.fetchAll(
                        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'")
                    for table in tables { try db.execute(sql: "DELETE FROM \(table)") }
                    try db.execute(sql: "DELETE FROM search")
                    return .commit
                }
            }
        }
    }
}

nonisolated(unsafe) private let pair = try? Pair()
private let head = Array("{\"limelight_export\": 1, \"schema\": 1}\n".utf8)
private let now = Instant(1_773_748_800)

/// What libFuzzer calls: bytes that may be an export. The first says whether its head is put before the rest.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRestore(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    guard let pair, size > 1 else { return 0 }
    let rest = Array(UnsafeBufferPointer(start: data + 1, count: size - 1))
    guard restore(data[0] & 1 == 0 ? head + rest : rest, pair.first) else { return 0 }
    do {
        // What was taken in can be written, and written again the same.
        let written = try dump(pair.first)
        precondition(restore(Array(written.utf8), pair.second))
        let again = try dump(pair.second)
        precondition(again == written)
        // It can be asked.
        _ = try pair.first.checks()
        try pair.first.read { snapshot in
            _ = try snapshot.myJob()
            for (shard, _) in try snapshot.dirtyShards(in: nil).prefix(3) {
                _ = try snapshot.traces(in: shard.interval, needs: Snapshot.TraceNeeds(bodies: true, paths: true))
            }
        }
        try pair.empty()
    } catch {
        preconditionFailure("\(error)")
    }
    return 0
}

private func restore(_ bytes: [UInt8], _ store: LedgerStore) -> Bool {
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    return (try? store.write(at: now) { try $0.restore(lines, fileName: "fuzz.jsonl") }) != nil
}

private func dump(_ store: LedgerStore) throws -> String {
    var text = ""
    try store.read { try $0.export { text += $0 } }
    return text
}
