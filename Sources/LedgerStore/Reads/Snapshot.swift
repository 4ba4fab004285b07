import GRDB
package import LedgerModel

/// A single state of a ledger. Everything read through it was true at the same moment.
///
/// It is valid only inside the `read` or transaction that hands it out.
package struct Snapshot {
    let db: Database

    init(_ db: Database) { self.db = db }

    /// Raised with every change. Two answers with the same revision come from the same state.
    package var revision: Int64 { get throws { try Meta.revision(db) } }

    /// The zone of the first write. It is stored so that days keep their meaning when the person writes from another
    /// zone.
    package var homeZone: String? { get throws { try Meta.get(db, .zone) } }
}

/// My job is stored item by item. YAML is a view of it.
extension Snapshot {
    package func myJob() throws -> MyJob {
        var myJob = MyJob()
        let rows = try Row.fetchCursor(db, sql: "SELECT kind, content FROM job_item ORDER BY kind, position")
        while let row = try rows.next() {
            let content: String = row[1]
            switch row[0] as String {
            case MyJobKind.objective.rawValue: myJob.objectives.append(try Content.read(Objective.self, content))
            case MyJobKind.responsibility.rawValue:
                myJob.responsibilities.append(try Content.read(Responsibility.self, content))
            case MyJobKind.notMine.rawValue: myJob.notMine.append(try Content.read(NotMine.self, content))
            case MyJobKind.person.rawValue: myJob.people.append(try Content.read(MyJobPerson.self, content))
            case MyJobKind.skill.rawValue: myJob.skills.append(try Content.read(Skill.self, content))
            case MyJobKind.area.rawValue: myJob.areas.append(try Content.read(LearningArea.self, content))
            case MyJobKind.block.rawValue: myJob.blocks.append(try Content.read(BlockPattern.self, content))
            case MyJobKind.rule.rawValue: myJob.rules.append(try Content.read(Rule.self, content))
            case "settings": myJob.settings = try Content.read(MyJobSettings.self, content)
            case "name": myJob.name = try Content.read(String.self, content)
            default: continue
            }
        }
        return myJob
    }
}

/// What is known about the person and about their last action.
extension Snapshot {
    /// The person’s own identities, sorted.
    package func me() throws -> [String] {
        try String.fetchAll(
            db,
            sql:
                "SELECT i.value FROM identity i JOIN person p ON p.id = i.person_id WHERE p.is_me = 1 ORDER BY i.value"
        )
    }

    package func openTimer() throws -> OpenTimer? {
        try String.fetchOne(db, sql: "SELECT content FROM open_timer WHERE id = 1").map {
            try Content.read(OpenTimer.self, $0)
        }
    }

    /// The action that `undo` would take back; `nil` if there is none.
    package func lastAction() throws -> (id: String, verb: String)? {
        try nextUndo().map { ($0.id, $0.undone.verb) }
    }
}
