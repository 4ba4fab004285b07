import GRDB
import LedgerModel

/// Writes numbers, ids and texts as bytes, one after the other. Numbers have variable length (LEB128): the less a
/// number, the fewer bytes, which is why packed rows hold differences instead of absolute times and ids.
struct Packer {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ number: Int64) {
        var rest = UInt64(bitPattern: number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func add(_ number: Int) { add(Int64(number)) }

    /// Adds a number so that small ones of either sign stay short (zigzag).
    mutating func add(signed number: Int64) { add(number << 1 ^ number >> 63) }

    mutating func add(_ id: PublicID) {
        bytes.append(id.kind.rawValue)
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: id.high >> shift)) }
        bytes.append(UInt8(id.low >> 8))
        bytes.append(UInt8(id.low & 0xff))
    }

    mutating func add(_ text: String) {
        add(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }
}

/// Reads what `Packer` wrote. Throws if the bytes end early or are invalid.
struct Unpacker {
    private let bytes: UnsafeRawBufferPointer
    private var place = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    static let damage = DatabaseError(resultCode: .SQLITE_CORRUPT)

    private mutating func byte() throws -> UInt8 {
        guard place < bytes.count else { throw Self.damage }
        defer { place += 1 }
        return bytes[place]
    }

    mutating func number() throws -> Int64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while shift < 64 {
            let byte = try byte()
            value |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return Int64(bitPattern: value) }
            shift += 7
        }
        throw Self.damage
    }

    mutating func int() throws -> Int { Int(try number()) }

    mutating func signed() throws -> Int64 {
        let value = try number()
        return Int64(bitPattern: UInt64(bitPattern: value) >> 1) ^ -(value & 1)
    }

    mutating func id() throws -> PublicID {
        guard bytes.count - place >= 11 else { throw Self.damage }
        let letter = bytes[place]
        let high = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: place + 1, as: UInt64.self))
        let low = UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: place + 9, as: UInt16.self))
        place += 11
        guard let id = PublicID(letter: letter, high: high, low: low) else { throw Self.damage }
        return id
    }

    mutating func text() throws -> String {
        let count = try int()
        guard count >= 0, count <= bytes.count - place else { throw Self.damage }
        defer { place += count }
        return String(decoding: bytes[place..<place + count], as: UTF8.self)
    }
}

extension EvidenceKind {
    /// The number in packed rows. It must never change its meaning.
    var code: Int {
        switch self {
        case .commit: 0
        case .event: 1
        case .note: 2
        case .timer: 3
        }
    }

    init(code: Int) throws {
        switch code {
        case 0: self = .commit
        case 1: self = .event
        case 2: self = .note
        case 3: self = .timer
        default: throw Unpacker.damage
        }
    }
}

/// Packs sorted ids of paths as differences.
enum PackedPaths {
    static func pack(_ ids: [Int64]) -> [UInt8] {
        var packer = Packer()
        var previous: Int64 = 0
        for id in ids.sorted() {
            packer.add(id - previous)
            previous = id
        }
        return packer.bytes
    }

    /// Never fails, since the bytes may come from an export that anyone wrote: invalid bytes end the list, and an
    /// unknown id has no path.
    static func unpack(_ bytes: some Sequence<UInt8>) -> [Int64] {
        Array(bytes).withUnsafeBytes { buffer in
            var unpacker = Unpacker(buffer)
            var ids: [Int64] = []
            var previous: Int64 = 0
            while !unpacker.isAtEnd, let difference = try? unpacker.number() {
                previous &+= difference
                ids.append(previous)
            }
            return ids
        }
    }
}
