import LedgerModel

/// Turns the values of a file into My job, collecting every mistake on the way.
struct MyJobReader {
    var problems = MyJobProblems()
    var lines: [MyJobPlace: Int] = [:]

    static let keys = [
        "name", "zones", "working_hours", "possible_hours", "holiday_calendars", "leave", "leaves_out", "settings",
        "objectives",
        "responsibilities", "not_mine", "people", "skills", "areas", "blocks", "rules",
    ]

    mutating func myJob(_ tree: YAMLTree) -> MyJob {
        var myJob = MyJob()
        guard let root = fields(tree, allowed: Self.keys, what: "The file") else { return myJob }
        remember(root, nil, "")
        myJob.name = text(root, "name") ?? ""
        myJob.settings = settings(root)
        myJob.objectives = objectives(root)
        myJob.responsibilities = responsibilities(root)
        myJob.notMine = notMine(root)
        myJob.people = people(root)
        myJob.skills = skills(root)
        myJob.areas = areas(root)
        myJob.blocks = blocks(root)
        myJob.rules = rules(root)
        checkReferences(myJob)
        return myJob
    }

    mutating func remember(_ fields: MyJobFields, _ kind: MyJobKind?, _ key: String, prefix: String = "") {
        if prefix.isEmpty, kind != nil { lines[MyJobPlace(kind: kind, key: key, field: "")] = fields.line }
        for (name, entry) in fields.entries {
            lines[MyJobPlace(kind: kind, key: key, field: prefix + name)] = entry.line
        }
    }

    func line(_ kind: MyJobKind, _ key: String, _ field: String = "") -> Int {
        lines[MyJobPlace(kind: kind, key: key, field: field)] ?? lines[MyJobPlace(kind: kind, key: key, field: "")]
            ?? 1
    }
}
