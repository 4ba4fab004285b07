import GRDB
package import LedgerModel

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Snapshot {
    /// The stored cells of whole days, in order of day, added up over what `grain` leaves out.
    package func cells(of days: ClosedRange<CivilDay>, by grain: CellGrain = .whole) throws -> [DayCell] {
        var sum = CellSum(grain, meanings: try Self.meanings(db), projects: try Self.projects(db))
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT day, cells FROM day_cells WHERE day BETWEEN ? AND ? ORDER BY day"),
            arguments: [days.lowerBound.number, days.upperBound.number])
        while let row = try rows.next() {
            sum.turn(to: CivilDay(number: row[0]))
            try (row[1] as Data).withUnsafeBytes { bytes in
                var unpacker = Unpacker(bytes)
                while !unpacker.isAtEnd { sum.add(try StoredCell(&unpacker)) }
            }
        }
        return sum.cells
    }
}
