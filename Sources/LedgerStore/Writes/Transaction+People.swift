import GRDB
package import LedgerModel

extension Snapshot {
    /// What the person said of who is one person.
    package func saidOfPeople() throws -> [SaidOfPeople] {
        try Row.fetchAll(db.cachedStatement(sql: "SELECT one, other, answer, until FROM said_of_people ORDER BY id"))
            .compactMap { row in
                SaidOfPeople.Answer(rawValue: row[2]).map {
                    SaidOfPeople(row[0], row[1], $0, until: (row[3] as String?).flatMap { CivilDay(iso: $0) })
                }
            }
    }

    /// The people whom the person told, or was told by, of a result, as they were named.
    package func toldNames() throws -> [String] {
        try String.fetchAll(db, sql: "SELECT DISTINCT person FROM telling WHERE withdrawn = 0")
    }
}

extension Transaction {
    /// Writes down an answer in place of an earlier one about the same two. Part of an action of the person.
    package func say(_ answer: SaidOfPeople) throws {
        try touch(.saidOfPeople, answer.id)
        try db.execute(
            sql: """
                INSERT INTO said_of_people (id, one, other, answer, until) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET answer = excluded.answer, until = excluded.until
                """, arguments: [answer.id, answer.one, answer.other, answer.answer.rawValue, answer.until?.iso])
    }

    /// Takes an answer back. Part of an action of the person.
    package func unsay(_ answer: SaidOfPeople) throws {
        try touch(.saidOfPeople, answer.id)
        try db.execute(sql: "DELETE FROM said_of_people WHERE id = ?", arguments: [answer.id])
    }

    /// Joins and parts people by what is said now. Call after an answer or My job has changed.
    package func settlePeople() throws {
        if try !JoinedPeople.settle(self).isEmpty { try markAll() }
    }

    /// Removes what was said of somebody who is forgotten, and what `undo` would bring back of it.
    func forgetSaid(of values: Set<String>) throws {
        let keys = Set(values.map(PersonKey.of))
        func names(_ text: String) -> Bool {
            text.split(separator: "\n").contains { keys.contains(PersonKey.of(String($0))) }
        }
        for id in try String.fetchAll(db, sql: "SELECT id FROM said_of_people") where names(id) {
            try db.execute(sql: "DELETE FROM said_of_people WHERE id = ?", arguments: [id])
        }
        for row in try Row.fetchAll(
            db, sql: "SELECT number, before FROM hand_action WHERE instr(before, 'said_of_people') > 0")
        where try ActionJournal.keys(of: .saidOfPeople, in: row[1]).contains(where: names) {
            try db.execute(
                sql: """
                    UPDATE hand_action SET before = '[]', undone_by = coalesce(undone_by, 'forgotten') WHERE number = ?
                    """, arguments: [row[0] as Int64])
        }
    }

    /// Removes what was said of people whom the ledger does not hold any more.
    func dropUnheldSaid() throws {
        let held = Set(try String.fetchAll(db, sql: "SELECT key FROM identity"))
        let gone = try snapshot.saidOfPeople().flatMap { [$0.one, $0.other] }
            .filter { !$0.isEmpty && !held.contains(PersonKey.of($0)) }
        if !gone.isEmpty { try forgetSaid(of: Set(gone)) }
    }
}
