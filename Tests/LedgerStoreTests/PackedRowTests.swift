import GRDB
import LedgerModel
import Testing

@testable import LedgerStore

@Suite("Packed rows: what is written reads back, and what is cut is an error")
struct PackedRowTests {
    /// Reads all of `bytes`, or throws as a damaged row does.
    private func read<Value>(_ bytes: [UInt8], _ work: (inout Unpacker) throws -> Value) throws -> [Value] {
        try bytes.withUnsafeBytes { buffer in
            var unpacker = Unpacker(buffer)
            var values: [Value] = []
            while !unpacker.isAtEnd { values.append(try work(&unpacker)) }
            return values
        }
    }

    private static func text(_ random: inout SeededGenerator) -> String {
        let letters = ["a", "é", "\u{1F600}", "\n", "\u{0}", "ß", " "]
        return (0..<random.number(0, 200)).map { _ in random.pick(letters, or: "") }.joined()
    }

    private static func cell(_ random: inout SeededGenerator) -> StoredCell {
        func number() -> Int64 { Int64(bitPattern: random.next() >> (1 + random.next() % 63)) }
        var cell = StoredCell(
            key: .init(project: number(), source: number(), meaning: number(), kind: random.number(0, 3)))
        cell.spent = Spent(sure: number(), likely: number(), possible: number())
        cell.outside = number()
        cell.pieces = random.number(0, 100_000)
        return cell
    }

    private static func numbers(_ cell: StoredCell) -> [Int64] {
        [
            cell.key.project, cell.key.source, cell.key.meaning, Int64(cell.key.kind), cell.spent.sure,
            cell.spent.likely, cell.spent.possible, cell.outside, Int64(cell.pieces),
        ]
    }

    @Test("Cells read back one after the other, and their order is that of their keys", arguments: 0..<20)
    func cells(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let cells = (0..<random.number(1, 40)).map { _ in Self.cell(&random) }
        var packer = Packer()
        for cell in cells { cell.pack(into: &packer) }
        let back = try read(packer.bytes) { try StoredCell(&$0) }
        #expect(back.map(Self.numbers) == cells.map(Self.numbers), "seed \(seed)")
        let sorted = cells.map(\.key).sorted()
        for (one, next) in zip(sorted, sorted.dropFirst()) {
            #expect(Self.order(one).lexicographicallyPrecedes(Self.order(next)) || one == next, "seed \(seed)")
        }
        // Cut anywhere but between two cells it is damage, and never a cell that was not there.
        for cut in packer.bytes.indices.dropFirst() {
            let part = Array(packer.bytes[..<cut])
            guard let whole = try? read(part, { try StoredCell(&$0) }) else { continue }
            #expect(whole.map(Self.numbers) == cells.prefix(whole.count).map(Self.numbers), "seed \(seed), cut \(cut)")
        }
    }

    private static func order(_ key: StoredCell.Key) -> [Int64] {
        [key.project, key.source, key.meaning, Int64(key.kind)]
    }

    @Test("Ids and texts of any letters read back between numbers", arguments: 0..<20)
    func mixed(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let rows = (0..<30).map { number in
            let kind = random.pick(PublicID.Kind.allCases, or: .note)
            let place = Int64(random.number(-1_000_000, 1_000_000))
            return (id: PublicID(kind, "\(seed)/\(number)"), place: place, text: Self.text(&random))
        }
        var packer = Packer()
        for row in rows {
            packer.add(row.id)
            packer.add(signed: row.place)
            packer.add(row.text)
        }
        let back = try read(packer.bytes) { (try $0.id(), try $0.signed(), try $0.text()) }
        #expect(back.map(\.0) == rows.map(\.id) && back.map(\.1) == rows.map(\.place), "seed \(seed)")
        #expect(back.map { Array($0.2.utf8) } == rows.map { Array($0.text.utf8) }, "seed \(seed)")
    }

