/// Ids of paths, packed as differences.
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

    /// Bytes of an export may be anything: an id that is not there has no path, and what cannot be is the end.
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
