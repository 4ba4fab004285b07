import LedgerModel

// What the person is judged on: objectives, responsibilities, and what is not theirs.
extension MyJobReader {
    mutating func objectives(_ root: MyJobFields) -> [Objective] {
        var result: [Objective] = []
        for item in items(root, "objectives", .objective, allowed: ["owner", "key_results"]) {
            result.append(
                Objective(
                    key: item.key, label: item.label, from: item.from, until: item.until,
                    owner: text(item.fields, "owner"), keyResults: keyResults(item.fields)))
        }
        return result
    }

    private mutating func keyResults(_ objective: MyJobFields) -> [KeyResult] {
        var result: [KeyResult] = []
        var used: Set<String> = []
        let allowed = ["key", "label", "unit", "target", "readings"]
        for tree in list(objective, "key_results") {
            guard let fields = fields(tree, allowed: allowed, what: "each of key_results") else { continue }
            let label = text(fields, "label")
            guard let key = text(fields, "key") ?? label.map({ MyJobText.key(from: $0) }), !key.isEmpty else {
                problems.add(fields.line, "each of key_results needs a label")
                continue
            }
            if !used.insert(key).inserted {
                problems.add(fields.line(of: "key"), "the key \(excerpt(key)) is used twice")
            }
            result.append(
                KeyResult(
                    key: key, label: label ?? key, unit: text(fields, "unit"), target: number(fields, "target"),
                    readings: readings(fields)))
        }
        return result
    }

    private mutating func readings(_ keyResult: MyJobFields) -> [KeyReading] {
        var result: [KeyReading] = []
        for tree in list(keyResult, "readings") {
            guard let fields = fields(tree, allowed: ["on", "value", "source"], what: "each of readings") else {
                continue
            }
            for key in ["on", "value"] where fields[key] == nil {
                problems.add(fields.line, "each of readings needs \(excerpt(key))")
            }
            guard let on = day(fields, "on"), let value = number(fields, "value") else { continue }
            result.append(KeyReading(on: on, value: value, source: text(fields, "source")))
        }
        return result
    }

    mutating func responsibilities(_ root: MyJobFields) -> [Responsibility] {
        let allowed = ["measure", "target", "unit", "source", "share", "objective", "agreed"]
        var result: [Responsibility] = []
        for item in items(root, "responsibilities", .responsibility, allowed: allowed) {
            if item.key == Meaning.mine || item.key == Meaning.notMine || item.key.hasPrefix(Meaning.notMine + ":") {
                problems.add(
                    item.fields.line(of: "key"), "the key \(excerpt(item.key)) has a special meaning in rules",
                    hint: "Choose another key.")
            }
            var responsibility = Responsibility(key: item.key, label: item.label)
            responsibility.from = item.from
            responsibility.until = item.until
            responsibility.measure = text(item.fields, "measure")
            responsibility.target = text(item.fields, "target")
            responsibility.unit = text(item.fields, "unit")
            responsibility.source = text(item.fields, "source")
            responsibility.share = value(
                item.fields, "share", takes: "a share from 0 to 100 %, written 40% or 0.4", MyJobText.share)
            responsibility.objective = text(item.fields, "objective")
            (responsibility.agreedWith, responsibility.agreedOn) = agreed(item.fields, key: item.key)
            result.append(responsibility)
        }
        return result
    }

    private mutating func agreed(_ fields: MyJobFields, key: String) -> (with: String?, on: CivilDay?) {
        guard let tree = fields["agreed"],
            let agreed = self.fields(tree, allowed: ["with", "on"], what: "agreed")
        else { return (nil, nil) }
        remember(agreed, .responsibility, key, prefix: "agreed.")
        return (text(agreed, "with"), day(agreed, "on"))
    }

    mutating func notMine(_ root: MyJobFields) -> [NotMine] {
        var result: [NotMine] = []
        for item in items(root, "not_mine", .notMine, allowed: ["owner"]) {
            var notMine = NotMine(key: item.key, label: item.label, owner: text(item.fields, "owner"))
            notMine.from = item.from
            notMine.until = item.until
            result.append(notMine)
        }
        return result
    }
}

// People, and what the person wants to learn.
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
