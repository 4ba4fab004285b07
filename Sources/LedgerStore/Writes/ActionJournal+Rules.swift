import GRDB
import LedgerModel

extension Snapshot {
    /// The keys of the rules of My job that an action added or changed, in their order in My job.
    package func rules(changedBy action: String) throws -> [String] {
        let images = try String.fetchOne(db, sql: "SELECT before FROM hand_action WHERE id = ?", arguments: [action])
        let prefix = MyJobKind.rule.rawValue + "/"
        let before = Dictionary(
            try images.map { try ActionJournal.jobItems(in: $0) } ?? [], uniquingKeysWith: { first, _ in first })
        let items = try Row.fetchAll(
            db, sql: "SELECT id, content FROM job_item WHERE kind = ? ORDER BY position",
            arguments: [MyJobKind.rule.rawValue])
        // A rule whose place alone is another has the content that it had.
        return items.compactMap { row in
            guard let content = before[row[0] as String], content != row[1] as String else { return nil }
            return String((row[0] as String).dropFirst(prefix.count))
        }
    }
}
