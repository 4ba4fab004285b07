import LedgerModel

/// Turns the values of a file into a frame, collecting every mistake on the way.
struct FrameReader {
    var problems = FrameProblems()
    var lines: [FramePlace: Int] = [:]

    static let keys = [
        "name", "zones", "working_hours", "possible_hours", "holiday_calendars", "leave", "leaves_out", "settings",
        "objectives",
        "responsibilities", "not_mine", "people", "skills", "areas", "blocks", "rules",
    ]

    mutating func frame(_ tree: YAMLTree) -> Frame {
        var frame = Frame()
        guard let root = fields(tree, allowed: Self.keys, what: "The file") else { return frame }
        remember(root, nil, "")
        frame.name = text(root, "name") ?? ""
        frame.settings = settings(root)
        frame.objectives = objectives(root)
        frame.responsibilities = responsibilities(root)
        frame.notMine = notMine(root)
        frame.people = people(root)
        frame.skills = skills(root)
        frame.areas = areas(root)
        frame.blocks = blocks(root)
        frame.rules = rules(root)
        checkReferences(frame)
        return frame
    }

    mutating func remember(_ fields: FrameFields, _ kind: FrameKind?, _ key: String, prefix: String = "") {
        if prefix.isEmpty, kind != nil { lines[FramePlace(kind: kind, key: key, field: "")] = fields.line }
        for (name, entry) in fields.entries {
            lines[FramePlace(kind: kind, key: key, field: prefix + name)] = entry.line
        }
    }

    func line(_ kind: FrameKind, _ key: String, _ field: String = "") -> Int {
        lines[FramePlace(kind: kind, key: key, field: field)] ?? lines[FramePlace(kind: kind, key: key, field: "")]
            ?? 1
    }
}
