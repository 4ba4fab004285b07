import GRDB
import LedgerModel

/// Rules that Sort made of one title, and that hold nothing else.
///
/// The problem: an answer of Sort is a rule over the exact title, and its key is made of the title too. Once the pieces
/// with that title have lost it, the rule matches nothing any more, but would still tell it.
enum RuleWords {
    /// Drops the rules over these titles, where no piece has the title any more, from My job and from the journal.
    static func drop(_ db: Database, of titles: Set<String>) throws {
        let gone = try titles.filter { title in
            try Bool.fetchOne(
                db, sql: "SELECT NOT EXISTS (SELECT 1 FROM evidence WHERE title = ?)", arguments: [title]) ?? false
        }
        let expressions = Set(gone.map { TitlePattern.folded(TitlePattern.exact($0)) })
        guard !expressions.isEmpty else { return }
        func isOver(_ content: String) throws -> Bool {
            try Content.read(WordTree.self, content).member("when")?.text("title")
                .map { expressions.contains(TitlePattern.folded($0)) } ?? false
        }
        let prefix = MyJobKind.rule.rawValue + "/"
        var keys: Set<String> = []
        for row in try Row.fetchAll(db, sql: "SELECT id, content FROM job_item") where try isOver(row[1]) {
            let id: String = row[0]
            if id.hasPrefix(prefix) { keys.insert(id) }
        }
        let actions = try Row.fetchAll(
            db, sql: "SELECT number, before FROM hand_action WHERE instr(before, 'job_item') > 0")
        for action in actions {
            for (id, content) in try ActionJournal.jobItems(in: action[1]) where id.hasPrefix(prefix) {
                if let content, try isOver(content) { keys.insert(id) }
            }
        }
        for key in keys { try db.execute(sql: "DELETE FROM job_item WHERE id = ?", arguments: [key]) }
        for action in actions {
            guard let kept = try ActionJournal.without(jobItems: keys, in: action[1]) else { continue }
            try db.execute(
                sql: "UPDATE hand_action SET before = ? WHERE number = ?", arguments: [kept, action[0] as Int64])
        }
    }
}
