import GRDB
import LedgerModel

/// What one source says of a piece of evidence, so that the piece can go back to it when another
/// source is removed.
struct Sighting {
    let source: Int64
    var said: Said
    var order: VersionOrder

    enum Said: Equatable {
        case current
        /// A version that lies beside the current one, by its number.
        case older(Int64)
        /// Not known any more, as after a scrub: whatever the source says next replaces it.
        case unread

        /// As a column holds it.
        init(_ version: Int64?) {
            self =
                switch version {
                case nil: .current
                case 0: .unread
                case let number?: .older(number)
                }
        }

        var version: Int64? {
            switch self {
            case .current: nil
            case .older(let number): number
            case .unread: 0
            }
        }
    }

    init(source: Int64, said: Said, order: VersionOrder) {
        (self.source, self.said, self.order) = (source, said, order)
    }

    private init(_ row: Row) {
        source = row[0]
        said = Said(row[1] as Int64?)
        order = VersionOrder(sequence: row[2], lastModified: row[3], stamp: row[4])
    }

    static func all(_ db: Database, _ evidence: Int64) throws -> [Sighting] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT source_id, version, sequence, last_modified, stamp FROM sighting WHERE evidence_id = ?
                    ORDER BY source_id
                    """), arguments: [evidence]
        ).map(Sighting.init)
    }

    static func one(_ db: Database, _ evidence: Int64, _ source: Int64) throws -> Sighting? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT source_id, version, sequence, last_modified, stamp FROM sighting
                    WHERE evidence_id = ? AND source_id = ?
                    """), arguments: [evidence, source]
        ).map(Sighting.init)
    }

    static func put(_ db: Database, _ evidence: Int64, _ source: Int64, _ said: Said, _ order: VersionOrder) throws {
        try put(RowStatement(db, putSQL), evidence, source, said, order)
    }

    static func put(
        _ statement: RowStatement, _ evidence: Int64, _ source: Int64, _ said: Said, _ order: VersionOrder
    ) throws {
        try statement.run { values in
            for number in [evidence, source] { values.add(number) }
            values.add(said.version)
            for number in [order.sequence, order.lastModified, order.stamp] { values.add(number) }
        }
    }

    static let putSQL = """
        INSERT INTO sighting (evidence_id, source_id, version, sequence, last_modified, stamp)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (evidence_id, source_id) DO UPDATE SET version = excluded.version,
          sequence = excluded.sequence, last_modified = excluded.last_modified, stamp = excluded.stamp
        """

    /// Those that said the current version say version `number` from now on.
    static func moveCurrent(_ db: Database, _ evidence: Int64, to number: Int64) throws {
        try db.cachedStatement(sql: "UPDATE sighting SET version = ? WHERE evidence_id = ? AND version IS NULL")
            .execute(arguments: [number, evidence])
    }

    /// Those that said version `number` say the current one from now on.
    static func makeCurrent(_ db: Database, _ evidence: Int64, from number: Int64) throws {
        try db.cachedStatement(sql: "UPDATE sighting SET version = NULL WHERE evidence_id = ? AND version = ?")
            .execute(arguments: [evidence, number])
    }

    /// What the sources say of these pieces is to be read anew.
    static func forget(_ db: Database, _ evidence: Int64) throws {
        try db.cachedStatement(sql: "UPDATE sighting SET version = 0 WHERE evidence_id = ?")
            .execute(arguments: [evidence])
    }
}
