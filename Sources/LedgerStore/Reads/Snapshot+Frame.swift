import GRDB
package import LedgerModel

/// The frame is kept item by item; YAML is a view of it.
extension Snapshot {
    package func frame() throws -> Frame {
        var frame = Frame()
        let rows = try Row.fetchCursor(db, sql: "SELECT kind, content FROM frame_item ORDER BY kind, position")
        while let row = try rows.next() {
            let content: String = row[1]
            switch row[0] as String {
            case FrameKind.objective.rawValue: frame.objectives.append(try Content.read(Objective.self, content))
            case FrameKind.responsibility.rawValue:
                frame.responsibilities.append(try Content.read(Responsibility.self, content))
            case FrameKind.notMine.rawValue: frame.notMine.append(try Content.read(NotMine.self, content))
            case FrameKind.person.rawValue: frame.people.append(try Content.read(FramePerson.self, content))
            case FrameKind.skill.rawValue: frame.skills.append(try Content.read(Skill.self, content))
            case FrameKind.area.rawValue: frame.areas.append(try Content.read(LearningArea.self, content))
            case FrameKind.block.rawValue: frame.blocks.append(try Content.read(BlockPattern.self, content))
            case FrameKind.rule.rawValue: frame.rules.append(try Content.read(Rule.self, content))
            case "settings": frame.settings = try Content.read(FrameSettings.self, content)
            case "name": frame.name = try Content.read(String.self, content)
            default: continue
            }
        }
        return frame
    }
}
