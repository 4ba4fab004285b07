import GRDB
package import LedgerModel

/// Sums stored cells, day by day, over the columns that a grain leaves out.
struct CellSum {
    private let grain: CellGrain
    private let projects: [Int64: String]
    /// Each meaning reduced to the grain, and the first row with the same reduced meaning.
    private var meanings: [Int64: (row: Int64, meaning: Meaning)] = [:]
    /// The meanings that may inherit a responsibility.
    private var open: [Int64: Meaning] = [:]
    private let inherited: Inherited
    /// What open work of each project inherits on the present day.
    private var inheritedToday: [Int64: String?] = [:]
    private var rows: [Meaning: Int64] = [:]
    private var today = CivilDay.first
    private var day = CivilDay.first
    private var places: [StoredCell.Key: Int] = [:]
    private(set) var cells: [DayCell] = []

    init(_ grain: CellGrain, _ inherited: Inherited, meanings: [Int64: Meaning], projects: [Int64: String]) {
        self.grain = grain
        self.inherited = inherited
        self.projects = projects
        if grain.contains(.responsibility), !inherited.isEmpty { open = meanings.filter(\.value.mayInherit) }
        for (row, meaning) in meanings {
            let part = grain.part(of: meaning)
            let first = rows[part, default: row]
            rows[part] = first
            self.meanings[row] = (first, part)
        }
    }

    mutating func turn(to next: CivilDay) {
        if next != today { inheritedToday.removeAll(keepingCapacity: true) }
        today = next
        let start = grain.contains(.day) ? next : grain.contains(.week) ? next.monday : cells.isEmpty ? next : day
        guard start != day else { return }
        day = start
        places.removeAll(keepingCapacity: true)
    }

    mutating func add(_ cell: StoredCell) {
        guard let (row, meaning) = meaning(of: cell) else { return }
        var key = cell.key
        key.meaning = row
        if !grain.contains(.project) { key.project = 0 }
        if !grain.contains(.source) { key.source = 0 }
        if !grain.contains(.kind) { key.kind = EvidenceKind.note.code }
        guard let place = places[key] else {
            guard let kind = try? EvidenceKind(code: key.kind) else { return }
            places[key] = cells.count
            cells.append(
                DayCell(
                    day: day, project: projects[key.project] ?? "", source: key.source, meaning: meaning, kind: kind,
                    spent: cell.spent, outside: cell.outside, pieces: cell.pieces))
            return
        }
        cells[place].spent += cell.spent
        cells[place].outside += cell.outside
        cells[place].pieces += cell.pieces
    }

    private mutating func meaning(of cell: StoredCell) -> (row: Int64, meaning: Meaning)? {
        let known = meanings[cell.key.meaning]
        guard cell.key.project != 0, let meaning = open[cell.key.meaning] else { return known }
        let inherits: String?
        if let today = inheritedToday[cell.key.project] {
            inherits = today
        } else {
            inherits = inherited.entry(projects[cell.key.project] ?? "", on: today)?.responsibility
            inheritedToday[cell.key.project] = .some(inherits)
        }
        guard let inherits else { return known }
        let part = grain.part(of: meaning.inheriting(inherits))
        // Meanings that are not stored get numbers below 0.
        let row = rows[part, default: -Int64(rows.count) - 1]
        rows[part] = row
        return (row, part)
    }
}

/// A day cell that refers to rows of the store.
struct StoredCell {
    struct Key: Hashable, Comparable {
        /// 0 if there is none.
        var project: Int64
        var source: Int64
        var meaning: Int64
        var kind: Int

        /// Combines the fields before hashing, because a year has thirty thousand keys.
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

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Snapshot {
    /// The stored cells of whole days, in order, summed over the columns that `grain` leaves out.
    ///
    /// - Parameter inherited: What open work inherits on these days.
    package func cells(
        of days: ClosedRange<CivilDay>, by grain: CellGrain = .whole, inherited: Inherited = .none
    ) throws -> [DayCell] {
        var sum = CellSum(grain, inherited, meanings: try Self.meanings(db), projects: try Self.projects(db))
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
