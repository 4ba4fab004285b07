/// Ids of paths, packed as differences in variable-length integers (LEB128).
enum PackedPaths {
    static func pack(_ ids: [Int64]) -> [UInt8] {
        var bytes: [UInt8] = []
        var previous: Int64 = 0
        for id in ids.sorted() {
            var rest = UInt64(id - previous)
            previous = id
            while rest >= 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
                rest >>= 7
            }
            bytes.append(UInt8(rest))
        }
        return bytes
    }

    static func unpack(_ bytes: some Sequence<UInt8>) -> [Int64] {
        var ids: [Int64] = []
        var previous: Int64 = 0
        var value: UInt64 = 0
        var shift: UInt64 = 0
        for byte in bytes {
            value |= UInt64(byte & 0x7f) << shift
            shift += 7
            if byte & 0x80 == 0 {
                // Bytes of an export may lead anywhere; an id that is not there has no path.
                previous &+= Int64(truncatingIfNeeded: value)
                ids.append(previous)
                value = 0
                shift = 0
            } else if shift > 56 {
                return ids
            }
        }
        return ids
    }
}
