import Foundation

/// What an export and the totals say of a ledger, without what differs between any two ledgers.
struct LedgerContent {
    private(set) var notes: [String] = []
    /// Identity and content of each piece that was imported.
    private(set) var pieces: Set<String> = []
    /// Rows of each table that imports fill.
    private(set) var rows: [String: Int] = [:]
    private(set) var totals = ""

    init() {}

    init(export: String, totals: String) {
        // Every write raises the revision, also of what is not counted here.
        self.totals = totals.split(separator: "\n").filter { !$0.contains("\"revision\"") }.joined(separator: "\n")
        for line in export.split(separator: "\n") {
            guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                let table = object.keys.first, let row = object[table] as? [String: Any]
            else { continue }
            if table == "evidence" {
                if row["kind"] as? String == "note" {
                    notes.append(row["title"] as? String ?? "")
                    continue
                }
                pieces.insert("\(row["public_id"] ?? "") \(row["content_hash"] ?? "") \(row["flags"] ?? "")")
            }
            // Notes make their own rows here, and each run of the program may. Pieces of one transaction share a guest
            // list, and how much fits into one depends on the machine; whom a piece names is in its hash.
            if !["meta", "hand_action", "guest", "guest_list"].contains(table) { rows[table, default: 0] += 1 }
        }
    }

    func differences(from other: LedgerContent) -> [String] {
        var found: [String] = []
        let missing = other.pieces.subtracting(pieces).count
        let extra = pieces.subtracting(other.pieces).count
        if missing > 0 || extra > 0 { found.append("\(missing) imported pieces are missing, \(extra) are too many") }
        for table in Set(rows.keys).union(other.rows.keys).sorted() where rows[table] != other.rows[table] {
            found.append("\(table): \(rows[table] ?? 0) rows, not \(other.rows[table] ?? 0)")
        }
        if totals != other.totals { found.append("the totals differ") }
        return found
    }
}
