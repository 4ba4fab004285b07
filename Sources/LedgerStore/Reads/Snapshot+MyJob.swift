import GRDB
package import LedgerModel

/// My job is kept item by item; YAML is a view of it.
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
