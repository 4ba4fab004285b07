import LedgerModel

/// Adds up stored cells, day after day, over what a grain leaves out.
struct CellSum {
    private let grain: CellGrain
    private let projects: [Int64: String]
    /// What the grain leaves of each meaning, and the first row that leaves the same.
    private var meanings: [Int64: (row: Int64, meaning: Meaning)] = [:]
    private var day = CivilDay.first
    private var places: [StoredCell.Key: Int] = [:]
    private(set) var cells: [DayCell] = []

    init(_ grain: CellGrain, meanings: [Int64: Meaning], projects: [Int64: String]) {
        self.grain = grain
        self.projects = projects
        var rows: [Meaning: Int64] = [:]
        for (row, meaning) in meanings {
            let part = grain.part(of: meaning)
            let first = rows[part, default: row]
            rows[part] = first
            self.meanings[row] = (first, part)
        }
    }

    mutating func turn(to next: CivilDay) {
        let start = grain.contains(.day) ? next : grain.contains(.week) ? next.monday : cells.isEmpty ? next : day
        guard start != day else { return }
        day = start
        places.removeAll(keepingCapacity: true)
    }

    mutating func add(_ cell: StoredCell) {
        guard let (row, meaning) = meanings[cell.key.meaning] else { return }
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
}
