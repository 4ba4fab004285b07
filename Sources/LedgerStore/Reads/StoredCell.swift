import LedgerModel

/// A day cell by rows of the store.
struct StoredCell {
    struct Key: Hashable, Comparable {
        /// 0 for none.
        var project: Int64
        var source: Int64
        var meaning: Int64
        var kind: Int

        /// One round of hashing: a year is thirty thousand keys.
        func hash(into hasher: inout Hasher) {
            hasher.combine((project &* 0x9E37 &+ source) &* 0x85EB &+ meaning &* 8 &+ Int64(kind))
        }

        static func < (a: Key, b: Key) -> Bool {
            (a.project, a.source, a.meaning, a.kind) < (b.project, b.source, b.meaning, b.kind)
        }
    }

    var key: Key
    var spent = Spent.zero
    var outside: Int64 = 0
    var pieces = 0

    init(key: Key) { self.key = key }

    init(_ unpacker: inout Unpacker) throws {
        key = Key(
            project: try unpacker.number(), source: try unpacker.number(), meaning: try unpacker.number(),
            kind: try unpacker.int())
        spent = Spent(sure: try unpacker.number(), likely: try unpacker.number(), possible: try unpacker.number())
        outside = try unpacker.number()
        pieces = try unpacker.int()
    }

    func pack(into packer: inout Packer) {
        for number in [key.project, key.source, key.meaning] { packer.add(number) }
        packer.add(key.kind)
        for number in [spent.sure, spent.likely, spent.possible, outside] { packer.add(number) }
        packer.add(pieces)
    }
}