    @Test(
        "Bytes that cannot be are damage, whatever they would be read as",
        arguments: [
            [0x80], [UInt8](repeating: 0xff, count: 10), [UInt8](repeating: 0x80, count: 11), [5, 0x61, 0x62],
            // A text that says it is longer than there are numbers, and one of less than nothing.
            [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f], [UInt8](repeating: 0xff, count: 9) + [1],
            // Ids of ten bytes, and of a kind that there is not.
            [UInt8](repeating: 0x6e, count: 10), [0x7a] + [UInt8](repeating: 1, count: 10),
        ])
    func damage(bytes: [UInt8]) {
        let error = #expect(throws: DatabaseError.self) {
            if bytes.count > 9, bytes[0] < 0x80 {
                try read(bytes) { _ = try $0.id() }
            } else {
                try read(bytes) { _ = try $0.text() }
            }
        }
        #expect(error?.resultCode == .SQLITE_CORRUPT)
    }

    @Test("Random bytes are read to their end or are damage, and end nothing else", arguments: 0..<20)
    func noise(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let bytes = (0..<random.number(0, 60)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            do { _ = try read(bytes) { try StoredCell(&$0) } } catch is DatabaseError {}
            do { _ = try read(bytes) { (try $0.text(), try $0.id()) } } catch is DatabaseError {}
            #expect(PackedPaths.unpack(bytes).count <= bytes.count)
        }
    }

    @Test("Codes of kinds are those that ledgers hold, and there is no other")
    func kinds() throws {
        #expect(EvidenceKind.allCases.map(\.code) == [0, 1, 2, 3])
        #expect([EvidenceKind.commit, .event, .note, .timer].map(\.code) == [0, 1, 2, 3])
        for kind in EvidenceKind.allCases { #expect(try EvidenceKind(code: kind.code) == kind) }
        for code in [-1, 4, .max, .min] { #expect(throws: DatabaseError.self) { try EvidenceKind(code: code) } }
    }

    @Test("Paths of any ids come back sorted, each as often as it was given", arguments: 0..<20)
    func paths(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let ids = (0..<random.number(0, 300)).map { _ in Int64(random.number(1, 1 << random.number(1, 40))) }
        #expect(PackedPaths.unpack(PackedPaths.pack(ids)) == ids.sorted(), "seed \(seed)")
    }

    @Test(
        "Measures read back in their order; what is none is left out",
        arguments: [
            ("", []), ("lines_added=3", [Measure("lines_added", 3)]),
            ("a=1 b=-2 a=3", [Measure("a", 1), Measure("b", -2), Measure("a", 3)]),
            ("a= =b c d=x e=5", [Measure("e", 5)]), ("=7", [Measure("", 7)]),
            ("a=9223372036854775807 b=9223372036854775808", [Measure("a", .max)]),
        ])
    func measures(text: String, measures: [Measure]) {
        #expect(MeasureText.read(text) == measures)
        #expect(MeasureText.read(MeasureText.write(measures)) == measures)
    }

    @Test(
        "Of the names of an address the first is shown, and each is kept once",
        arguments: [
            ("Dana", "Dana Reyes", "Dana\u{1F}Dana Reyes"), ("", "Dana", "\u{1F}Dana"), ("Dana", "dana", nil),
            ("Dana", "", nil), ("Dana", "dana@example.com", nil), ("Dana", "a\u{1F}b", nil),
            ("Dana", String(repeating: "x", count: 101), nil), ("Dana\u{1F}D.", "D.", nil),
            ((0..<12).map(String.init).joined(separator: "\u{1F}"), "more", nil),
        ] as [(String, String, String?)])
    func names(column: String, name: String, result: String?) {
        #expect(StoredNames.adding(name, to: column) == result)
        if let result {
            #expect(StoredNames.shown(result) == StoredNames.shown(column))
            #expect(StoredNames.all(result).contains(name))
        }
    }

    @Test("What a stored value cannot be read as is told without a word of it")
    func content() throws {
        let correction = try Content.write(Correction())
        #expect(try Content.read(Correction.self, correction) == Correction())
        // Keys in one order, so that equal values are equal texts.
        #expect(try Content.write(["b": 1, "a": 2]) == "{\"a\":2,\"b\":1}")
        for text in ["", "{", "[]", "{\"dropped\":\"SENTINEL\"}", "\u{0}"] {
            let error = #expect(throws: LedgerError.self) { try Content.read(Correction.self, text) }
            #expect(error?.code == .ledgerDamaged)
            #expect(error.map { !"\($0)".contains("SENTINEL") } == true)
        }
    }
}
