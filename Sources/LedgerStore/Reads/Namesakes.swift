import GRDB
import LedgerModel

/// What tells people of the same name apart in lists: the domains of their addresses, or the addresses where those are
/// equal. Only people whose name somebody else has are in it.
struct Namesakes {
    private var marks: [Int64: String] = [:]

    init(_ db: Database) throws {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT p.id, p.name, group_concat(i.value, char(10)) FROM person p JOIN identity i ON i.person_id = p.id
                    WHERE p.is_me = 0 AND lower(p.name) IN (
                      SELECT lower(name) FROM person WHERE is_me = 0 AND name <> ? GROUP BY 1 HAVING count(*) > 1)
                    GROUP BY p.id
                    """), arguments: [PersonSummary.forgottenName])
        let people = rows.map { row in
            (
                row: row[0] as Int64, name: row[1] as String,
                values: (row[2] as String).split(separator: "\n").map(String.init)
            )
        }
        for namesakes in Dictionary(grouping: people, by: { PersonKey.of($0.name) }).values where namesakes.count > 1 {
            let byDomain = namesakes.map { Self.domains($0.values) }
            let isEnough = Set(byDomain).count == byDomain.count
            for (person, domains) in zip(namesakes, byDomain) {
                marks[person.row] = isEnough ? domains : Self.addresses(person.values)
            }
        }
    }

    subscript(_ person: Int64) -> String { marks[person] ?? "" }

    /// What a list calls somebody.
    func listed(_ person: Int64, _ name: String) -> String {
        marks[person].map { "\(name) (\($0))" } ?? name
    }

    private static func domains(_ values: [String]) -> String {
        let domains = Set(
            values.compactMap { $0.split(separator: "@", maxSplits: 1).dropFirst().first.map(String.init) })
        return domains.isEmpty ? "no address" : domains.sorted().joined(separator: ", ")
    }

    private static func addresses(_ values: [String]) -> String {
        let addresses = values.filter { $0.contains("@") }.sorted()
        return addresses.isEmpty ? "no address" : addresses.joined(separator: ", ")
    }
}
