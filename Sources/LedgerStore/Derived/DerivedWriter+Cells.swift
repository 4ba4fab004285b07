import GRDB
import LedgerModel

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The cells of a civil day, packed into one row.
extension DerivedWriter {
    func storeCells(_ bounds: DayBounds) throws {
        var cells: [StoredCell.Key: StoredCell] = [:]
        func add(_ row: RowColumns, _ change: (inout StoredCell) -> Void) {
            guard let kind = EvidenceKind(rawValue: row.text(3)) else { return }
            let key = StoredCell.Key(
                project: row.number(0), source: row.number(1), meaning: row.number(2), kind: kind.code)
            change(&cells[key, default: StoredCell(key: key)])
        }
        let segments = try RowStatement(
            db,
            """
            SELECT coalesce(e.project_id, 0), r.source_id, r.meaning_id, e.kind, s.start, s.until, s.grade
            FROM segment s JOIN reading r ON r.evidence_id = s.evidence_id JOIN evidence e ON e.id = s.evidence_id
            WHERE s.shard BETWEEN ?1 AND ?2 AND s.start < ?4 AND s.until > ?3
            """)
        let (start, end) = (bounds.interval.start.seconds, bounds.interval.end.seconds)
        try segments.each { values in
            for instant in [bounds.interval.start, bounds.interval.end] {
                values.add(Shard(containing: instant).number)
            }
            for second in [start, end] { values.add(second) }
        } _: { row in
            let span = Interval(Instant(row.number(4)), Instant(row.number(5)))
            guard let part = span.clipped(to: bounds.interval), let grade = Grade(rawValue: Int(row.number(6))) else {
                return
            }
            add(row) { cell in
                cell.spent += Spent(grade, part.seconds)
                if grade != .possible { cell.outside += part.seconds - [part].overlap(with: bounds.working) }
            }
        }
        let pieces = try RowStatement(
            db,
            """
            SELECT coalesce(e.project_id, 0), r.source_id, r.meaning_id, e.kind
            FROM evidence e INDEXED BY evidence_at CROSS JOIN reading r ON r.evidence_id = e.id
            WHERE e.at >= ? AND e.at < ? AND r.is_work
            """)
        try pieces.each { values in
            for second in [start, end] { values.add(second) }
        } _: { row in
            add(row) { $0.pieces += 1 }
        }
        guard !cells.isEmpty else {
            return try db.cachedStatement(sql: "DELETE FROM day_cells WHERE day = ?")
                .execute(arguments: [bounds.day.number])
        }
        var packer = Packer()
        for cell in cells.values.sorted(by: { $0.key < $1.key }) { cell.pack(into: &packer) }
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO day_cells (day, cells) VALUES (?, ?)")
            .execute(arguments: [bounds.day.number, Data(packer.bytes)])
    }
}
