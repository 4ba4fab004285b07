import LedgerModel

// People, and what the person learns.
extension FrameReader {
    mutating func people(_ root: FrameFields) -> [FramePerson] {
        var result: [FramePerson] = []
        for item in items(root, "people", .person, labelField: "name", allowed: ["role", "identities"]) {
            var person = FramePerson(
                key: item.key, label: item.label, role: choice(item.fields, "role", of: FramePerson.Role.self),
                identities: texts(item.fields, "identities"))
            person.from = item.from
            person.until = item.until
            result.append(person)
        }
        return result
    }

    mutating func skills(_ root: FrameFields) -> [Skill] {
        var result: [Skill] = []
        for item in items(root, "skills", .skill, allowed: []) {
            var skill = Skill(key: item.key, label: item.label)
            skill.from = item.from
            skill.until = item.until
            result.append(skill)
        }
        return result
    }

    mutating func areas(_ root: FrameFields) -> [LearningArea] {
        var result: [LearningArea] = []
        for item in items(root, "areas", .area, allowed: ["field", "outside_role"]) {
            var area = LearningArea(key: item.key, label: item.label)
            area.field = choice(item.fields, "field", of: LearningArea.Field.self) ?? .other
            area.outsideRole = value(item.fields, "outside_role", takes: "yes or no", FrameText.truth) ?? false
            area.from = item.from
            area.until = item.until
            result.append(area)
        }
        return result
    }

    mutating func blocks(_ root: FrameFields) -> [BlockPattern] {
        var result: [BlockPattern] = []
        for item in items(root, "blocks", .block, allowed: ["when", "area"]) {
            let when = condition(item.fields, .block, item.key)
            var block = BlockPattern(key: item.key, label: item.label, when: when, area: text(item.fields, "area"))
            block.from = item.from
            block.until = item.until
            result.append(block)
        }
        return result
    }
}
