import GRDB
package import LedgerModel

/// What a search needs to know of readings besides those that are stored.
package struct ReadingsBeside: Sendable {
    /// Shards whose readings replace the stored ones.
    package var laid: [DerivedShard]
    /// What open work inherits in the range of the search.
    package var inherited: Inherited

    package init(laid: [DerivedShard] = [], inherited: Inherited = .none) {
        self.laid = laid
        self.inherited = inherited
    }

    package static let none = ReadingsBeside()
}

/// The meanings that a query asks for, and the open pieces that have or lack them by what they inherit.
struct WantedMeanings {
    private let rows: [Int64]
    /// Open pieces with what is wanted once they inherit.
    private var inheriting: [Int64] = []
    /// Open pieces that would be wanted if they did not inherit.
    private var placed: [Int64] = []

    init(
        _ db: Database, _ query: SearchQuery, _ readings: LaidReadings, _ inherited: Inherited, _ range: Interval?
    ) throws {
        func isWanted(_ meaning: Meaning) -> Bool {
            SearchQuery.meaningKeys.allSatisfy { key in
                let wanted = query.values(key)
                return wanted.isEmpty || wanted.contains { Self.matches(meaning.text(key), $0) }
            }
        }
        rows = readings.meanings.filter { isWanted($0.value) }.keys.sorted()
        guard !query.values(.responsibility).isEmpty, !inherited.isEmpty else { return }
        let open = readings.meanings.filter(\.value.mayInherit)
        let projects = try Snapshot.projects(db)
        let found = try Row.fetchCursor(
            db,
            sql: """
                SELECT r.evidence_id, r.meaning_id, e.project_id, r.at FROM \(readings.table) r
                JOIN evidence e ON e.id = r.evidence_id
                WHERE r.meaning_id IN (\(Self.list(open.keys.sorted()))) AND e.project_id IS NOT NULL AND r.is_work
                  AND r.at >= ? AND r.at < ?
                """,
            arguments: readings.arguments + [(range?.start ?? .first).seconds, (range?.end ?? .last).seconds])
        while let row = try found.next() {
            guard let meaning = open[row[1]], let project = projects[row[2]] else { continue }
            let counted = inherited.meaning(meaning, of: project, at: Instant(row[3]))
            guard counted.isInherited else { continue }
            if isWanted(counted) { inheriting.append(row[0]) } else if isWanted(meaning) { placed.append(row[0]) }
        }
    }

    var isEmpty: Bool { rows.isEmpty && inheriting.isEmpty }

    var condition: String {
        let stored = "r.meaning_id IN (\(Self.list(rows)))"
        let without = placed.isEmpty ? stored : "\(stored) AND e.id NOT IN (SELECT value FROM json_each(?))"
        return inheriting.isEmpty ? without : "(\(without) OR e.id IN (SELECT value FROM json_each(?)))"
    }

    var arguments: StatementArguments {
        StatementArguments([placed, inheriting].filter { !$0.isEmpty }.map(Snapshot.list))
    }

    private static func list(_ rows: [Int64]) -> String { rows.map(String.init).joined(separator: ", ") }

    private static func matches(_ stored: String, _ wanted: String) -> Bool {
        if wanted == "unknown" { return stored.isEmpty }
        // `not mine` means everything that is someone else's.
        return stored == wanted || (wanted == Meaning.notMine && stored.hasPrefix(Meaning.notMine + ":"))
    }
}

/// The stored readings, with those of some shards replaced.
struct LaidReadings {
    /// The table or subquery to select from.
    private(set) var table = "reading"
    private(set) var arguments: StatementArguments = []
    private(set) var meanings: [Int64: Meaning]

    init(_ db: Database, _ laid: [DerivedShard]) throws {
        meanings = try Snapshot.meanings(db)
        guard !laid.isEmpty else { return }
        var rows: [Meaning: Int64] = [:]
        for (row, meaning) in meanings { rows[meaning] = row }
        var added: [JSON] = []
        for shard in laid {
            for reading in shard.readings where Shard(containing: reading.at) == shard.shard {
                // Meanings that are not stored get numbers below 0.
                let row = rows[reading.meaning] ?? -Int64(rows.count) - 1
                rows[reading.meaning] = row
                meanings[row] = reading.meaning
                added.append(
                    [
                        .integer(reading.row), .integer(reading.at.seconds), .integer(row),
                        .string(reading.skills.joined(separator: "\n")), .integer(reading.isWork ? 1 : 0),
                        .integer(Int64(reading.sign?.rawValue ?? 0)),
                    ])
            }
        }
        table = """
            (SELECT evidence_id, at, meaning_id, skills, is_work, sign FROM reading
              WHERE shard NOT IN (SELECT value FROM json_each(?))
            UNION ALL SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
              FROM json_each(?))
            """
        arguments = [Snapshot.list(laid.map(\.shard.number)), JSON.array(added).text(pretty: false)]
    }
}

extension Meaning {
    /// The value as stored; empty means unknown.
    fileprivate func text(_ key: SearchQuery.Key) -> String {
        switch key {
        case .arena: arena?.rawValue ?? ""
        case .responsibility: responsibility
        case .objective: objective
        case .worth: worth?.rawValue ?? ""
        default: ""
        }
    }
}
