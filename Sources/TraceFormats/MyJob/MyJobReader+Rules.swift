import LedgerModel

// Rules, and conditions, which blocks have too.
extension MyJobReader {
    mutating func rules(_ root: MyJobFields) -> [Rule] {
        let items = items(root, "rules", .rule, keyField: "name", labelField: nil, allowed: ["when", "set", "private"])
        var result: [Rule] = []
        for item in items {
            let isPrivate = value(item.fields, "private", takes: "yes or no", MyJobText.truth) == true
            // A private rule need not say what its pieces are for.
            let setsNothing = isPrivate && item.fields["set"] == nil
            result.append(
                Rule(
                    key: item.key, when: condition(item.fields, .rule, item.key),
                    set: setsNothing ? Rule.Outcome() : outcome(item.fields, item.key), from: item.from,
                    until: item.until, isPrivate: isPrivate))
        }
        return result
    }

    mutating func condition(_ item: MyJobFields, _ kind: MyJobKind, _ key: String) -> Condition {
        var condition = Condition()
        guard let tree = item["when"] else {
            problems.add(
                item.line(of: "when"), "\(excerpt(key)) needs a condition",
                hint: "Write one as `when: {calendar: Work, title~: ^Standup}`.")
            return condition
        }
        let allowed = [
            "calendar", "title~", "body~", "source", "project", "path", "folder", "file", "person", "tag", "kind",
            "weekday",
            "hours",
        ]
        let before = problems.total
        guard let when = fields(tree, allowed: allowed, what: "when") else { return condition }
        remember(when, kind, key, prefix: "when.")
        condition.calendar = texts(when, "calendar")
        condition.title = text(when, "title~")
        condition.body = text(when, "body~")
        condition.source = texts(when, "source")
        condition.project = texts(when, "project")
        condition.path = texts(when, "path")
        condition.folder = texts(when, "folder")
        condition.file = texts(when, "file")
        condition.person = texts(when, "person")
        condition.tag = texts(when, "tag")
        condition.kind = kinds(when)
        condition.weekday = weekdays(when)
        condition.hours = value(when, "hours", takes: "a span of the day such as 9:00-17:00", MyJobText.span)
        if condition.isEmpty, problems.total == before {
            problems.add(when.line, "\(excerpt(key)) has an empty condition and would match everything")
        }
        return condition
    }

    private mutating func kinds(_ when: MyJobFields) -> [String] {
        var result: [String] = []
        for item in list(when, "kind") where !item.isNothing {
            guard let text = text(item, "kind"),
                let kind = choice(text, "kind", at: item.line, of: EvidenceKind.self)
            else { continue }
            result.append(kind.rawValue)
        }
        return result
    }

    private mutating func weekdays(_ when: MyJobFields) -> [Int] {
        var result: [Int] = []
        for item in list(when, "weekday") where !item.isNothing {
            guard let text = text(item, "weekday"), let weekday = weekday(text, at: item.line) else { continue }
            result.append(weekday.rawValue)
        }
        return result
    }

    mutating func weekday(_ text: String, at line: Int) -> Weekday? {
        if let weekday = Weekday(MyJobText.strip(text)) { return weekday }
        problems.unknown("weekday", text, choices: Weekday.allCases.map { $0.name.lowercased() }, at: line)
        return nil
    }

    private mutating func outcome(_ item: MyJobFields, _ key: String) -> Rule.Outcome {
        var outcome = Rule.Outcome()
        guard let tree = item["set"] else {
            problems.add(
                item.line(of: "set"), "\(excerpt(key)) sets nothing",
                hint: "Write what it sets as `set: {responsibility: …, worth: baseline}`.")
            return outcome
        }
        let allowed = ["responsibility", "objective", "worth", "arena", "skills", "drop"]
        let before = problems.total
        guard let set = fields(tree, allowed: allowed, what: "set") else { return outcome }
        remember(set, .rule, key, prefix: "set.")
        outcome.responsibility = text(set, "responsibility")
        outcome.objective = text(set, "objective")
        outcome.worth = choice(set, "worth", of: Worth.self)
        outcome.arena = choice(set, "arena", of: Arena.self)
        outcome.skills = texts(set, "skills")
        if value(set, "drop", takes: "yes or no", MyJobText.truth) == true { outcome.drop = true }
        if outcome == Rule.Outcome(), problems.total == before {
            problems.add(set.line, "\(excerpt(key)) sets nothing")
        }
        return outcome
    }
}
