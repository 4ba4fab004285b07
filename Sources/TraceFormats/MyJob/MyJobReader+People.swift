import LedgerModel

// People, and what the person learns.
extension MyJobReader {
    mutating func people(_ root: MyJobFields) -> [MyJobPerson] {
        var result: [MyJobPerson] = []
        for item in items(root, "people", .person, labelField: "name", allowed: ["role", "identities"]) {
            var person = MyJobPerson(
                key: item.key, label: item.label, role: choice(item.fields, "role", of: MyJobPerson.Role.self),
                identities: texts(item.fields, "identities"))
            person.from = item.from
            person.until = item.until
            result.append(person)
        }
        return result
    }

    mutating func skills(_ root: MyJobFields) -> [Skill] {
        var result: [Skill] = []
        for item in items(root, "skills", .skill, allowed: []) {
            var skill = Skill(key: item.key, label: item.label)
            skill.from = item.from
            skill.until = item.until
            result.append(skill)
        }
        return result
    }

    mutating func areas(_ root: MyJobFields) -> [LearningArea] {
        var result: [LearningArea] = []
        for item in items(root, "areas", .area, allowed: ["field", "outside_role"]) {
            var area = LearningArea(key: item.key, label: item.label)
            area.field = choice(item.fields, "field", of: LearningArea.Field.self) ?? .other
            area.outsideRole = value(item.fields, "outside_role", takes: "yes or no", MyJobText.truth) ?? false
            area.from = item.from
            area.until = item.until
            result.append(area)
        }
        return result
    }

    mutating func blocks(_ root: MyJobFields) -> [BlockPattern] {
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
