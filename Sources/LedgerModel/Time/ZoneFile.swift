/// Reads a compiled zone file (RFC 8536). `nil` if the bytes are not one.
package enum ZoneFile {
    package static func parse(_ bytes: [UInt8], name: String) -> Zone? {
        guard let first = Header(bytes, at: 0) else { return nil }
        if first.version == 0 {
            return zone(bytes, header: first, wide: false, name: name)
        }
        guard let second = Header(bytes, at: first.end(wide: false)) else { return nil }
        return zone(bytes, header: second, wide: true, name: name)
    }

    private struct Header {
        let start: Int
        let version: UInt8
        let isUTCount, isStandardCount, leapCount, timeCount, typeCount, characterCount: Int

        init?(_ bytes: [UInt8], at start: Int) {
            guard start >= 0, bytes.count >= start + 44,
                Array(bytes[start..<start + 4]) == Array("TZif".utf8)
            else { return nil }
            self.start = start
            version = bytes[start + 4]
            func count(_ index: Int) -> Int {
                bytes[(start + 20 + index * 4)..<(start + 24 + index * 4)].reduce(0) { $0 << 8 | Int($1) }
            }
            isUTCount = count(0)
            isStandardCount = count(1)
            leapCount = count(2)
            timeCount = count(3)
            typeCount = count(4)
            characterCount = count(5)
            let counts = [isUTCount, isStandardCount, leapCount, timeCount, typeCount, characterCount]
            guard counts.allSatisfy({ $0 < 100_000 }), typeCount > 0 else { return nil }
        }

        func end(wide: Bool) -> Int {
            let size = wide ? 8 : 4
            return start + 44 + timeCount * (size + 1) + typeCount * 6 + characterCount
                + leapCount * (size + 4) + isStandardCount + isUTCount
        }
    }

    private static func zone(_ bytes: [UInt8], header: Header, wide: Bool, name: String) -> Zone? {
        guard bytes.count >= header.end(wide: wide) else { return nil }
        let size = wide ? 8 : 4
        let times = header.start + 44
        let indices = times + header.timeCount * size
        let types = indices + header.timeCount
        func integer(_ at: Int, _ width: Int) -> Int64 {
            let raw = bytes[at..<at + width].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return width == 8 ? Int64(bitPattern: raw) : Int64(Int32(truncatingIfNeeded: raw))
        }
        let offsets = (0..<header.typeCount).map { Int32(integer(types + $0 * 6, 4)) }
        guard offsets.allSatisfy({ $0.magnitude < 100_000 }) else { return nil }
        var transitions: [Int64] = []
        var changes: [Int32] = []
        for index in 0..<header.timeCount {
            let type = Int(bytes[indices + index])
            guard type < offsets.count else { return nil }
            transitions.append(integer(times + index * size, size))
            changes.append(offsets[type])
        }
        guard zip(transitions, transitions.dropFirst()).allSatisfy(<=) else { return nil }
        var tail: PosixRule?
        let end = header.end(wide: wide)
        if wide, bytes.count > end + 1, bytes[end] == 10, let stop = bytes[(end + 1)...].firstIndex(of: 10) {
            tail = PosixRule(String(decoding: bytes[(end + 1)..<stop], as: UTF8.self))
        }
        return Zone(name: name, initial: offsets[0], transitions: transitions, offsets: changes, tail: tail)
    }
}
