import LedgerModel
import LedgerOperations
import LedgerStore
import Renderings
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("A damaged ledger: what is left of it can be saved and restored")
struct SalvageTests {
    let folder = TemporaryFolder()
    var path: String { folder.file("ledger.sqlite") }
    static let count = 120

    init() throws { try fill() }

    /// Notes with people and tags, a calendar, a claim; all of it in the file itself when it is closed.
    private func fill() throws {
        let world = try OperationsWorld()
        let ledger = try Ledger(path: path, world: world.world)
        for number in 1...Self.count {
            var request = Capture.NoteRequest(text: "note \(number). " + String(repeating: "word ", count: 120))
            request.at = FixedWorld.now - Int64(number) * 1800
            request.with = number % 3 == 0 ? ["Maria Keller"] : []
            request.tags = number % 5 == 0 ? ["drill"] : []
            _ = try ledger.capture.log(request)
        }
        var claim = Results.ClaimRequest(text: "Restores take an hour")
        claim.cite = [try #require(try ledger.asking.search("note").hits.first).id.description]
        _ = try ledger.results.addClaim(claim)
    }

    private func save() throws -> (text: String, words: String) {
        var text = ""
        let words = try Keeping.save(path, beside: folder.file("saved.jsonl")) { text += $0 }
        return (text, words)
    }

    private func dump(_ ledger: Ledger) throws -> String {
        var text = ""
        try ledger.keeping.export { text += $0 }
        return text
    }

    private func restored(_ text: String, _ name: String) throws -> Ledger {
        let ledger = try Ledger(path: folder.file(name + ".sqlite"), world: try OperationsWorld().world)
        try ledger.keeping.restore(file: folder.write(name + ".jsonl", text))
        return ledger
    }

    /// Overwrites pages of 4 KiB from `first` on; the first holds the names of the tables.
    private func damage(pages: some Sequence<Int>) throws {
        let file = try #require(fopen(path, "r+"))
        defer { fclose(file) }
        for page in pages {
            fseek(file, page * 4096, SEEK_SET)
            let noise = [UInt8](repeating: UInt8(0x23), count: 4096)
            #expect(fwrite(noise, 1, noise.count, file) == noise.count)
        }
    }

    private var pages: Int { Self.pages(path) }

    private static func pages(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) / 4096 : 0
    }

    /// Those of a ledger that holds nothing: what its tables are is kept there, and behind them what they hold.
    private func blankPages() throws -> Int {
        let blank = folder.file("blank.sqlite")
        _ = try Ledger(path: blank, world: try OperationsWorld().world)
        return Self.pages(blank)
    }

    @Test("Of a sound ledger everything is saved, as an export says it")
    func sound() throws {
        let ledger = try Ledger(path: path, world: try OperationsWorld().world)
        #expect(try save().text == dump(ledger))
        #expect(access(folder.file("scratch.sqlite"), F_OK) != 0)
    }

    @Test("With some pages lost the rest is saved, and restores")
    func somePages() throws {
        try damage(pages: stride(from: blankPages(), to: pages, by: 5))
        let (text, words) = try save()
        #expect(words.contains("; parts of "))
        let ledger = try restored(text, "new")
        #expect(try dump(ledger) == text)
        let left = try ledger.asking.holdings().evidence
        #expect((Self.count / 3..<Self.count).contains(left), "\(left) of \(Self.count)")
        #expect(Keeping.saving(path).message.words.contains("limelight doctor --save saved.jsonl --ledger \"\(path)\""))
        #expect(!Keeping.saving(path).message.words.contains("note "))
    }

    @Test("Whatever page is lost, what is saved restores", arguments: [UInt64(3), 17, 2026])
    func anyPages(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let whole = try bytes()
        for round in 0..<12 {
            try write(whole)
            let lost = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                Int.random(in: 1..<pages, using: &random)
            }
            try damage(pages: lost)
            guard let (text, _) = try? save() else { continue }
            let ledger = try restored(text, "new-\(seed)-\(round)")
            #expect(try dump(ledger) == text, "seed \(seed), round \(round), pages \(lost)")
        }
    }

    @Test("Where nothing can be read that is said, and no file is left")
    func nothing() throws {
        try damage(pages: 0..<pages)
        #expect(throws: LedgerError.self) { try save() }
        #expect(Keeping.saving(path).message.words.hasPrefix("nothing in it can be read"))
    }

    private func bytes() throws -> [UInt8] {
        let file = try #require(fopen(path, "r"))
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: pages * 4096)
        #expect(fread(&bytes, 1, bytes.count, file) == bytes.count)
        return bytes
    }

    private func write(_ bytes: [UInt8]) throws {
        let file = try #require(fopen(path, "w"))
        defer { fclose(file) }
        #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    }
}
