import Testing

@testable import LedgerModel

@Suite("Ids that people and scripts see")
struct IdentityTests {
    /// Always the same number.
    private struct Stuck: RandomNumberGenerator {
        let number: UInt64
        mutating func next() -> UInt64 { number }
    }

    @Test("The first letter says what it is of, the rest is 80 bits", arguments: PublicID.Kind.allCases)
    func kinds(kind: PublicID.Kind) {
        let id = PublicID(kind, "x")
        #expect(id.description.utf8.first == kind.rawValue && id.kind == kind)
        #expect(PublicID(letter: kind.rawValue, high: id.high, low: id.low) == id)
        #expect(id.hash64 == Int64(bitPattern: id.high))
        for other in PublicID.Kind.allCases where other != kind { #expect(PublicID(other, "x") != id) }
    }

    /// Base 32 by Crockford: the least and the greatest are those of all bits off and on.
    @Test("All bits are in the text, and come back")
    func bits() throws {
        let least = try #require(PublicID(letter: 0x6e, high: 0, low: 0))
        let greatest = try #require(PublicID(letter: 0x6e, high: .max, low: .max))
        #expect(least.description == "n0000000000000000" && greatest.description == "nzzzzzzzzzzzzzzzz")
        for bit in 0..<80 {
            let high: UInt64 = bit < 64 ? 1 << UInt64(bit) : 0
            let low: UInt16 = bit < 64 ? 0 : 1 << UInt16(bit - 64)
            let id = try #require(PublicID(letter: 0x6b, high: high, low: low))
            #expect(PublicID(id.description) == id, "\(bit)")
            #expect(id.description.count { $0 != "0" } == 2, "\(bit)")
        }
        #expect(PublicID(letter: 0x7a, high: 0, low: 0) == nil)
    }

    @Test(
        "What is no id is none",
        arguments: [
            "", "n", "n012345678901234", "n01234567890123456", "x0123456789012345", "n012345678901234i",
            "n012345678901234l",
            "n012345678901234o", "n012345678901234u", "N0123456789012345", "n0123456789ABCDEF", "n 123456789012345",
            "n01234567890123é", " n0123456789012345",
        ])
    func none(text: String) { #expect(PublicID(text) == nil) }

    @Test("Ids are ordered by kind and bits, as their texts are", arguments: 0..<10)
    func order(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let ids = (0..<50).map { number in PublicID(random.pick(PublicID.Kind.allCases, or: .note), "\(number)") }
        #expect(ids.sorted().map(\.description) == ids.map(\.description).sorted(), "seed \(seed)")
        #expect((ids + ids.reversed()).unique() == Set(ids).sorted())
    }

    @Test("An id that an export holds is read as text, or is an error")
    func decoding() throws {
        let id = PublicID(.claim, "one")
        let coder = Coded()
        #expect(try coder.read(PublicID.self, "\"\(id)\"") == id)
        #expect(try coder.write(id) == "\"\(id)\"")
        #expect(throws: DecodingError.self) { try coder.read(PublicID.self, "\"k1\"") }
        #expect(try coder.read(CivilDay.self, "\"2024-02-29\"").iso == "2024-02-29")
        #expect(throws: DecodingError.self) { try coder.read(CivilDay.self, "\"2026-02-29\"") }
        #expect(try coder.read(Instant.self, "7") == Instant(7) && coder.write(Instant(7)) == "7")
        // What lies beyond the years 1 to 9999 is drawn to their ends, in an export too.
        #expect(try coder.read(Instant.self, "\(Int64.max)") == .last)
    }

    /// The specification of ULIDs: 48 bits of milliseconds, then 80 of chance, in Crockford's base 32.
    @Test(
        "The first ten characters of a ULID are its time, to the second",
        arguments: [
            (Int64(0), "0000000"), (1_469_918_176, "01aryz6"), (1_773_748_800, "01kkxtnj"),
        ])
    func time(seconds: Int64, start: String) {
        var random = SeededGenerator(seed: 3)
        let text = ULID(at: Instant(seconds), using: &random).text
        #expect(text.hasPrefix(start.prefix(7)) && text.utf8.count == 26)
        let milliseconds = text.utf8.prefix(10).reduce(UInt64(0)) { $0 << 5 | UInt64(Base32.value(of: $1) ?? 255) }
        #expect(milliseconds / 1000 == UInt64(seconds))
    }

    @Test("What was written before 1970 or at the end of time has a ULID too, and chance fills the rest")
    func ends() {
        // A number that the choice of milliseconds takes for none of them, and the greatest, which it takes for the last.
        var (none, all) = (Stuck(number: 1 << 20), Stuck(number: .max))
        #expect(ULID(at: .first, using: &none).text == String(repeating: "0", count: 21) + "10000")
        #expect(ULID(at: Instant(0), using: &all).text.hasSuffix(String(repeating: "z", count: 16)))
        let last = ULID(at: .last, using: &none)
        #expect(last.text.utf8.count == 26 && last > ULID(at: .last - 1, using: &all))
    }

    @Test("Later ones sort after earlier ones, and no two of a moment are the same", arguments: 0..<10)
    func sorted(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let ulids = (0..<200).map { ULID(at: Instant(1_773_748_800 + Int64($0 / 4)), using: &random) }
        #expect(Set(ulids).count == 200)
        for (one, later) in zip(ulids, ulids.dropFirst(4)) { #expect(one < later, "seed \(seed)") }
    }
}
