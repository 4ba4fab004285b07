import Foundation
import GRDB
import LedgerModel
import TestSupport
import Testing

@testable import LedgerOperations
@testable import LedgerStore
@testable import LocalServer

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("What is wrong with a ledger keeps its name on every page")
struct LedgerTroubleTests {
    /// What can befall a ledger while it is served.
    enum Trouble: CaseIterable {
        case locked, damaged, newer

        var status: Int { self == .damaged ? 500 : 503 }

        var words: String {
            switch self {
            case .locked: "Another program is writing to the ledger."
            case .damaged: "The ledger is damaged."
            case .newer: "The ledger was changed by a newer Limelight while this one was running."
            }
        }
    }

    @Test("Each page says it, and none says that there is no such page", arguments: Trouble.allCases)
    func pages(trouble: Trouble) async throws {
        let tests = try PageTests()
        try await tests.here.fillWithSource()
        let paths = try tests.paths()
        #expect(paths.count == Page.all.count + PageTests.more.count)
        // It waits for nobody here.
        tests.here.ledger.store.fetchTimeout.isOn = false
        try await tests.here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/").csrf
            // Forms have a connection of their own, which is open when it befalls.
            #expect(try await browser.post("/log", ["text": "kept"], csrf: csrf).status == 303)
            let held = try befall(trouble, tests.here.ledger.path)
            for path in paths {
                let answer = try await browser.get(path)
                // The empty box for a search asks nothing of the ledger.
                if path == "/search" {
                    #expect(answer.status == 200)
                } else {
                    #expect(answer.status == trouble.status, "\(path)")
                    #expect(answer.text.contains(trouble.words), "\(path)")
                }
                try PageTests.expectManners(answer, path)
            }
            let note = try await browser.post("/log", ["text": "not kept"], csrf: csrf)
            #expect(note.status == trouble.status && note.text.contains(trouble.words))
            withExtendedLifetime(held) {}
        }
    }

    @Test("A site over a ledger that cannot be read says so at once, and takes no demo for one's own")
    func start() throws {
        let here = try ServerWorld(demo: true)
        here.ledger.store.fetchTimeout.isOn = false
        let held = try befall(.newer, here.ledger.path)
        let error = #expect(throws: LedgerError.self) { try Site(ledger: here.ledger, secret: ServerWorld.secret) }
        #expect(error?.code == .ledgerNewer)
        withExtendedLifetime(held) {}
    }

    @Test("NUL in a search, in a figure's query, in a note and in an id is nothing special")
    func nul() async throws {
        let here = try ServerWorld()
        try here.fill()
        try await here.browseInside { (browser: Browser) async throws in
            for path in [
                "/search?q=%00", "/search?q=a%00b", "/search?q=%22a%00b%22", "/search?q=tag:%00",
                "/search?q=person:a%00",
                "/search?q=skill:%00", "/evidence?q=%00", "/evidence?q=project:%00+%00",
            ] {
                let answer = try await browser.get(path)
                #expect(answer.status == 200, "\(path)")
                #expect(!answer.text.contains("\u{0}"), "\(path)")
            }
            // It parts words, as any sign does.
            #expect(try await browser.get("/search?q=restore%00drill").words(of: "h1") == ["One piece found."])
            #expect(try await browser.get("/search?q=%00restore").words(of: "h1") == ["One piece found."])
            for path in ["/show/%00", "/people/%00", "/sources/%00", "/people/p%00/forget"] {
                #expect(try await browser.get(path).status == 404, "\(path)")
            }
            for path in [
                "/search?q=arena:%00", "/timeline?day=%00", "/scope?in=%00", "/picture?task=%00&for=%00",
                "/report?for=%00",
            ] {
                #expect(try await browser.get(path).status < 500, "\(path)")
            }
            let csrf = try await browser.get("/").csrf
            #expect(try await browser.post("/log", ["text": "before\u{0}after"], csrf: csrf).status == 303)
            #expect(try await browser.get("/search?q=before").words(of: "h1") == ["One piece found."])
        }
    }
}

/// Lets something befall the ledger at `path`, which is open; it lasts as long as what is given back.
private func befall(_ trouble: LedgerTroubleTests.Trouble, _ path: String) throws -> AnyObject {
    let queue = try DatabaseQueue(path: path)
    switch trouble {
    case .newer:
        try queue.inDatabase { try $0.execute(sql: "PRAGMA user_version = 9999") }
        return queue
    case .damaged:
        // All but the first page, once everything is in the file.
        try queue.inDatabase { _ = try $0.checkpoint(.truncate) }
        let size = try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
        let page = try #require(try queue.read { try Int.fetchOne($0, sql: "PRAGMA page_size") })
        let file = try #require(FileHandle(forUpdatingAtPath: path))
        try file.seek(toOffset: UInt64(page))
        try file.write(contentsOf: Data(count: size - page))
        try file.close()
        // Another's write makes the connections read anew.
        let version = try queue.inDatabase { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
        try queue.inDatabase { try $0.execute(sql: "PRAGMA user_version = \(version)") }
        return queue
    case .locked: return try Recovery(path)
    }
}

/// What another program does first when one that wrote was ended: it holds the ledger until its log is read anew
/// (sqlite.org/walformat.html, 2.3.4 and 4).
private final class Recovery {
    private let descriptor: Int32

    init(_ path: String) throws {
        descriptor = open(path + "-shm", O_RDWR)
        try #require(descriptor >= 0)
        // Write, checkpoint and recovery: bytes 120 to 122, owned by this descriptor and not by this process.
        var range = flock()
        range.l_type = Int16(F_WRLCK)
        range.l_whence = Int16(SEEK_SET)
        range.l_start = 120
        range.l_len = 3
        let exclusive: Int32 = 37  // F_OFD_SETLK
        try #require(fcntl(descriptor, exclusive, &range) == 0)
        // Both copies of the head of its index are void.
        let void = [UInt8](repeating: 0xA5, count: 96)
        try #require(pwrite(descriptor, void, void.count, 0) == void.count)
    }

    deinit { close(descriptor) }
}
