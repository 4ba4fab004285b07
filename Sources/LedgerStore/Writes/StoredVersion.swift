import GRDB
import LedgerModel

/// The current version of a piece, as far as a write looks at it.
struct StoredVersion {
    let row: Int64
    var number: Int64
    var hash: Int64
    var order: VersionOrder
    var flags: EvidenceFlags

    /// Off every view, though not by the person's own hand: whoever sees it brings it back.
    var isGone: Bool { !flags.isDisjoint(with: .gone) && !flags.contains(.removedByHand) }

    init(row: Int64, number: Int64, hash: Int64, order: VersionOrder, flags: EvidenceFlags) {
        (self.row, self.number, self.hash, self.order, self.flags) = (row, number, hash, order, flags)
    }

    init?(_ db: Database, row: Int64) throws {
        let found = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT id, version, content_hash, sequence, last_modified, stamp, flags
                    FROM evidence WHERE id = ?
                    """), arguments: [row])
        guard let found else { return nil }
        self.row = row
        number = found[1]
        hash = found[2]
        order = VersionOrder(sequence: found[3], lastModified: found[4], stamp: found[5])
        flags = EvidenceFlags(rawValue: found[6])
    }
}
