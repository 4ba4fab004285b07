import GRDB
import LedgerModel

/// What one source states about a piece of evidence.
///
/// It remembers which version the source stated last, so that the piece can fall back to that version when another
/// source is removed or lowers its own. `order` is stored with it, since two sources can state the same content with
/// different orders.
///
/// The rules for `said`: several sources may state the current version. When another version becomes current, the old
/// one is archived under a number and all sightings of it move to that number (`moveCurrent`); when it becomes current
/// again, they move back (`makeCurrent`). After a scrub no stored version is what the source really states, so its
/// sighting is `unread` until the source is read again.
struct Sighting {
    let source: Int64
    var said: Said
    var order: VersionOrder

    enum Said: Equatable {
        case current
        /// A version that is not current, by its number.
        case older(Int64)
        /// Not known any more, as after a scrub. The next version of the source replaces it.
        case unread

        /// Reads the column `version`.
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

    /// Moves the sightings of the current version to version `number`.
    static func moveCurrent(_ db: Database, _ evidence: Int64, to number: Int64) throws {
        try db.cachedStatement(sql: "UPDATE sighting SET version = ? WHERE evidence_id = ? AND version IS NULL")
            .execute(arguments: [number, evidence])
    }

    /// Moves the sightings of version `number` to the current version.
    static func makeCurrent(_ db: Database, _ evidence: Int64, from number: Int64) throws {
        try db.cachedStatement(sql: "UPDATE sighting SET version = NULL WHERE evidence_id = ? AND version = ?")
            .execute(arguments: [evidence, number])
    }

    /// Marks all sightings of a piece as unread.
    static func forget(_ db: Database, _ evidence: Int64) throws {
        try db.cachedStatement(sql: "UPDATE sighting SET version = 0 WHERE evidence_id = ?")
            .execute(arguments: [evidence])
    }
}
