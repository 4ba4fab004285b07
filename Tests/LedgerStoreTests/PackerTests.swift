import LedgerModel
import Testing

@testable import LedgerStore

@Suite("Numbers of variable length")
struct PackerTests {
    private func bytes(_ number: Int64) -> [UInt8] {
        var packer = Packer()
        packer.add(number)
        return packer.bytes
    }

    @Test("Bytes are those of LEB128, as the DWARF standard shows them")
    func known() {
        #expect(bytes(2) == [2] && bytes(127) == [127] && bytes(128) == [0x80, 1] && bytes(129) == [0x81, 1])
        #expect(bytes(12_857) == [0xB9, 0x64] && bytes(624_485) == [0xE5, 0x8E, 0x26])
        #expect(bytes(-1) == [255, 255, 255, 255, 255, 255, 255, 255, 255, 1])
    }

    @Test("Every number reads back, signed and unsigned", arguments: 0..<20)
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let numbers = [.min, .max, 0] + (0..<50).map { _ in Int64(bitPattern: random.next() >> random.next() % 64) }
        var packer = Packer()
        for number in numbers {
            packer.add(number)
            packer.add(signed: number)
        }
        try packer.bytes.withUnsafeBytes { buffer throws in
            var unpacker = Unpacker(buffer)
            for number in numbers {
                let read = try (unpacker.number(), unpacker.signed())
                #expect(read == (number, number))
            }
            #expect(unpacker.isAtEnd)
        }
    }

    @Test("Ids of paths come back in order; a cut or endless number is the end of them")
    func paths() {
        #expect(PackedPaths.unpack(PackedPaths.pack([700, 3, 129])) == [3, 129, 700])
        #expect(PackedPaths.pack([3, 129]) == [3, 126])
        #expect(PackedPaths.unpack([3, 0x80]) == [3])
        #expect(PackedPaths.unpack([3] + [UInt8](repeating: 0x80, count: 12) + [1]) == [3])
        #expect(PackedPaths.unpack([]) == [])
    }
}
